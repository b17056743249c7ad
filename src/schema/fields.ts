/**
 * The kinds of field a record is made of. Each field is born with its Chinese label and a sentence for the editor;
 * what can be said about it elsewhere (form, JSON Schema, messages) is derived from here.
 */
import { z } from 'zod';
import { AREA } from '../basics/area.ts';
import { isDay, PERIOD } from '../basics/days.ts';
import { AMOUNT } from '../basics/money.ts';
import { HIDDEN, hiddenSign, isSeen } from '../basics/signs.ts';

/** What a field may say of itself besides its label and its sentence. */
export interface Words {
	/** how the field is edited, where its type does not say it */
	widget?: 'text' | 'money' | 'area' | 'file' | 'time';
	/** the collections whose records it may name */
	refersTo?: readonly string[];
	/** the words of its options */
	options?: Readonly<Record<string, string>>;
	/** how it must be written, for messages: “写成……” */
	expects?: string;
	/** JSON Schema's name for what the text holds */
	format?: 'date';
	/** for JSON Schema, as much of what is asked of the text as an expression can say */
	pattern?: string;
}

const said = <T extends z.ZodType>(schema: T, title: string, description: string, words: Words = {}): T =>
	schema.meta({ title, description, ...words }) as T;

/** What a text is, as far as an expression can say it. */
export const PATTERNS = { line: `^[^${HIDDEN.line}]*$`, lines: `^[^${HIDDEN.lines}]*$` };

const isReadable = (kind: 'line' | 'lines') => (text: string) => text === '' || (isSeen(text) && !hiddenSign(text, kind));

/** One line of text, all of which can be seen. */
export const line = (title: string, description: string, words: Words = {}) =>
	said(z.string().trim().min(1).max(200).refine(isReadable('line')), title, description, {
		expects: '写一行字，不换行',
		pattern: PATTERNS.line,
		...words,
	});

/** Several lines of text. */
export const text = (title: string, description: string, words: Words = {}) =>
	said(z.string().trim().min(1).max(20_000).refine(isReadable('lines')), title, description, {
		widget: 'text',
		expects: '写一段字',
		pattern: PATTERNS.lines,
		...words,
	});

/** A calendar day. It stays text; a day that does not exist is refused. */
export const day = (title: string, description: string, words: Words = {}) =>
	said(z.string().refine(isDay), title, description, { format: 'date', expects: '写成 2026-03-10 这样的日期', ...words });

/** A time of day, `19:30`; `24:00` is the end of the day. */
export const time = (title: string, description: string, words: Words = {}) =>
	said(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/), title, description, {
		widget: 'time',
		expects: '写成 19:30 这样的时刻，一天结束写 24:00',
		...words,
	});

/** A period: `2026-Q1`, `2026-H1`, `2026-03`, `2026`. */
export const period = (title: string, description: string, words: Words = {}) =>
	said(z.string().regex(PERIOD), title, description, {
		expects: '写成 2026-Q1（季度）、2026-H1（半年）、2026-03（月）或 2026（年）',
		...words,
	});

/** Yuan as text with two digits. */
export const money = (title: string, description: string, words: Words = {}) =>
	said(z.string().regex(AMOUNT), title, description, {
		widget: 'money',
		expects: '写成带引号、两位小数、不加逗号的元，例如 "12800.00"',
		...words,
	});

/** m² as text with two digits. */
export const area = (title: string, description: string, words: Words = {}) =>
	said(z.string().regex(AREA), title, description, {
		widget: 'area',
		expects: '写成带引号、两位小数的平方米，例如 "86412.60"',
		...words,
	});

/** A whole number, zero or more. */
export const count = (title: string, description: string, words: Words = {}) =>
	said(z.int().min(0).max(1_000_000_000), title, description, { expects: '写一个整数，例如 12', ...words });

/** A measured number, with a fraction if need be. Never money. */
export const figure = (title: string, description: string, words: Words = {}) =>
	said(z.number(), title, description, { expects: '写一个数，例如 69.3', ...words });

/** Yes or no. */
export const flag = (title: string, description: string, words: Words = {}) =>
	said(z.boolean(), title, description, { expects: '写 true（是）或 false（否）', ...words });

/** One of a few named options. */
export const choice = <K extends string>(title: string, description: string, options: Readonly<Record<K, string>>, words: Words = {}) =>
	said(z.enum(Object.keys(options) as [K, ...K[]]), title, description, { options, expects: '从列出的几项里选一项', ...words });

/** The id of another record, such as `bodies/jinguiyuan/owners-committee`. */
export const ref = (collections: readonly string[], title: string, description: string, words: Words = {}) =>
	said(z.string().regex(/^[a-z]+(?:\/[A-Za-z0-9][A-Za-z0-9-]*){1,2}$/), title, description, {
		refersTo: collections,
		expects: `写另一条记录的编号，例如 ${collections[0]}/jinguiyuan/…`,
		...words,
	});

const WEB_ADDRESS = new RegExp(`^https?:\\/\\/[^\\s"<>${HIDDEN.line}\\u200C-\\u200F\\u061C]+$`);

/** A web address. */
export const url = (title: string, description: string, words: Words = {}) =>
	said(z.string().regex(WEB_ADDRESS), title, description, { expects: '写完整的网址，以 https:// 开头', ...words });

/** A file that was uploaded, as its path on the site: `/uploads/jinguiyuan/2026/xxx.pdf`. */
export const upload = (title: string, description: string, words: Words = {}) =>
	said(z.string().regex(/^\/uploads\/[a-z0-9-]+\/\d{4}\/[A-Za-z0-9][A-Za-z0-9._-]*$/), title, description, {
		widget: 'file',
		expects: '写成 /uploads/小区/年份/文件名',
		...words,
	});

/** An office's telephone number. */
export const phone = (title: string, description: string, words: Words = {}) =>
	said(z.string().regex(/^[\d+][\d -]{2,19}$/), title, description, { expects: '写办公电话，例如 0000-6000100', ...words });

/** Several fields that belong together. Unknown names are refused. */
export const group = <S extends z.ZodRawShape>(title: string, description: string, shape: S) =>
	said(z.strictObject(shape), title, description);

/** A list of things of one kind. */
export const list = <T extends z.ZodType>(item: T, title: string, description: string, words: Words = {}) =>
	said(z.array(item).max(5000), title, description, { expects: '写成一个列表', ...words });

/** The whole of a record: the fields of its kind. Unknown names are refused. */
export const record = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape);
