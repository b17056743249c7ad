import { describe, expect, test } from 'vitest';
import { leftOf, whoseDuty } from '../../src/domain/ledger-fund.ts';

describe('What is left of a maintenance fund', () => {
	const fund = (closing: string, firstDeposit?: string) => ({ fund: 'maintenance' as const, closing, firstDeposit });
	test.for([
		['300000.00', '1000000.00', false, 'exactly 30% is enough'],
		['299999.99', '1000000.00', true, 'one 分 less is not'],
		['0.31', '1.01', false, '30% of 1.01 is 0.303: 0.31 is above it'],
		['0.30', '1.01', true, 'and 0.30 is below it'],
	] as const)('%s of %s: low is %s (%s)', ([closing, first, low]) => {
		expect(leftOf(fund(closing, first), 30)?.low).toBe(low);
	});
	test('comes with the least there should be', () => {
		expect(leftOf(fund('589502.88', '1210000.00'), 30)).toEqual({
			firstDeposit: 121_000_000,
			closing: 58_950_288,
			least: 36_300_000,
			low: false,
		});
	});
	test('is not known without a first deposit, and of no other fund', () => {
		expect(leftOf(fund('1.00'), 30)).toBeNull();
		expect(leftOf({ ...fund('1.00', '100.00'), fund: 'commonIncome' }, 30)).toBeNull();
	});
});

describe('The maintenance fund is not meant for', () => {
	test.for([
		['operating', '停车管理人工', '经营成本不是共用部位、共用设施设备的维修和更新、改造'],
		['repair', '地下室渗漏维修（保修期内）', '看起来是保修期内由建设单位负责的'],
		['renewal', '供水管道更换', '看起来是供水、供电、供气、供热、通信等单位负责的管线'],
		['repair', '东门道闸被车撞坏修复', '看起来是人为损坏、由当事人赔偿的'],
		['repair', '水泵日常保养', '看起来是物业服务合同约定由物业承担的'],
		['renewal', '6栋电梯大修，第二笔进度款', null],
		['emergency', '2栋西侧排水立管塌裂抢修', null],
	] as const)('%s “%s”: %s', ([kind, purpose, why]) => {
		expect(whoseDuty({ direction: 'out', kind, purpose })).toBe(why);
	});
	test('what comes in is nobody’s expense', () => {
		expect(whoseDuty({ direction: 'in', kind: 'transferIn', purpose: '日常维修退款' })).toBeNull();
	});
});
