import { describe, expect, test } from 'vitest';
import { areaTree } from '../../src/domain/area-tree.ts';

const area = (name: string, within?: string) => ({ name, holder: '网格员', model: false, ...(within ? { within } : {}) });
const said = (...areas: ReturnType<typeof area>[]) => areaTree(areas).map(({ area: { name }, depth }) => `${'　'.repeat(depth)}${name}`);

describe('Areas', () => {
	test('stand beneath the one they lie within, wherever they were written', () => {
		expect(said(area('1栋1单元', '1栋'), area('1栋', '金桂苑'), area('金桂苑'), area('2栋', '金桂苑'))).toEqual([
			'金桂苑',
			'　1栋',
			'　　1栋1单元',
			'　2栋',
		]);
	});
	test('within nothing that is listed stand at the top', () => {
		expect(said(area('地下车库', '金桂苑'), area('中心花园'))).toEqual(['地下车库', '中心花园']);
	});
	test('that lie within each other are each shown once', () => {
		expect(said(area('甲', '乙'), area('乙', '甲'), area('丙', '丙'))).toEqual(['甲', '　乙', '丙']);
	});
});
