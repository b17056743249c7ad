import { describe, expect, test } from 'vitest';
import { answerTo, type Match, PAGE_SIZE } from '../../src/search/answer.ts';
import { questionIn } from '../../src/search/question.ts';

const shards = [
	{ id: 'site', name: '全站' },
	{ id: 'jgy', name: '金桂苑' },
	{ id: 'wx', name: '望溪花园' },
];
const names = { collections: { meetings: '会议纪要', ledgers: '资金账', cases: '案例' }, shards, asked: ['site', 'jgy', 'wx'] };

const match = (url: string, day: string, collection: string, community: string | null, score = 1): Match => ({
	record: { id: url, url, title: url, day, collection, community },
	score,
});
const matches = [
	match('/a/', '2025-05-01', 'meetings', 'jgy', 3),
	match('/b/', '2026-05-01', 'meetings', 'wx', 1),
	match('/c/', '2026-01-01', 'ledgers', 'jgy', 2),
	match('/d/', '2024-01-01', 'cases', null, 2),
];
const answer = (query: string, over = names) => answerTo(questionIn(query), matches, over);
const shown = (query: string) => answer(query).shown.map(({ url }) => url);
const choices = (query: string, facet: string, over = names) =>
	answer(query, over)
		.facets.find(({ name }) => name === facet)!
		.choices.map(({ name, count, taken }) => `${name}${count ?? ''}${taken ? '*' : ''}`);

describe('The order', () => {
	test('is the best first, and the newer of equals', () => {
		expect(shown('?q=x')).toEqual(['/a/', '/c/', '/d/', '/b/']);
	});
	test('is the newest first when asked so', () => {
		expect(shown('?q=x&sort=new')).toEqual(['/b/', '/c/', '/a/', '/d/']);
	});
});

describe('The limits', () => {
	test('of a collection and a year hold together', () => {
		expect(shown('?q=x&collection=meetings&year=2026')).toEqual(['/b/']);
	});
	test('of a community leave the whole board’s records in', () => {
		expect(shown('?q=x&community=wx')).toEqual(['/d/', '/b/']);
	});
});

describe('The choices', () => {
	test('count what each of them leads to', () => {
		expect(choices('?q=x', '类别')).toEqual(['全部4*', '会议纪要2', '资金账1', '案例1']);
		expect(choices('?q=x', '小区')).toEqual(['全部4*', '金桂苑3', '望溪花园2']);
		expect(choices('?q=x', '年份')).toEqual(['全部4*', '20262', '20251', '20241']);
	});
	test('are counted under the limits of the other fields, and not shown where they lead to nothing', () => {
		expect(choices('?q=x&community=wx', '类别')).toEqual(['全部2*', '会议纪要1', '案例1']);
		expect(choices('?q=x&collection=meetings', '类别')).toEqual(['全部4', '会议纪要2*', '资金账1', '案例1']);
	});
	test('of a community that was not loaded are offered without a count', () => {
		expect(choices('?q=x&community=jgy', '小区', { ...names, asked: ['site', 'jgy'] })).toEqual(['全部', '金桂苑3*', '望溪花园']);
	});
	test('begin again at the first page and keep the order', () => {
		expect(answer('?q=x&sort=new&page=2').facets[0]!.choices[1]!.href).toBe('/search/?q=x&collection=meetings&sort=new');
	});
});

describe('The pages', () => {
	const many = Array.from({ length: 2 * PAGE_SIZE + 1 }, (_, i) =>
		match(`/${i}/`, `2026-01-${String(i).padStart(2, '0')}`, 'meetings', 'jgy', -i),
	);
	test('together hold every record once', () => {
		const urls = [1, 2, 3].flatMap((page) => answerTo(questionIn(`?q=x&page=${page}`), many, names).shown.map(({ url }) => url));
		expect(urls).toEqual(many.map(({ record }) => record.url));
	});
	test('end where the records do', () => {
		expect(answerTo(questionIn('?q=x&page=99'), many, names)).toMatchObject({ page: 3, pages: 3, total: many.length });
	});
});
