import { describe, expect, test } from 'vitest';
import { ruleNames, rulesOf, sayRule } from '../../src/domain/rules.ts';
import { cite } from '../../src/law/provisions.ts';
import { rulepack } from '../../src/schema/rulepacks.ts';

const pack = (over: object) =>
	rulepack.parse({
		title: '示例规则',
		level: 'city',
		area: '示例市',
		text: '示例市规则',
		versionOn: '2025-01-01',
		inForceFrom: '2025-01-01',
		sources: [{ title: '示例市规则' }],
		...over,
	});
const week = pack({ rules: { assemblyNotice: { days: 20, article: '第三条' } } });

describe('A community is held to', () => {
	test('the nation’s number where its place has none', () => {
		const { assemblyNotice, lowBalance } = rulesOf(null);
		expect(assemblyNotice.days).toBe(15);
		expect(cite(assemblyNotice.provision)).toBe('物业管理条例 第十四条');
		expect(lowBalance).toBeNull();
	});
	test('its place’s own number, unverified: then by a provision that blames nobody', () => {
		const { assemblyNotice, committeeNotice } = rulesOf(week);
		expect(assemblyNotice).toEqual({
			days: 20,
			provision: { name: '示例市规则 第三条', says: '会前20日通知', from: '2025-01-01', checked: null },
		});
		expect(committeeNotice.days).toBe(7);
	});
	test('the same, verified: then by a provision that was checked', () => {
		expect(rulesOf({ ...week, verifiedOn: '2025-02-01' }).assemblyNotice.provision.checked).toBe('2025-02-01核对的原文');
	});
	test('the nation’s number on a day before its place’s rules were made', () => {
		expect(rulesOf(week, '2024-12-31').assemblyNotice.days).toBe(15);
		expect(rulesOf(week, '2025-01-01').assemblyNotice.days).toBe(20);
	});
});

test.for<[Parameters<typeof sayRule>, string]>([
	[['assemblyNotice', { days: 15, extraordinary: 7 }], '会前15日通知，临时会议7日'],
	[['committeeSize', { least: 5, odd: true, small: '100户以下可以3人' }], '5人以上，单数；100户以下可以3人'],
	[['committeeTerm', { least: 3, most: 5 }], '3至5年'],
	[['committeeTerm', { most: 5 }], '不超过5年'],
	[['renewal', { act: 'report', months: 6 }], '任期届满6个月以前书面报告街道办事处、乡镇人民政府'],
	[['renewal', { act: 'assembly', days: 60 }], '任期届满60日以前召开业主大会换届'],
	[['handover', { days: 10, since: 'renewalGroup', to: '房管机构', leaver: 10 }], '换届改选小组成立10日内交给房管机构，中途离任的10日内'],
	[['committeeQuorum', { present: 'half', agree: 'moreThanHalf', agreeOf: 'all' }], '半数以上委员到会，全体委员过半数同意'],
	[['committeeNotice', { otherwise: '提前告知居民委员会' }], '提前告知居民委员会'],
	[['managementTerm', { most: 3, room: '一般' }], '不超过3年（条文写“一般”）'],
	[['notice', { days: 5, unit: 'working', rollOver: true }], '没有另外规定的公示5个工作日，张贴当天不算，最后一天是法定休假日的顺延'],
	[['transfers', { percent: 50, more: true }], '超过百分之50'],
	[['spending', { amount: '3000.00' }], '单笔3,000.00元以上须有决定'],
	[['managementCommittee', { least: 7, odd: true, hang: 10, unit: 'working' }], '7人以上，单数，决定张贴10个工作日以上'],
] as unknown as [Parameters<typeof sayRule>, string][])('%j is said: %s', ([args, said]) => {
	expect(sayRule(...args)).toBe(said);
});

test('Every rule of the schema has its words', () => {
	expect([...ruleNames].sort()).toEqual(Object.keys(rulepack.shape.rules.unwrap().shape).sort());
});
