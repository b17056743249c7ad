/**
 * From files to records. Every bad file is named in one run, with what is there, what was expected and what to do;
 * nothing is guessed and nothing is mended in silence.
 */
import type { z } from 'zod';
import { hiddenSign } from '../basics/signs.ts';
import type { Finding } from './finding.ts';
import { collections, type Entry } from './index.ts';
import { explain, sayHidden } from './messages.ts';
import { type Parsed, parse } from './parse.ts';
import { placeOf } from './place.ts';
import { type Settings, settings as settingsSchema } from './settings.ts';

/** One file under `content/` as it was found. `refused`: why its bytes were not even read. */
export interface RecordFile {
	/** `meetings/jinguiyuan/2026-03-10-joint.md` */
	file: string;
	bytes: Uint8Array;
	refused?: 'symlink' | 'large';
}

/** What one file turned out to be. A record or the settings come with no slip. */
export interface Read {
	entry?: Entry;
	settings?: Settings;
	findings: Finding[];
}

/** A record or an upload may be this large, in bytes. */
export const LARGEST = { record: 2 * 1024 * 1024, upload: 10 * 1024 * 1024 } as const;

/** Reads one file. */
export function readFile({ file, bytes, refused }: RecordFile): Read {
	if (refused === 'symlink')
		return slip('symlink', file, '是一个符号链接。', '放真正的文件，不要放链接：公开的内容必须就在这里，别处改了这里不能跟着变。');
	const place = placeOf(file);
	if ('check' in place) return { findings: [place] };
	if (refused === 'large' || bytes.length > (place.kind === 'upload' ? LARGEST.upload : LARGEST.record))
		return slip('size', file, `文件超过 ${place.kind === 'upload' ? '10' : '2'} MB。`, '拆成几份，或把图片、扫描件放到 uploads 里再引用。');
	if (place.kind === 'upload') return { findings: [] };
	const text = textOf(bytes);
	if (text === null)
		return slip('encoding', file, '不是 UTF-8 编码（可能是 GBK），或者含有空字符。', '用编辑器“另存为”，编码选 UTF-8，再放回来。');
	const parsed = parse(file, text, file.endsWith('.md'));
	if ('check' in parsed) return { findings: [parsed] };
	if (place.kind === 'settings') {
		const result = shaped(file, settingsSchema, parsed);
		return result.data ? { settings: result.data, findings: [] } : { findings: result.findings };
	}
	const { collection, community, slug, id } = place;
	const { body, bodyLine } = parsed;
	const hidden = hiddenInBody(file, text, body);
	const result = shaped(file, collections[collection].schema as z.ZodType, parsed);
	if (!result.data || hidden.length > 0) return { findings: [...result.findings, ...hidden] };
	const entry = {
		id,
		collection,
		...(community ? { community } : {}),
		slug,
		file,
		data: result.data,
		body,
		...(bodyLine ? { bodyLine } : {}),
	} as Entry;
	return { entry, findings: [] };
}

/** What is said of a sign in the Markdown of a file that nobody sees. */
export function hiddenInBody(file: string, text: string, body: string): Finding[] {
	const said = sayHidden('“正文”', body, 'lines');
	if (!said) return [];
	const at = text.lastIndexOf(body) + (hiddenSign(body, 'lines')?.at ?? 0);
	return [{ check: 'shape', kind: 'slip', file, field: 'body', line: text.slice(0, at).split('\n').length, ...said }];
}

/** What all files together turned out to be. */
export interface Reading {
	entries: Entry[];
	settings?: Settings;
	findings: Finding[];
}

/** Reads every file, and refuses names that differ only in case or in their ending. `read`: for who remembers what was read before. */
export function readAll<F extends RecordFile>(files: Iterable<F>, read: (found: F) => Read = readFile): Reading {
	const entries: Entry[] = [];
	const findings: Finding[] = [];
	const seen = new Map<string, string>();
	let settings: Settings | undefined;
	for (const found of files) {
		const name = found.file.replace(/\.(?:md|json)$/, '').toLowerCase();
		const twin = seen.get(name);
		if (twin) findings.push(...twins(found.file, twin));
		else seen.set(name, found.file);
		const said = read(found);
		findings.push(...said.findings);
		if (said.entry && !twin) entries.push(said.entry);
		if (said.settings) settings = said.settings;
	}
	if (!settings && !findings.some((f) => f.file === 'settings.json'))
		findings.push(...slip('shape', 'settings.json', '没有这个文件。', '新建 settings.json，写上公开栏的名称、主办单位和网址。').findings);
	return { entries, ...(settings ? { settings } : {}), findings };
}

const twins = (file: string, twin: string): Finding[] =>
	slip('twins', file, `和“${twin}”只差大小写或后缀，网址会撞在一起。`, '改其中一个的名字；同一天的第二份加 -2。').findings;

/** The text of the bytes, line ends as `\n`, without a byte order mark; null when they are no UTF-8 text. */
function textOf(bytes: Uint8Array): string | null {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return text.includes('\0') ? null : text.replace(/\r\n?/g, '\n');
	} catch {
		return null;
	}
}

/** The data in the shape of its schema, or what is wrong with it. */
function shaped<T>(file: string, schema: z.ZodType<T>, parsed: Parsed): { data?: T; findings: Finding[] } {
	const result = schema.safeParse(parsed.data);
	if (result.success) return { data: result.data, findings: [] };
	const findings = result.error.issues.flatMap((issue) =>
		explain(schema, issue, parsed.data).map(({ field, path, problem, fix }): Finding => {
			const line = parsed.lineOf(path);
			return { check: 'shape', kind: 'slip', file, field, ...(line ? { line } : {}), problem, fix };
		}),
	);
	return { findings };
}

const slip = (check: string, file: string, problem: string, fix: string): Read => ({
	findings: [{ check, kind: 'slip', file, field: '', problem, fix }],
});
