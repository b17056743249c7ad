import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/files.ts';
import { slipsIn } from '../../src/checks/index.ts';
import { recordFiles } from '../../src/publish/files.ts';
import { filesOf, inLines, read } from './pages.ts';

/** A person by surname and title, or a room in a building: `某女士` is nobody, `3栋、4栋` are buildings. */
const PRIVATE = /[^某各位]女士|老伯|[栋棟幢]\s*\d{3,4}(?!\d|户|元|平|㎡|人|年)/u;

const { entries, findings, settings } = checkFiles(recordFiles('content'));
const of = (collection: string, community?: string) =>
	entries.filter((e) => e.collection === collection && (!community || e.community === community));

test('the sample board has nothing to mend', () => {
	expect(slipsIn(findings)).toEqual([]);
	expect(settings?.asOf).toBe('2026-04-13');
});

describe('金桂苑 has two years of it', () => {
	const meetings = of('meetings', 'jinguiyuan').map((e) => e.data as { form: string; heldOn: string });
	const months = (form: string) => new Set(meetings.filter((m) => m.form === form).map((m) => m.heldOn.slice(0, 7))).size;
	test('a joint meeting in each of 24 months, committee meetings, receptions, two assemblies', () => {
		expect(months('joint')).toBeGreaterThanOrEqual(24);
		expect(months('reception')).toBeGreaterThanOrEqual(24);
		expect(months('committee')).toBeGreaterThanOrEqual(8);
		expect(meetings.filter((m) => m.form === 'assembly').length).toBeGreaterThanOrEqual(2);
	});
	test('rosters of seven bodies, ledgers of two funds over eight quarters, twenty notices, documents', () => {
		expect(of('bodies', 'jinguiyuan').length).toBeGreaterThanOrEqual(7);
		expect(of('ledgers', 'jinguiyuan').length).toBeGreaterThanOrEqual(16);
		expect(of('notices', 'jinguiyuan').length).toBeGreaterThanOrEqual(20);
		expect(of('documents', 'jinguiyuan').length).toBeGreaterThanOrEqual(5);
	});
	test('three corrections and one withdrawn record', () => {
		const all = entries.filter((e) => e.community === 'jinguiyuan');
		expect(all.filter((e) => e.data.corrections.length).length).toBeGreaterThanOrEqual(3);
		expect(all.filter((e) => e.data.withdrawn)).toHaveLength(1);
	});
});

describe('The articles', () => {
	test('give five or more cases, each figure with its day, source and grade', () => {
		expect(of('cases').length).toBeGreaterThanOrEqual(5);
	});
	test.for([
		[81, [8, 5, 57, 11]],
		[126, [114, 12]],
		[1514, []],
		[488, []],
		[338, []],
		[15749, []],
		[12076, []],
		[1316, []],
		[1529, []],
		[94, []],
	] as const)('the figure %s stands in a snapshot', ([value, parts]) => {
		const measures = of('statistics').flatMap((e) => (e.data as { measures: { value: number; parts: { value: number }[] }[] }).measures);
		const there = measures.filter((m) => m.value === value);
		expect(there.length).toBeGreaterThan(0);
		if (parts.length)
			expect(
				there.some(
					(m) =>
						m.parts
							.map((p) => p.value)
							.sort()
							.join() === [...parts].sort().join(),
				),
			).toBe(true);
	});
	test('bring no private person and no room anywhere on the site', () => {
		for (const page of [...filesOf('.html'), ...filesOf('.csv'), ...filesOf('.xml')])
			expect(inLines(read(page)), page).not.toMatch(PRIVATE);
	});
});

test('what is written to CSV can be opened by a spreadsheet: BOM, ISO days, two decimals, no formula', () => {
	const files = filesOf('.csv');
	expect(files.length).toBeGreaterThan(20);
	for (const file of files) {
		const text = read(file);
		expect(text.startsWith('\uFEFF'), file).toBe(true);
		expect(text, file).not.toMatch(/(?:^|,|\r\n)"?[=+@]/);
	}
});
