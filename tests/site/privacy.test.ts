import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { recordsOf } from '../../src/checks/check.ts';
import { officeLines } from '../../src/checks/privacy.ts';
import { see } from '../../src/privacy/attachments/see.ts';
import { foundIn, letPass, shownOf } from '../../src/privacy/detectors.ts';
import { keepsBack } from '../../src/privacy/found.ts';
import { textsLetPass } from '../../src/privacy/let-pass.ts';
import { recordFiles } from '../../src/publish/files.ts';
import { readAll } from '../../src/schema/reader.ts';
import { filesOf, read, siteDir } from './pages.ts';

const { entries, settings } = readAll(recordFiles('content'));
const allowed = {
	lines: officeLines(recordsOf(entries, [], { settings: settings! }))!,
	texts: entries.flatMap(({ data }) => textsLetPass(data.allowed, settings!.asOf)),
};

/** Each line once: heads, feet and lists stand on many pages. */
const asked = new Map<string, string[]>();
/** What of a line must not be on the web. */
function personalIn(line: string, heads = ''): string[] {
	const key = `${heads}\n${line}`;
	const known = asked.get(key);
	if (known) return known;
	const said = letPass(foundIn(line, heads), allowed)
		.filter(keepsBack)
		.map((found) => `${found.what} ${shownOf(found)}`);
	asked.set(key, said);
	return said;
}

const INLINE = new Set([
	'a',
	'b',
	'i',
	'em',
	'strong',
	'span',
	'wbr',
	'time',
	'data',
	'sup',
	'sub',
	'abbr',
	'small',
	'mark',
	'code',
	'bdi',
	'del',
	'ins',
	'tspan',
]);

/** What a page says: its text, line by line, and what stands in its attributes. */
function linesOf(html: string): string[] {
	const lines: string[] = [];
	let line = '';
	const end = () => {
		if (line.trim()) lines.push(line.trim());
		line = '';
	};
	const parser = new Parser({
		onopentag(name, attributes) {
			if (!INLINE.has(name)) end();
			for (const [key, value] of Object.entries(attributes))
				if (
					/^(?:title|alt|content|value|placeholder|aria-label|data-.*)$/.test(key) ||
					(key === 'href' && /^(?:tel|sms|mailto):/.test(value))
				)
					lines.push(value);
		},
		ontext: (text) => {
			line += text;
		},
		onclosetag(name) {
			if (!INLINE.has(name)) end();
		},
	});
	parser.end(html);
	end();
	return lines;
}

const saidOf = (files: readonly string[], lines: (text: string) => string[]) =>
	files.flatMap((file) => lines(read(file)).flatMap((line) => personalIn(line).map((what) => `${file}: ${what}`)));

describe('Nobody’s number and no household’s room is', () => {
	test('on any page', () => {
		const pages = filesOf('.html');
		expect(pages.length).toBeGreaterThan(300);
		expect(saidOf(pages, linesOf)).toEqual([]);
	});
	test('in any table that is offered', () => {
		const tables = filesOf('.csv');
		expect(tables.length).toBeGreaterThan(50);
		const said = tables.flatMap((file) => {
			const [heads = '', ...rows] = read(file).split(/\r?\n/);
			return rows.flatMap((row) => personalIn(row, heads).map((what) => `${file}: ${what}`));
		});
		expect(said).toEqual([]);
	});
	test.for(['.xml', '.json', '.ics', '.txt'])('in any %s file', (ending) => {
		const files = filesOf(ending);
		expect(files.length).toBeGreaterThan(0);
		expect(
			saidOf(files, (text) =>
				text
					.split('\n')
					// An event is named by its record and the board, which looks like a mailbox.
					.filter((line) => !line.startsWith('UID:'))
					.flatMap((line) => (line.length > 5000 ? (line.match(/"[^"]*"/g) ?? []) : [line])),
			),
		).toEqual([]);
	});
	test('in what the search knows', () => {
		const fragments = filesOf('.pf_fragment');
		expect(fragments.length).toBeGreaterThan(100);
		const said = fragments.flatMap((file) => {
			// Behind twelve signs of Pagefind's own stands JSON.
			const { meta, url } = JSON.parse(
				gunzipSync(readFileSync(join(siteDir(), file)))
					.toString('utf8')
					.slice(12),
			) as { url: string; meta: Record<string, string> };
			return Object.values(meta).flatMap((text) => personalIn(text).map((what) => `${url}: ${what}`));
		});
		expect(said).toEqual([]);
	});
	test('in any attachment', async () => {
		const uploads = [...filesOf('.pdf'), ...filesOf('.docx'), ...filesOf('.xlsx'), ...filesOf('.jpg')].filter((file) =>
			file.startsWith('/uploads/'),
		);
		for (const file of uploads) {
			const { data, trouble } = await see(file, readFileSync(join(siteDir(), file)));
			expect({ trouble, data: letPass(data, allowed).filter(keepsBack).map(shownOf) }, file).toEqual({ trouble: undefined, data: [] });
		}
	});
	test('let pass before everybody’s eyes: who did and why stands in no file of the site', () => {
		const whys = entries.flatMap(({ data }) => data.allowed.map(({ why }) => why));
		expect(whys.length).toBeGreaterThan(0);
		const texts = ['.html', '.json', '.csv', '.xml', '.ics', '.txt'].flatMap((ending) => filesOf(ending));
		for (const file of texts) for (const why of whys) expect(read(file).includes(why), `${file}: ${why}`).toBe(false);
	});
	test('by a scan that would see it', () => {
		expect(personalIn('电话13800138000')).toEqual(['手机号 138…00']);
		expect(linesOf('<p>138<wbr>0013<b>8000</b></p>').flatMap((line) => personalIn(line))).toEqual(['手机号 138…00']);
	});
});
