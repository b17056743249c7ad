/** Mutation operators on one field: each puts something into a record that its schema must refuse, and knows which field `check` has to name. */
import type { Words } from '../../src/schema/fields.ts';
import { fieldOf } from '../../src/schema/messages.ts';
import { visitFields } from '../../src/schema/walk.ts';
import { type Sample, schemaOf, type Written, withAt } from './sample.ts';

/** A field as it stands in a record. */
export interface Field {
	value: unknown;
	words: Words;
	path: PropertyKey[];
}

/** Broken data, and the field that `check` must name. */
export interface BrokenData {
	data: Written;
	field: string;
}

/** The fields written in a record, groups and lists among them. */
export function fieldsOf(sample: Sample): Field[] {
	const found: Field[] = [];
	visitFields(schemaOf(sample), sample.data, (value, words, path) => path.length && found.push({ value, words, path }));
	return found;
}

type Breaks = { of: (field: Field) => boolean; into: (field: Field) => unknown };

const isText = ({ value }: Field) => typeof value === 'string';
const widget =
	(name: Words['widget']) =>
	({ words }: Field) =>
		words.widget === name;
const isDate = ({ words }: Field) => words.format === 'date';
const isChoice = ({ words, value }: Field) => Boolean(words.options) && typeof value === 'string';
const isRef = ({ words, value }: Field) => Boolean(words.refersTo) && typeof value === 'string';
const isPlain = (field: Field) => isText(field) && !isDate(field) && !isChoice(field) && !isRef(field) && !field.words.widget;

const isShort = (field: Field) => isText(field) && field.words.widget !== 'text';

/** What an editor, a spreadsheet or a program could write into a field, and the field does not take. */
const wrong: Record<string, Breaks> = {
	'a day that does not exist': { of: isDate, into: ({ value }) => `${String(value).slice(0, 4)}-02-30` },
	'a month 13': { of: isDate, into: ({ value }) => `${String(value).slice(0, 4)}-13-01` },
	'a day as people write it': { of: isDate, into: ({ value }) => String(value).replace(/(\d+)-(\d+)-(\d+)/, '$1年$2月$3日') },
	'a day with slashes': { of: isDate, into: ({ value }) => String(value).replaceAll('-', '/') },
	'a day as a number of a spreadsheet': { of: isDate, into: () => 46_092 },
	'an amount that lost its quotes': { of: widget('money'), into: ({ value }) => Number(value) },
	'an amount with a comma': { of: widget('money'), into: ({ value }) => `1,${value}` },
	'an amount with one digit': { of: widget('money'), into: ({ value }) => String(value).slice(0, -1) },
	'an amount with a sign for yuan': { of: widget('money'), into: ({ value }) => `¥${value}` },
	'an area that lost its quotes': { of: widget('area'), into: ({ value }) => Number(value) },
	'an area with its unit': { of: widget('area'), into: ({ value }) => `${value}㎡` },
	'an option nobody offers': { of: isChoice, into: () => 'nosuch' },
	'an option by its Chinese word': { of: isChoice, into: ({ value, words }) => words.options![value as string] },
	'a reference in Chinese': { of: isRef, into: () => 'bodies/金桂苑/业委会' },
	'a reference with an ending': { of: isRef, into: ({ value }) => `${value}.md` },
	'a number as text': { of: ({ value }) => typeof value === 'number', into: ({ value }) => `${value}人` },
	'a yes in Chinese': { of: ({ value }) => typeof value === 'boolean', into: () => '是' },
	'nothing in a field': { of: isPlain, into: () => null },
	'only blanks in a field': { of: isPlain, into: () => '   ' },
	'a list where a text belongs': { of: isPlain, into: ({ value }) => [value] },
	'a group where a text belongs': { of: isPlain, into: ({ value }) => ({ text: value }) },
	'a number where a text belongs': { of: isPlain, into: () => 2026 },
	'a text where a list belongs': { of: ({ value }) => Array.isArray(value), into: () => '见附件' },
	'G9: a blank of no width': { of: isShort, into: ({ value }) => `${String(value).slice(0, 9)}\u200B${String(value).slice(9)}` },
	'G9: a sign that turns the rest around': {
		of: isText,
		into: ({ value }) => `${String(value).slice(0, 9)}\u202E${String(value).slice(9)}`,
	},
	'G9: an isolate that is never closed': { of: isText, into: ({ value }) => `\u2067${value}` },
	'G9: a bell': { of: isText, into: ({ value }) => `${value}\u0007.` },
	'G9: the end of a line that no keyboard has': { of: isShort, into: ({ value }) => `${value}\u2028甲` },
	'G9: a byte order mark in the middle': { of: isShort, into: ({ value }) => `${value}\uFEFF甲` },
	'G9: a letter of no shape': { of: isShort, into: ({ value }) => `${value}\u3164` },
	'G9: a joiner between two ideographs': { of: isShort, into: ({ value }) => `${value}甲\u200D乙` },
	'G9: nothing but signs nobody sees': { of: isPlain, into: () => '\u200B\u200D\u2060' },
	'G9: in several lines, nothing but signs nobody sees': { of: widget('text'), into: () => '\u200B\n\u2060' },
	'a text of a hundred thousand signs': { of: isPlain, into: () => '很'.repeat(100_000) },
};

/** Each operator, with what it makes of a record: nothing where it does not apply. `pick` chooses one of the fields it applies to. */
export const fieldOperators: Record<string, (sample: Sample, pick: (n: number) => number) => BrokenData | null> = {
	...Object.fromEntries(
		Object.entries(wrong).map(([name, { of, into }]) => [
			name,
			(sample: Sample, pick: (n: number) => number) => {
				const all = fieldsOf(sample).filter(of);
				const field = all[pick(all.length || 1)];
				return field
					? {
							data: withAt(sample.data, field.path, (holder, last) => {
								holder[last] = into(field);
							}),
							field: fieldOf(field.path),
						}
					: null;
			},
		]),
	),
	'a required field left out': (sample, pick) => {
		const required = (Object.entries(schemaOf(sample).shape) as [string, { def: { type: string } }][])
			.filter(([name, { def }]) => name in sample.data && def.type !== 'optional' && def.type !== 'default')
			.map(([name]) => name);
		const name = required[pick(required.length)]!;
		const { [name]: _, ...data } = sample.data;
		return { data, field: name };
	},
	'a name with a slip of the pen': (sample, pick) => {
		const names = Object.keys(sample.data);
		const name = names[pick(names.length)]!;
		return { data: { ...sample.data, [`${name}s`]: sample.data[name] }, field: `${name}s` };
	},
	'a field in Chinese': ({ data }) => ({ data: { ...data, 备注: '见附件' }, field: '备注' }),
	'a name of the machine': ({ data }) => ({ data: { ...data, constructor: { prototype: 1 } }, field: 'constructor' }),
};
