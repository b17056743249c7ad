import { describe, expect, test } from 'vitest';
import { aroundOf, recordsOf } from '../../src/checks/check.ts';
import { dutiesAround } from '../../src/checks/duties-around.ts';
import { checkFiles } from '../../src/checks/files.ts';
import { countsOf, isMissing } from '../../src/domain/duty-summary.ts';
import { recordFiles } from '../../src/publish/files.ts';
import type { EntryOf } from '../../src/schema/index.ts';
import { elementsOf, read } from './pages.ts';

const TODAY = '2026-04-13';
const { entries } = checkFiles(recordFiles('content'));
const around = aroundOf(recordsOf(entries), TODAY);
const dutiesOf = (community: string) =>
	dutiesAround(entries.find(({ id }) => id === `communities/${community}`) as EntryOf<'communities'>, around)!.lines;
const textOf = (html: string): string => html.replace(/<[^>]+>/g, '');
const slotsOf = (html: string) =>
	elementsOf(html.slice(html.indexOf('class="slots"'), html.indexOf('class="key"'))).filter(({ name }) => name === 'li');

describe.each(['jinguiyuan', 'wangxi', 'qingfengli'])('The duties of %s', (community) => {
	const lines = dutiesOf(community);
	const items = lines.flatMap(({ items }) => items);
	const { asked, onTime, posted, late, missing } = countsOf(lines, (day) => day <= TODAY);
	const own = read(`/duties/${community}/index.html`);

	test('are counted alike on their page, on the board, on the page of all communities and by the domain', () => {
		const said = `应公开${asked}项，本站未见${missing}项，迟${late}项`;
		expect(textOf(own)).toContain(said);
		expect(textOf(read(`/communities/${community}/index.html`))).toContain(said);
		const row = read('/duties/index.html')
			.split('<tr')
			.find((row) => row.includes(`/duties/${community}/`))!;
		expect([...row.matchAll(/<td[^>]*>(\d+)</g)].map(([, n]) => Number(n))).toEqual([asked, onTime, posted, late, missing]);
		const line = read('/data/duties.csv')
			.split('\r\n')
			.find((each) => each.includes(`/duties/${community}/,`))!;
		expect(line.split(',').slice(4, 9).map(Number)).toEqual([asked, onTime, posted, late, missing]);
	});
	test('each have a place on the small board', () => {
		const of = (kind: string) => slotsOf(own).filter(({ attributes }) => attributes.class === `slot ${kind}`).length;
		expect([of('ok'), of('post'), of('late'), of('miss')]).toEqual([onTime, posted, late, missing]);
	});
	test('that are missing are listed one by one, and are findings only where those concerned said that they did not publish', () => {
		const section = own.slice(own.indexOf('id="missing"'), own.indexOf('</table>', own.indexOf('id="missing"')));
		const overdue = items.filter(isMissing);
		expect(section.match(/<th scope="row"/g)).toHaveLength(overdue.length);
		const findings = read(`/data/findings/${community}.csv`);
		for (const { key, state } of overdue) expect(findings.includes(`,${key},`), key).toBe(state === 'unpublished');
	});
	test('link to the record that fulfils each', () => {
		const all = read(`/duties/${community}/all/index.html`);
		for (const { record } of items) if (record) expect(all).toContain(`href="/${record.id}/"`);
	});
	test('are a table to take away, a row for each', () => {
		expect(read(`/data/duties/${community}.csv`).trimEnd().split('\r\n')).toHaveLength(items.length + 1);
	});
});

test('The home page shows all of them in one picture', () => {
	const all = ['jinguiyuan', 'wangxi', 'qingfengli'].map((community) => countsOf(dutiesOf(community), (day) => day <= TODAY));
	const sum = (name: 'asked' | 'missing' | 'late') => all.reduce((n, counts) => n + counts[name], 0);
	const said = `3个小区，应公开${sum('asked')}项，本站未见${sum('missing')}项，迟${sum('late')}项。`;
	expect(textOf(read('/index.html'))).toContain(said);
	expect(textOf(read('/duties/index.html'))).toContain(said);
});

describe('What was to be there and was not', () => {
	const own = read('/duties/jinguiyuan/index.html');
	test('is said with the days it is overdue', () => {
		expect(textOf(own)).toMatch(/2026年第一季度物业费收支.*本站未见，期限已过3天/s);
	});
	test('and came late, with the answer of those concerned', () => {
		expect(textOf(own)).toMatch(/2025年第二季度公共收益收支明细.*答复：二季度的账等道闸的验收单/s);
	});
});

test.for(['national', 'beijing', 'shanghai', 'hangzhou'])('The rules of %s say that nobody has verified them', (pack) => {
	const html = read(`/rulepacks/${pack}/index.html`);
	expect(textOf(html)).toContain('未核实：还没有人对照原文核对过');
	expect(html).toContain('天数、人数、比例');
});
