import { describe, expect, test } from 'vitest';
import { recordsOf } from '../../src/checks/check.ts';
import { privacy } from '../../src/checks/privacy.ts';
import { foundIn, letPass } from '../../src/privacy/detectors.ts';
import { parse } from '../../src/schema/parse.ts';
import { readFile } from '../../src/schema/reader.ts';
import { textHtml } from '../../src/text/html.ts';
import { example } from '../examples.ts';

const times = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);
const each = (size: number, length: number, make: (i: number) => string): string =>
	Array.from({ length: length / size }, (_, i) => make(i)).join('，');

/** Texts of a length that somebody might make to keep the gate busy. */
const hostile: Record<string, (length: number) => string> = {
	'comments that nobody closes': (n) => times('1<!--', n),
	'distinct mobile numbers': (n) => each(12, n, (i) => `1${3 + (i % 7)}${String(100_000_000 + i * 7919).slice(0, 9)}`),
	'distinct lines with an area code': (n) => each(13, n, (i) => `0571-8${String(1_000_000 + i * 37).slice(0, 7)}`),
	'distinct mailboxes': (n) => each(14, n, (i) => `a${i}@mail.example.com`),
	'distinct rooms': (n) => each(9, n, (i) => `${(i % 99) + 1}栋${1001 + (i % 8999)}室`),
	'distinct names': (n) => each(7, n, (i) => `业主：王${String.fromCharCode(0x4e00 + (i % 9000))}`),
	'digits with blanks': (n) => times('1 ', n),
	'digits with lines': (n) => `${times('1-', n)}a`,
	'digits on lines of their own': (n) => times('1\n', n),
	'letters for digits': (n) => `${times('O-1-', n)}a`,
	'Chinese digits': (n) => `${times('一三8-', n)}a`,
	'blanks behind 微信': (n) => `微信${' '.repeat(n)}1`,
	'blanks behind QQ': (n) => `QQ${' '.repeat(n)}a`,
	'the beginning of a mailbox': (n) => `${times('a.', n)}@1`,
	'the beginning of a plate': (n) => times('浙A1', n),
	'the beginning of a deed': (n) => times('浙(2019)', n),
	'the beginning of a room': (n) => times('3号楼2单元', n),
	'the beginning of a list': (n) => `业主：王一一${times('、王一一', n)}`,
	'a sentence without an end': (n) => times('低保王小明，小学，', n),
	'Chinese without an end': (n) => times('松风阁一三', n),
	'tags that nobody closes': (n) => times('<a 1', n),
	'links that nobody closes': (n) => times('](1', n),
	'cells without an end': (n) => times('| 1 ', n),
};

/** The least that a few runs cost this thread alone, in microseconds: others on the machine do not count. */
function cost(run: () => void): number {
	let least = Number.POSITIVE_INFINITY;
	for (let i = 0; i < 4; i++) {
		const before = process.threadCpuUsage();
		run();
		const { user, system } = process.threadCpuUsage(before);
		least = Math.min(least, user + system);
	}
	return least;
}

const [SHORT, LONGER] = [5000, 8];
/** Eight times the text may cost three times eight times; what compares all with all costs eight times that again. */
const expectLinear = (run: (length: number) => () => void) => {
	const short = cost(run(SHORT));
	const long = cost(run(SHORT * LONGER));
	expect(long).toBeLessThanOrEqual(3 * LONGER * Math.max(short, 2000));
};

describe('G7: what is looked at costs as much as it is long', () => {
	test.for(Object.entries(hostile))('%s', ([, make]) => {
		expectLinear((length) => {
			const text = make(length);
			return () => letPass(foundIn(text), { lines: new Set(), texts: [text.slice(0, 1000)] });
		});
	});
	test.for<[string, (length: number) => string]>([
		['heads without an end over many rows', (n) => `| ${times('电话', n / 2)} |\n|---|\n${times('| 1 |\n', n / 2)}`],
		['tables without rows', (n) => times('| 姓名 | 备注 |\n|---|---|\n', n)],
		['rooms in cells', (n) => `| 户 |\n|---|\n${times('| 6-1302 |\n', n)}`],
	])('%s', ([, make]) => {
		expectLinear((length) => {
			const records = recordsOf([example('documents', {}, { body: make(length) })]);
			return () => privacy.run(records);
		});
	});
});

describe('G7: a text becomes a page at the cost of its length', () => {
	test.for<[string, (length: number) => string]>([
		['blank lines within an item', (n) => `- a\n${times('\n', n)}  b`],
		['items far apart', (n) => times('- a\n\n\n\n', n)],
		['an item that runs on', (n) => `- 本小区二〇二六年第一季度公共收益\n${times('本小区二〇二六年第一季度公共收益\n', n)}。`],
		['a short table with one long row', (n) => `| a |\n|---|\n|${times('|', n / 2)}\n${times('| 1 |\n', n / 2)}`],
		['rows of tabs, each shorter than the one above', (n) => each(1, Math.sqrt(n), (i) => `${'\t'.repeat(Math.sqrt(n) - i)}a\n`)],
		['lists within lists', (n) => times(`${'  '.repeat(12)}- a\n`, n)],
		['quotes within quotes', (n) => times('> > > > > > > > > > > > a\n', n)],
		['nothing but signs of quotes', (n) => times('>', n)],
		['brackets that nobody closes', (n) => times('[', n)],
		['links that nobody closes', (n) => times('[a](https://a', n)],
		['stars that cover', (n) => times('张**李**，', n)],
		['line ends that nobody ends', (n) => times('<br ', n)],
	])('%s', ([, make]) => {
		expectLinear((length) => {
			const text = make(length);
			return () => textHtml(text);
		});
	});
	test('and is no longer than some times its text', () => {
		const text = `| a |\n|---|\n|${'|'.repeat(20_000)}\n${'| 1 |\n'.repeat(20_000)}`;
		expect(textHtml(text).length).toBeLessThan(20 * text.length);
	});
	test('with more headings than a call has arguments', () => {
		expect(textHtml('# a\n'.repeat(300_000))).toContain('<h3>a</h3>');
	});
});

describe('G7: fields are read at the cost of their length', () => {
	test.for<[string, string, (length: number) => string]>([
		['many names', 'a.md', (n) => `---\n${each(10, n, (i) => `\nk${i}: v`)}\n---\n`],
		['one name again and again', 'a.md', (n) => `---\n${times('a: 1\n', n)}---\n`],
		['anchors', 'a.md', (n) => `---\n${each(10, n, (i) => `\n- &a${i} 1`)}\n---\n`],
		['lists within lists', 'a.md', (n) => `---\na: ${times('[', n)}\n---\n`],
		['signs of a list on one line', 'a.md', (n) => `---\n${times('- ', n)}a\n---\n`],
		['commas', 'a.md', (n) => `---\na: [${times(',', n)}]\n---\n`],
		['lists within lists, in JSON', 'a.json', (n) => times('[', n)],
	])('%s', ([, file, make]) => {
		expectLinear((length) => {
			const text = make(length);
			return () => parse(file, text, file.endsWith('.md'));
		});
	});
	test('a record with something wrong in every line', () => {
		expectLinear((length) => {
			const entries = Array.from({ length: length / 20 }, (_, i) => ({ x: i }));
			const bytes = Buffer.from(JSON.stringify({ entries }));
			return () => readFile({ file: 'ledgers/ceshiyuan/2026-q1.json', bytes });
		});
	});
	test.for<[string, string]>([
		['a.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}\n`],
		['a.json', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}\n`],
		['a.md', `---\na: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n---\n`],
		['a.md', `---\n${Array.from({ length: 60 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')} 1\n---\n`],
	])('G7: what stands too deep in %s is refused in one sentence', ([file, text]) => {
		expect(parse(file, text, file.endsWith('.md'))).toMatchObject({ check: 'syntax', problem: '字段一层套一层，超过40层。' });
	});
	test('G7: names of names that stand for more and more are refused', () => {
		const laughs = Array.from(
			{ length: 20 },
			(_, i) =>
				`a${i}: &a${i} [${Array(9)
					.fill(i ? `*a${i - 1}` : 'ha')
					.join(', ')}]`,
		).join('\n');
		expect(parse('a.md', `---\n${laughs}\n---\n`, true)).toMatchObject({ problem: '用了别名（& 和 *）。' });
	});
});
