import { describe, expect, test } from 'vitest';
import { assessmentCsv, commitmentCsv, requestCsv, scheduleCsv } from '../../src/derive/service-tables.ts';
import { spansOf } from '../../src/domain/schedule.ts';
import { example } from '../examples.ts';

const around = { url: 'https://example.org', communityName: () => '测试苑', isWithdrawn: () => false };
/** The cells after those that say which record a line stands in. */
const cells = (csv: string) =>
	csv
		.slice(1)
		.trimEnd()
		.split('\r\n')
		.map((line) => line.split(',').slice(5));
const on = (today: string) => (day: string) => day <= today;

describe('The table of', () => {
	test('an assessment has a line for each item and each assessor', () => {
		const [, ...rows] = cells(
			assessmentCsv(example('assessments', { assessors: [{ who: 'neighbourhood', name: '社区', score: 90 }] }), around),
		);
		expect(rows.map(([, part, , what, full, score]) => [part, what, full, score].join(' '))).toEqual([
			'党建工作 组织生活 100 91',
			'物业服务 保洁 100 88',
			'考核方 社区 100 90',
		]);
	});

	test('a month of requests has its steps and its kinds', () => {
		const rows = cells(requestCsv(example('requests'), around)).map((row) => row.join(' '));
		expect(rows).toEqual(expect.arrayContaining(['2026-03 合计 收到 12 10', '2026-03 订单 评价 8 ', '2026-03 类别 报修 7 6']));
	});

	test('a commitment has its results and those that are not there', () => {
		const rows = cells(commitmentCsv(example('commitments'), around, on('2026-08-01'))).map((row) => [row[6], row[7], row[8]].join(' '));
		expect(rows).toEqual(['期间 做到 结果', '2026-Q1 96 做到', '2026-Q2  本站未见']);
	});

	test('a schedule has its periods', () => {
		const entry = example('schedules');
		const rows = cells(scheduleCsv(entry, around, spansOf(entry.data, ['2026-01-09'], on('2026-02-28')))).map((row) =>
			row.slice(1).join(' '),
		);
		expect(rows.slice(1)).toEqual(['2026年1月 1 1 办了 2026-01-09 ', '2026年2月 1 0 还没过完  ']);
	});

	test('what is not for the web has its head alone', () => {
		const inspect = { audience: 'onsite', inspect: { where: '社区', when: '周三', ask: '档案员' } };
		expect(cells(assessmentCsv(example('assessments', inspect), around))).toHaveLength(1);
		expect(cells(requestCsv(example('requests', inspect), around))).toHaveLength(1);
		expect(cells(commitmentCsv(example('commitments', inspect), around, on('2026-08-01')))).toHaveLength(1);
	});
});
