import type { z } from 'zod';
import { saidOf } from '../../src/checks/privacy.ts';
import { foundIn, letPass } from '../../src/privacy/detectors.ts';
import { keepsBack } from '../../src/privacy/found.ts';
import { type LetPass, textsLetPass } from '../../src/privacy/let-pass.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { collections } from '../../src/schema/index.ts';
import { labelOf } from '../../src/schema/labels.ts';
import { explain, fieldOf } from '../../src/schema/messages.ts';
import { parse } from '../../src/schema/parse.ts';
import { placeOf } from '../../src/schema/place.ts';
import { hiddenInBody, LARGEST } from '../../src/schema/reader.ts';
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

/** The texts a record lets pass, as far as it can be read. */
export function letPassIn(file: string, text: string): string[] {
	const parsed = parse(file, text.replace(/\r\n?/g, '\n'), file.endsWith('.md'));
	return 'check' in parsed ? [] : textsLetPass((parsed.data as LetPass | null)?.allowed);
}

function privateData(file: string, data: unknown, body: string): Finding[] {
	const found: Finding[] = [];
	const texts = textsLetPass((data as LetPass | null)?.allowed);
	const look = (field: string, text: string) => {
		for (const each of letPass(foundIn(text), { texts }).filter(keepsBack)) {
			const said = saidOf(each, file, field);
			found.push({ check: 'privacy', kind: 'slip', ...said, fix: `${said.fix}草稿里也不能有。` });
		}
	};
	const walk = (value: unknown, path: PropertyKey[]): void => {
		if (typeof value === 'string') look(fieldOf(path), value);
		else if (Array.isArray(value)) value.forEach((each, i) => void walk(each, [...path, i]));
		else if (value && typeof value === 'object') for (const [name, each] of Object.entries(value)) walk(each, [...path, name]);
	};
	walk(data, []);
	look('body', body);
	return found;
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
