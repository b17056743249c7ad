import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { national } from '../../src/law/national.ts';
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

test('Only the invented pack is verified: by the others nobody is blamed', () => {
	expect(packs.filter(([, { verifiedOn }]) => verifiedOn).map(([id]) => id)).toEqual(['sample-city']);
});

test.for(Object.entries(packs.find(([id]) => id === 'national')![1].rules))(
	'The national %s is the number by which the checks go',
	([name, { article: _, ...numbers }]) => {
		expect(national[name as keyof typeof national]).toMatchObject(numbers);
	},
);
