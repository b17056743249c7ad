import { isMap, isScalar, isSeq, LineCounter, parseDocument, Schema } from 'yaml';
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
		if (`${JSON.stringify(data, null, 2)}\n` === text) return { data, body: '', lineOf: (path) => locate(text, 0)(path) };
	} catch (error) {
		const line = Number(/line (\d+)/.exec(String(error))?.[1] ?? 1);
		return syntax(file, line, `第${line}行不是合法的 JSON：${excerpt(text, line)}`, '看看是不是少了逗号、引号或括号，或多了一个逗号。');
	}
	return parseYaml(file, text, '', 0);
}

/** YAML 1.2 as its core schema has it: days stay text. Made once, not for every file. */
const core = { version: '1.2', schema: new Schema({ schema: 'core', resolveKnownTags: true, merge: false }), prettyErrors: false } as const;

function parseYaml(file: string, text: string, body: string, linesAbove: number): Parsed | Finding {
	const counter = new LineCounter();
	const doc = parseDocument(text, { ...core, lineCounter: counter });
	const [error] = doc.errors;
	if (error) {
		const line = counter.linePos(error.pos[0]).line + linesAbove;
		const [problem, fix] = explain(error.code, excerpt(text, line - linesAbove));
		return syntax(file, line, `第${line}行${problem}`, fix);
	}
	try {
		return { data: doc.toJS({ maxAliasCount: 0 }), body, lineOf: (path) => locate(text, linesAbove)(path) };
	} catch {
		return syntax(file, 1 + linesAbove, '用了别名（& 和 *）。', '把内容照样写出来，不用别名。');
	}
}

/** Finds the line of a path; the document is read once more, which only happens when there is something to say. */
function locate(text: string, linesAbove: number) {
	const counter = new LineCounter();
	const doc = parseDocument(text, { ...core, lineCounter: counter });
	return (path: readonly PropertyKey[]): number | undefined => {
		let node: unknown = doc.contents;
		let at = 0;
		for (const step of path) {
			if (isMap(node)) {
				const pair = node.items.find((p) => isScalar(p.key) && String(p.key.value) === String(step));
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
