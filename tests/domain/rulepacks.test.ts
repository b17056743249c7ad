import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rulesOf } from '../../src/domain/rules.ts';
import { national } from '../../src/law/national.ts';
import { cite } from '../../src/law/provisions.ts';
import { bodyKinds } from '../../src/schema/bodies.ts';
import { documentKinds } from '../../src/schema/documents.ts';
import { noticeKinds } from '../../src/schema/notices.ts';
import { NO_ARTICLE, type Rulepack, rulepack } from '../../src/schema/rulepacks.ts';

const packs = readdirSync('content/rulepacks').map((file): [string, Rulepack] => [
	file.replace('.json', ''),
	rulepack.parse(JSON.parse(readFileSync(`content/rulepacks/${file}`, 'utf8'))),
]);
const kinds: Record<string, object> = { bodies: bodyKinds, documents: documentKinds, notices: noticeKinds };
const article = new RegExp(`第[零一二三四五六七八九十百]+条|本站的做法|${NO_ARTICLE}|条例要求|规定要求`);

describe.each(packs)('The rule pack %s', (_, { duties, rules, audiences }) => {
	test('gives every duty a code of its own', () => {
		expect(new Set(duties.map(({ code }) => code)).size).toBe(duties.length);
	});
	test('looks only for kinds there are', () => {
		const looked = duties.flatMap(({ match }) => match).filter(({ kind }) => kind);
		expect(looked.filter(({ collection, kind }) => !Object.hasOwn(kinds[collection] ?? {}, kind!))).toEqual([]);
	});
	test('says of everything by which article, or that its number is not known', () => {
		const said = [...duties, ...audiences].map(({ basis }) => basis);
		expect([...said, ...Object.values(rules).map(({ article }) => article)].filter((basis) => !article.test(basis))).toEqual([]);
	});
});

const real = packs.filter(([, { level }]) => level === 'city');
const packOf = (city: string) => packs.find(([id]) => id === city)![1];
const owes = (city: string, code: string) => packOf(city).duties.find((duty) => duty.code === code)?.by;

test.for(real)(
	'The pack of %s names the article of everything, and the text in which it was read',
	([, { rules, duties, sources, inForceFrom, versionOn }]) => {
		expect([...Object.values(rules).map(({ article }) => article), ...duties.map(({ basis }) => basis)]).not.toContain(NO_ARTICLE);
		expect(sources[0]!.publisher).toContain('LawRefBook/Laws@2f4c5c2');
		expect(inForceFrom >= versionOn).toBe(true);
	},
);

describe('Of the real cities', () => {
	test('W3: Hangzhou judges nothing that was before it came into force', () => {
		expect([packOf('hangzhou').versionOn, packOf('hangzhou').inForceFrom]).toEqual(['2021-08-09', '2022-03-01']);
		expect(rulesOf(packOf('hangzhou'), '2022-02-28').committeeQuorum.agree).toBe('half');
		expect(rulesOf(packOf('hangzhou'), '2022-03-01').committeeQuorum.agree).toBe('moreThanHalf');
	});
	test.for([
		['hangzhou', 'fee-change', '业主委员会'],
		['hangzhou', 'common-income-half-yearly', '业主委员会'],
		['hangzhou', 'candidates', '物业管理委员会'],
		['hangzhou', 'management-roster', '街道办事处、乡镇人民政府'],
		['shanghai', 'roster', '筹备组'],
		['shanghai', 'common-income-quarterly', '业主委员会和受委托的物业服务企业'],
		['beijing', 'own-income-quarterly', '业主大会或者业主委员会'],
		['national', 'fund-yearly', '直辖市、市、县人民政府建设（房地产）主管部门、负责管理公有住房住宅专项维修资金的部门及业主委员会'],
	] as const)('W4, W7, W14, W16: in %s %s is owed by %s', ([city, code, by]) => {
		expect(owes(city, code)).toBe(by);
	});
	test('W6: Shanghai has no notice of fifteen days of its own: the nation’s holds', () => {
		expect(packOf('shanghai').rules.assemblyNotice).toBeUndefined();
		expect(cite(rulesOf(packOf('shanghai')).assemblyNotice.provision)).toBe('物业管理条例 第十四条');
	});
	test.for(['beijing', 'shanghai', 'hangzhou'])(
		'W8, W11, W12: %s asks for a report, for more than half, and for no days of notice',
		(city) => {
			const { renewal, committeeQuorum, committeeNotice } = packOf(city).rules;
			expect([renewal!.act, committeeQuorum!.agree, committeeNotice!.days]).toEqual(['report', 'moreThanHalf', undefined]);
		},
	);
	test('W15: Beijing and Hangzhou say that a 物业管理委员会 usually lasts no longer', () => {
		expect(['beijing', 'hangzhou'].map((city) => packOf(city).rules.managementTerm!.room)).toEqual(['一般', '一般']);
		expect(['beijing', 'hangzhou'].map((city) => packOf(city).rules.managementCommittee!.odd)).toEqual([true, true]);
	});
});

test('Only the invented pack is verified: by the others nobody is blamed', () => {
	expect(packs.filter(([, { verifiedOn, verifiedBy }]) => verifiedOn || verifiedBy).map(([id]) => id)).toEqual(['sample-city']);
});

test.for(Object.entries(packs.find(([id]) => id === 'national')![1].rules))(
	'The national %s is the number by which the checks go',
	([name, { article: _, ...numbers }]) => {
		expect(national[name as keyof typeof national]).toMatchObject(numbers);
	},
);
