import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, Schema, type YAMLMap } from 'yaml';
import type { Finding } from './finding.ts';

/** The text of a file taken apart: its data as plain values, the Markdown below the line, and where each field stands. */
export interface Parsed {
	data: unknown;
	body: string;
	/** The line where the text begins, counted from 1; absent where there is none. */
	bodyLine?: number;
	/** The line of a field, counted from 1; of the nearest thing around it when the field itself is not written. */
	lineOf(path: readonly PropertyKey[]): number | undefined;
}

/** Takes the text of a record apart. `front` data is YAML between two `---` lines, with Markdown below; otherwise the whole is JSON. */
export function parse(file: string, text: string, front: boolean): Parsed | Finding {
	if (!front) return parseJson(file, text);
	const match = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n([\s\S]*))?$/.exec(text);
	if (!match)
		return syntax(file, 1, '文件开头没有用两行 --- 围起来的字段。', '第一行写 ---，接着一行一个字段，字段写完再写一行 ---，下面写正文。');
	const [, fields = '', body = ''] = match;
	const parsed = parseYaml(file, fields, body.trim(), 1);
	return 'check' in parsed || body.trim() === ''
		? parsed
		: { ...parsed, bodyLine: text.slice(0, -body.trimStart().length).split('\n').length };
}

function parseJson(file: string, text: string): Parsed | Finding {
	try {
		const data: unknown = JSON.parse(text);
		// Written back it is the same: then nothing stands twice in it, and the slower reading is not needed.
		if (isDeep(data)) return deep(file, 1);
		if (`${JSON.stringify(data, null, 2)}\n` === text) return { data, body: '', lineOf: locating(text, 0) };
	} catch (error) {
		const line = Number(/line (\d+)/.exec(String(error))?.[1] ?? 1);
		return syntax(file, line, `第${line}行不是合法的 JSON：${excerpt(text, line)}`, '看看是不是少了逗号、引号或括号，或多了一个逗号。');
	}
	return parseYaml(file, text, '', 0);
}

/**
 * YAML 1.2 as its core schema has it: days stay text. Made once, not for every file. What is written twice we look for ourselves: there each
 * key is compared with all others.
 */
const core = {
	version: '1.2',
	schema: new Schema({ schema: 'core', resolveKnownTags: true, merge: false }),
	prettyErrors: false,
	uniqueKeys: false,
} as const;

/** No record has fields within fields so deep. */
const DEEPEST = 40;

/** Whether values stand within values deeper than that. */
function isDeep(data: unknown): boolean {
	let level = [data];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > DEEPEST) return true;
		level = level.flatMap((each) => (each && typeof each === 'object' ? Object.values(each) : []));
	}
	return false;
}

const deep = (file: string, line: number): Finding =>
	syntax(file, line, `字段一层套一层，超过${DEEPEST}层。`, '照样板的写法，字段最多套几层；多半是括号、缩进或短横多写了。');

function parseYaml(file: string, text: string, body: string, linesAbove: number): Parsed | Finding {
	const counter = new LineCounter();
	const doc = parseDocument(text, { ...core, lineCounter: counter });
	const first = doc.errors[0] ?? writtenTwice(doc);
	if (first) {
		const line = counter.linePos(first.pos[0]).line + linesAbove;
		if (first.code === 'RESOURCE_EXHAUSTION') return deep(file, line);
		const [problem, fix] = explain(first.code, excerpt(text, line - linesAbove));
		return syntax(file, line, `第${line}行${problem}`, fix);
	}
	try {
		const data: unknown = doc.toJS({ maxAliasCount: 0 });
		return isDeep(data) ? deep(file, 1 + linesAbove) : { data, body, lineOf: locating(text, linesAbove) };
	} catch (error) {
		if (error instanceof RangeError) return deep(file, 1 + linesAbove);
		return syntax(file, 1 + linesAbove, '用了别名（& 和 *）。', '把内容照样写出来，不用别名。');
	}
}

/** The first key that stands twice in its map, level by level. */
function writtenTwice(doc: Document): { code: string; pos: [number] } | null {
	let level: unknown[] = [doc.contents];
	while (level.length > 0) {
		for (const map of level.filter(isMap)) {
			const keys = new Set<string>();
			for (const { key } of map.items) {
				if (!isScalar(key)) continue;
				if (keys.has(String(key.value))) return { code: 'DUPLICATE_KEY', pos: [key.range?.[0] ?? 0] };
				keys.add(String(key.value));
			}
		}
		level = level.flatMap((node) => (isMap(node) ? node.items.map(({ value }) => value) : isSeq(node) ? node.items : []));
	}
	return null;
}

/** Finds the line of a path; the document is read once more, which only happens when there is something to say, and only once. */
function locating(text: string, linesAbove: number): Parsed['lineOf'] {
	let found: Parsed['lineOf'] | undefined;
	return (path) => (found ??= locate(text, linesAbove))(path);
}

function locate(text: string, linesAbove: number): Parsed['lineOf'] {
	const counter = new LineCounter();
	const doc = parseDocument(text, { ...core, lineCounter: counter });
	const indexes = new Map<YAMLMap, Map<string, YAMLMap['items'][number]>>();
	const pairIn = (map: YAMLMap, key: string) => {
		let index = indexes.get(map);
		if (!index) {
			index = new Map(map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])));
			indexes.set(map, index);
		}
		return index.get(key);
	};
	return (path) => {
		let node: unknown = doc.contents;
		let at = 0;
		for (const step of path) {
			if (isMap(node)) {
				const pair = pairIn(node, String(step));
				if (!pair) break;
				at = (isScalar(pair.key) && pair.key.range?.[0]) || at;
				node = pair.value;
			} else if (isSeq(node)) {
				node = node.items[Number(step)];
				at = (node as { range?: [number] } | undefined)?.range?.[0] ?? at;
			} else break;
		}
		return counter.linePos(at).line + linesAbove;
	};
}

function explain(code: string, there: string): [problem: string, fix: string] {
	if (code === 'DUPLICATE_KEY') return [`同一个字段写了两遍：${there}`, '只留一个。'];
	if (code === 'TAB_AS_INDENT') return [`用制表符缩进：${there}`, '改用空格缩进，每级两个空格。'];
	if (code === 'BAD_INDENT') return [`缩进对不齐：${there}`, '同一级的字段左边对齐，下一级多缩进两个空格。'];
	if (code === 'MISSING_CHAR') return [`少了引号、冒号或括号：${there}`, '补上配对的引号或括号；冒号后面要空一格。'];
	return [`的写法看不懂：${there}`, '一行写一个“字段: 内容”。内容里有冒号、井号或引号的，整段用英文双引号括起来。'];
}

const excerpt = (text: string, line: number): string => `“${(text.split('\n')[line - 1] ?? '').trim().slice(0, 60)}”`;

const syntax = (file: string, line: number, problem: string, fix: string): Finding => ({
	check: 'syntax',
	kind: 'slip',
	file,
	field: '',
	line,
	problem,
	fix,
});
