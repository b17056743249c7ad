import type { z } from 'zod';
import { privateIn, saidOf } from '../../src/checks/privacy.ts';
import { uploadsNamed } from '../../src/domain/uploads.ts';
import { foundIn, letPass } from '../../src/privacy/detectors.ts';
import { gradeOf, keepsBack } from '../../src/privacy/found.ts';
import { type LetPass, textsLetPass } from '../../src/privacy/let-pass.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { collections } from '../../src/schema/index.ts';
import { labelOf } from '../../src/schema/labels.ts';
import { explain, fieldOf } from '../../src/schema/messages.ts';
import { parse } from '../../src/schema/parse.ts';
import { placeOf } from '../../src/schema/place.ts';
import { hiddenInBody, LARGEST, readFile } from '../../src/schema/reader.ts';
import { settings } from '../../src/schema/settings.ts';
import { Refusal, type Told } from './refusal.ts';

/** So many are told at once; who has more mends these first. */
const SHOWN = 8;

/**
 * What keeps a text from being kept as a draft. A draft may lack what a publication may not; but what is written in it must be
 * readable, in its place, in its shape, and no private person's number.
 */
export function draftFindings(file: string, text: string): Finding[] {
	const place = placeOf(file);
	if ('check' in place) return [place];
	const slip = (check: string, problem: string, fix: string): Finding => ({ check, kind: 'slip', file, field: '', problem, fix });
	if (new TextEncoder().encode(text).length > LARGEST.record)
		return [slip('size', '内容超过 2 MB。', '拆成几份，或把图片、扫描件放到附件里。')];
	if (text.includes('\0') || !text.isWellFormed()) return [slip('encoding', '内容里有看不见的坏字符。', '删掉刚粘贴的那一段，重新输入。')];
	const parsed = parse(file, text.replace(/\r\n?/g, '\n'), file.endsWith('.md'));
	if ('check' in parsed) return [parsed];
	if (place.kind === 'upload') return [slip('place', '这里只放上传的文件。', '换一个位置。')];
	const schema = (place.kind === 'settings' ? settings : collections[place.collection].schema) as z.ZodType;
	return [
		...wrongShapes(schema, file, parsed.data),
		...hiddenInBody(file, text, parsed.body),
		...privateData(file, parsed.data, parsed.body),
	];
}

/** What is written and has the wrong shape; what is not written yet is no matter in a draft. */
function wrongShapes(schema: z.ZodType, file: string, data: unknown): Finding[] {
	const result = schema.safeParse(data);
	if (result.success) return [];
	return result.error.issues
		.filter((issue) => !isBlank(valueAt(data, issue.path)))
		.flatMap((issue) =>
			explain(schema, issue, data).map(({ field, problem, fix }): Finding => ({ check: 'shape', kind: 'slip', file, field, problem, fix })),
		);
}

const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce<unknown>((at, step) => (at && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[step] : undefined), data);

const parsedIn = (file: string, text: string) => {
	const parsed = parse(file, text.replace(/\r\n?/g, '\n'), file.endsWith('.md'));
	return 'check' in parsed ? null : parsed;
};

/** The texts a record lets pass, as far as it can be read: on a day, or ever. */
export const letPassIn = (file: string, text: string, day?: string): string[] =>
	textsLetPass((parsedIn(file, text)?.data as LetPass | null)?.allowed, day);

/** Whether a record says that it is withdrawn. */
export const isWithdrawn = (file: string, text: string): boolean =>
	Boolean((parsedIn(file, text)?.data as { withdrawn?: unknown } | null)?.withdrawn);

/** Every text of a record, as far as it can be read: of its fields, and what stands below them. */
export function textsIn(file: string, text: string): string[] {
	const parsed = parsedIn(file, text);
	return parsed ? writtenIn(parsed.data, parsed.body).map(([, written]) => written) : [];
}

/** Where a record names an upload, in the words of its form: `“附件”第2项的“文件”`; empty where it does not, or cannot be read. */
export function whereNamed(file: string, text: string, upload: string): string {
	const parsed = parsedIn(file, text);
	const found = parsed && writtenIn(parsed.data, parsed.body).find(([, written]) => uploadsNamed(written).has(upload));
	return found ? labelOf(file, found[0]) : '';
}

/** Each text of a record with its field; what is let pass is none. */
function writtenIn(data: unknown, body: string): [field: string, text: string][] {
	const written: [string, string][] = [];
	const walk = (value: unknown, path: PropertyKey[]): void => {
		if (typeof value === 'string') written.push([fieldOf(path), value]);
		else if (Array.isArray(value)) value.forEach((each, i) => void walk(each, [...path, i]));
		else if (value && typeof value === 'object') for (const [name, each] of Object.entries(value)) walk(each, [...path, name]);
	};
	walk(data, []);
	return [...written, ['body', body]];
}

/** Whether something in a text would keep it back. */
export const isPrivate = (text: string): boolean => letPass(foundIn(text), {}).some(keepsBack);

/** Somebody's numbers, which may not even stand in a draft. What a person must judge is asked when the draft goes to review. */
function privateData(file: string, data: unknown, body: string): Finding[] {
	const texts = textsLetPass((data as LetPass | null)?.allowed);
	return writtenIn(data, body).flatMap(([field, text]) =>
		letPass(foundIn(text), { texts })
			.filter((each) => gradeOf(each) === 'number')
			.map((each): Finding => {
				const said = saidOf(each, file, field);
				return { check: 'privacy', kind: 'slip', ...said, fix: `${said.fix}草稿里也不能有。` };
			}),
	);
}

/** What in a draft a person must judge, as the check asks of what is published: the words, and the field they stand in. */
export function draftHints(file: string, text: string, today: string): { text: string; field: string; problem: string }[] {
	const { entry } = readFile({ file, bytes: new TextEncoder().encode(text) });
	const texts = letPassIn(file, text, today);
	if (entry)
		return privateIn(entry, { texts }).flatMap(({ confirm, field, problem }) => (confirm ? { text: confirm.text, field, problem } : []));
	const parsed = parsedIn(file, text);
	if (!parsed) return [];
	return writtenIn(parsed.data, parsed.body).flatMap(([field, written]) =>
		letPass(foundIn(written), { texts })
			.filter((each) => gradeOf(each) === 'hint')
			.map((each) => ({ text: each.text, field, problem: saidOf(each, file, field).problem })),
	);
}

/** The refusal for some findings, about a record the editor knows as `file`: each with the label of its field. */
export function refusedFor(what: string, file: string, findings: readonly Finding[]): Refusal {
	const told = findings.map((finding): Told => ({ ...finding, label: labelOf(finding.file, finding.field) }));
	const lines = told.slice(0, SHOWN).map((each) => {
		const where = each.file === file ? each.label : `${each.file}${each.label && `的${each.label}`}`;
		return where && !each.problem.startsWith(where) ? `${where}：${each.problem}${each.fix}` : `${each.problem}${each.fix}`;
	});
	const more = told.length > SHOWN ? [`……还有 ${told.length - SHOWN} 处。`] : [];
	return new Refusal(422, [`${what}，有 ${told.length} 处要改：`, ...lines, ...more].join('\n'), { findings: told });
}
