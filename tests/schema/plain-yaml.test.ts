import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { plainYaml } from '../../src/schema/plain-yaml.ts';

/** What the yaml package reads; undefined where it finds something wrong. */
function byPackage(text: string): unknown {
	const doc = parseDocument(text, { version: '1.2', schema: 'core', prettyErrors: false, merge: false });
	return doc.errors.length > 0 ? undefined : doc.toJS();
}

/** What is read plainly must be what the package reads. */
function agrees(text: string): boolean {
	const plain = plainYaml(text);
	if (plain !== undefined) expect(plain, text).toEqual(byPackage(text));
	return plain !== undefined;
}

test('The fields of every record are read as the yaml package reads them, and most of them plainly.', () => {
	const files = globSync('content/**/*.md').sort();
	const plain = files.filter((file) => agrees(/^---\n(.*?)\n---\n/s.exec(readFileSync(file, 'utf8'))![1]!));
	expect(files.length).toBeGreaterThan(50);
	expect(plain.length).toBeGreaterThan(files.length / 2);
});

const value = fc.oneof(
	fc.constantFrom(
		...[
			'',
			'甲',
			'甲：乙',
			'甲: 乙',
			'甲 #乙',
			'甲:',
			'甲 ',
			' 甲',
			'2026-03-10',
			'2026-02-30',
			'12',
			'012',
			'0',
			'1.50',
			'1e3',
			'0x1f',
			'18:00',
			'3栋',
			'-1',
		],
		...[
			'true',
			'Null',
			'yes',
			'~',
			'.nan',
			'"12800.00"',
			'"a\\n"',
			'"甲" 乙',
			"'甲'",
			'[a, b]',
			'[]',
			'[a,b]',
			'[12, b]',
			'[a: b]',
			'{a: b}',
			'|',
			'>-',
			'&a 甲',
		],
		...[
			'*a',
			'!!str 1',
			'- a',
			'? a',
			'@a',
			'`a`',
			'%a',
			'a,b',
			'a]',
			'a}',
			'a[b',
			'“甲”',
			'（甲）',
			'\u00a0甲',
			'\ufeff甲',
			'甲\u2028乙',
			'9'.repeat(17),
			'甲\t乙',
		],
	),
	fc.string({ unit: fc.constantFrom(...'a1甲： :#-,[]{}"\'&*!|>%@`.~'), maxLength: 6 }),
);
const line = fc.record({
	indent: fc.constantFrom(0, 0, 0, 1, 2, 2, 2, 4),
	dash: fc.constantFrom('', '', '- ', '-  ', '-'),
	key: fc.constantFrom('a:', 'b:', 'c1:', 'a :', '甲:', '"a":', ''),
	blank: fc.constantFrom(' ', ' ', ' ', '', '  '),
	value,
});
const odd = fc
	.array(line, { minLength: 1, maxLength: 6 })
	.map((lines) =>
		lines.map(({ indent, dash, key, blank, value }) => ' '.repeat(indent) + dash + key + (value && blank) + value).join('\n'),
	);

/** Well formed but for one value: in a field, a list of texts, a list of maps. */
const even = fc
	.record({ value, place: fc.nat(4) })
	.map(({ value, place }) => ['a: 0', 'b:', '  - 1', '  - 2', 'c:', '  - d: 3', '    e: 4'].join('\n').replace(String(place), () => value));
const text = fc.oneof(odd, even);

test('Whatever is written, plain reading says what the yaml package says, or leaves it to it.', () => {
	let plain = 0;
	fc.assert(
		fc.property(text, (text) => void (plain += Number(agrees(text)))),
		{ numRuns: 5000, seed: 7 },
	);
	expect(plain, 'some of it is plain').toBeGreaterThan(500);
});

test('What is not plain is left to the yaml package: a number with cents, a text over several lines, a field written twice.', () => {
	for (const rich of ['amount: 12800.00', 'text: |\n  甲\n  乙', 'text: 甲\n  乙', 'a: 1\na: 2', 'a: True', '# 甲\na: 1'])
		expect(plainYaml(rich), rich).toBeUndefined();
});
