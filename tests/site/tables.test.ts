/** Every table of the built site, as somebody finds it who has nothing but the file. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { collectionNames, isCollection } from '../../src/schema/index.ts';

const site = inject('SITE_DIR');
const settings = JSON.parse(readFileSync('content/settings.json', 'utf8')) as { url: string };
const files = globSync('data/**/*.csv', { cwd: site }).sort();

/** The lines of a table by its headings, read as RFC 4180 has it. */
function read(file: string): { heads: string[]; rows: Record<string, string>[] } {
	const text = readFileSync(join(site, file), 'utf8').slice(1);
	const lines: string[][] = [[]];
	for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
		lines.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
		if (end === '\r\n') lines.push([]);
	}
	const [heads = [], ...rest] = lines.slice(0, -1);
	return { heads, rows: rest.map((cells) => Object.fromEntries(heads.map((head, i) => [head, cells[i] ?? '']))) };
}

let tables: { file: string; heads: string[]; rows: Record<string, string>[] }[];
beforeAll(() => {
	tables = files.map((file) => ({ file, ...read(file) }));
});

/** The anchors of a page; null where there is no such page. */
const pages = new Map<string, Set<string> | null>();
function anchorsOf(path: string): Set<string> | null {
	if (!pages.has(path)) {
		let html: string | null = null;
		try {
			html = readFileSync(join(site, path, 'index.html'), 'utf8');
		} catch {}
		pages.set(path, html === null ? null : new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!)));
	}
	return pages.get(path)!;
}

/** `data/meetings.csv`, `data/meetings/jinguiyuan.csv`: a line is a record. */
const isOfRecords = (file: string) => {
	const [, collection = '', community] = file.replace('.csv', '').split('/');
	const isWithin = ['cases', 'statistics', 'communities', 'rulepacks'].includes(collection);
	return isCollection(collection) && (community === undefined || (!isWithin && file.split('/').length === 3));
};

describe('G12: every table', () => {
	test('is among those that are looked at here', () => {
		expect(globSync('**/*.csv', { cwd: site }).filter((file) => !file.startsWith('data/') && !file.startsWith('uploads/'))).toEqual([]);
		for (const collection of collectionNames) expect(files).toContain(`data/${collection}.csv`);
		for (const kind of ['ledgers', 'matters', 'requests', 'assessments', 'commitments', 'schedules'])
			expect(
				files.some((file) => new RegExp(`^data/${kind}/[^/]+/[^/]+\\.csv$`).test(file)),
				kind,
			).toBe(true);
		for (const kind of ['cases', 'statistics', 'duties', 'findings'])
			expect(
				files.some((file) => new RegExp(`^data/${kind}/[^/]+\\.csv$`).test(file)),
				kind,
			).toBe(true);
		expect(tables.reduce((sum, { rows }) => sum + rows.length, 0)).toBeGreaterThan(2000);
	});

	test('begins with the record, its address and its community, and says nothing twice', () => {
		for (const { file, heads, rows } of tables) {
			expect(heads.slice(0, 4), file).toEqual(['编号', '网址', '小区编号', '小区']);
			expect(new Set(heads).size, file).toBe(heads.length);
			for (const row of rows) expect(Object.keys(row), file).toHaveLength(heads.length);
		}
	});

	test('has in every line an address of a page, and where that names a place on it, the place is there', () => {
		for (const { file, rows } of tables)
			for (const row of rows) {
				expect(row.网址!.startsWith(`${settings.url}/`), `${file}: ${row.网址}`).toBe(true);
				const [path = '', place] = row.网址!.slice(settings.url.length).split('#');
				const anchors = anchorsOf(path);
				expect(anchors, `${file}: ${row.网址}`).not.toBeNull();
				if (place !== undefined) expect(anchors, `${file}: ${row.网址}`).toContain(place);
			}
	});

	test('names records that are in the tables of records, under their own communities', () => {
		const records = new Map(
			tables
				.filter(({ file }) => file.split('/').length === 2 && isOfRecords(file))
				.flatMap(({ rows }) => rows.map((row) => [row.编号!, row] as const)),
		);
		const names = new Map<string, string>();
		for (const { file, rows } of tables)
			for (const row of rows) {
				if (row.编号 === '') {
					expect(file, JSON.stringify(row)).toMatch(/^data\/duties\/[^/]+\.csv$/);
					expect(row.网址, file).toContain(`/duties/${row.小区编号}/all/#`);
					continue;
				}
				const record = records.get(row.编号!)!;
				expect(record, `${file}: ${row.编号}`).toBeDefined();
				expect([row.小区编号, row.小区], `${file}: ${row.编号}`).toEqual([record.小区编号, record.小区]);
				if (row.标题 !== undefined) expect(row.标题, `${file}: ${row.编号}`).toBe(record.标题);
				expect(row.小区 === '', `${file}: ${row.编号}`).toBe(row.小区编号 === '');
				if (row.小区编号) names.set(row.小区编号, row.小区!);
			}
		expect(new Set(names.values()).size).toBe(names.size);
		expect(names.size).toBeGreaterThan(1);
	});

	test('of records has each of them once, and one of entries each number once', () => {
		for (const { file, rows } of tables) {
			if (isOfRecords(file) || file === 'data/duties.csv') {
				const ids = rows.map((row) => row.编号!);
				expect(new Set(ids).size, file).toBe(ids.length);
				for (const row of rows.filter((row) => isCollection(row.编号!.split('/')[0]!) && file !== 'data/duties.csv'))
					expect(row.网址, file).toBe(`${settings.url}/${row.编号}/`);
			}
			if (/^data\/ledgers\/[^/]+\//.test(file))
				expect(
					rows.map((row) => row.序号),
					file,
				).toEqual(rows.map((_, i) => String(i + 1)));
		}
	});

	test('tells two accounts of one name apart: of every line with money, community, fund and period', () => {
		const books = tables.filter(({ file }) => /^data\/ledgers\/[^/]+\//.test(file));
		const ledgers = tables.find(({ file }) => file === 'data/ledgers.csv')!.rows;
		const titles = books.flatMap(({ rows }) => rows.map((row) => row.标题!));
		const sameTitle = new Set(books.filter(({ rows }) => rows[0]?.标题 === '2026年第一季度公共收益账').map(({ rows }) => rows[0]!.小区));
		expect(titles).toContain('2026年第一季度公共收益账');
		expect(sameTitle.size).toBeGreaterThan(1);
		for (const { file, rows } of books)
			for (const row of rows) {
				const ledger = ledgers.find(({ 编号 }) => 编号 === row.编号)!;
				expect([row.资金, row.期间, row.小区编号], file).toEqual([ledger.资金, ledger.期间, ledger.小区编号]);
				expect(row.资金 && row.期间, file).toBeTruthy();
			}
		for (const { file, rows } of tables.filter(({ file }) => /^data\/matters\/[^/]+\//.test(file)))
			for (const row of rows.filter(({ 步骤或收付: sort }) => sort !== '步骤')) {
				const ledger = ledgers.find(({ 编号 }) => 编号 === row.相关记录)!;
				expect([row.资金, row.期间], file).toEqual([ledger.资金, ledger.期间]);
				expect(row.相关记录网址, file).toBe(`${ledger.网址}#e${row.序号}`);
			}
	});

	test('calls one thing by one word', () => {
		const heads = new Set(tables.flatMap((table) => table.heads));
		for (const old of ['所在小区', '资金账', '账目第几笔', '案例', '统计', '日程', '来源名称', '截至', '截至日期', '记录网址'])
			expect(heads).not.toContain(old);
		// What is called 编号 is the id of a record, and nothing else is.
		for (const { file, rows } of tables)
			for (const { 编号: id } of rows) if (id) expect(isCollection(id.split('/')[0]!), `${file}: ${id}`).toBe(true);
	});
});
