/** What a wrong shape says to an editor: what is there, what was expected, what to do, why. */
import type { z } from 'zod';
import { nearest } from '../basics/nearest.ts';
import { hiddenSign, isSeen } from '../basics/signs.ts';
import type { Words } from './fields.ts';

interface Said extends Words {
	title?: string;
	description?: string;
}

/** What a message needs of a schema, whichever kind it is. */
interface Any {
	def: { type: string; innerType?: Any; element?: Any; shape?: Record<string, Any>; in?: Any };
	meta(): Said | undefined;
}

/** A path as editors read it, counted from 1: `agenda[1].owner`. */
export const fieldOf = (path: readonly PropertyKey[]): string =>
	path.map((step, i) => (typeof step === 'number' ? `[${step + 1}]` : `${i ? '.' : ''}${String(step)}`)).join('');

/** The sentence and the advice for one issue zod found in `data`; an unknown name gives one for each name. */
export function explain(
	schema: z.ZodType,
	issue: z.core.$ZodIssue,
	data: unknown,
): { field: string; path: PropertyKey[]; problem: string; fix: string }[] {
	const path = issue.path;
	const there = valueAt(data, path);
	const { words, known, inside, isList } = wordsAt(schema as unknown as Any, path);
	const name = words.title ? `“${words.title}”` : '这里';
	if (issue.code === 'unrecognized_keys')
		return issue.keys.map((key) => {
			const meant = nearest(key, known);
			const fix = meant ? `是不是“${meant}”？改过来。` : `这里可以写的有：${known.join('、')}。不在其中的，删掉或写进正文。`;
			return { field: fieldOf([...path, key]), path: [...path, key], problem: `没有叫“${key}”的字段。`, fix };
		});
	const why = words.description ? `（${words.description}）` : '';
	const answer = (problem: string, fix: string) => [{ field: fieldOf(path), path, problem, fix: fix + why }];
	const expects = words.expects ?? (inside.length > 0 ? `写成一组，可以有：${inside.join('、')}` : '照字段说明写');
	if (there === undefined) return answer(`${name}没有写。`, `补上：${isList ? ONE_OR_MORE : (fewOf(words) ?? expects)}。`);
	if (there === null || there === '') return answer(`${name}是空的。`, `填上，或者不需要就把这一行删掉；${expects}。`);
	const hidden = typeof there === 'string' && sayHidden(name, there, words.widget === 'text' ? 'lines' : 'line');
	if (hidden) return answer(hidden.problem, hidden.fix);
	if (issue.code === 'invalid_value' && words.options) {
		const options = Object.entries(words.options);
		const [byWords] = options.find(([, label]) => label === there) ?? [];
		const meant = byWords ?? nearest(String(there), Object.keys(words.options));
		const all = options.map(([key, label]) => `${key}（${label}）`).join('、');
		return answer(
			`${name}写的是${show(there)}，没有这个选项。`,
			meant ? `改成“${meant}”（${words.options[meant]}）。可选的有：${all}。` : `从这些里选一个：${all}。`,
		);
	}
	if (words.widget === 'money' || words.widget === 'area') {
		const unit = words.widget === 'money' ? '元' : '平方米';
		const quoted = typeof there === 'number' ? there.toFixed(2) : tidied(String(there));
		return answer(`${name}写的是${show(there)}，不是带引号、两位小数的${unit}。`, quoted ? `写成 "${quoted}"。` : `${expects}。`);
	}
	if (words.format === 'date') return answer(`${name}写的是${show(there)}，没有这一天，或者不是日期的写法。`, `${expects}。`);
	if (issue.code === 'too_big') return answer(`${name}太长或太大了。`, `${expects}；内容多的，分成几条或写进正文。`);
	if (issue.code === 'too_small' && isList && issue.minimum === 1) return answer(`${name}一项也没有。`, `${ONE_OR_MORE}。`);
	if (issue.code === 'too_small') return answer(`${name}太短、太少或太小了，写的是${show(there)}。`, `${expects}，至少要有一项。`);
	return answer(`${name}写的是${show(there)}，写法不对。`, `${expects}。`);
}

/** What is asked of a list that must not be empty. */
const ONE_OR_MORE = '加一项，至少要有一项';

/** More options than these are not read in a sentence. */
const FEW = 6;

/** `从这几项里选一项：常规会议、紧急会议`, when there are few. */
function fewOf({ options = {} }: Said): string | undefined {
	const labels = Object.values(options);
	return labels.length > 0 && labels.length <= FEW ? `从这几项里选一项：${labels.join('、')}` : undefined;
}

/** What is said of a sign that nobody sees in a text, or of a text of which nothing is seen; null when all of it is. `name`: “标题”. */
export function sayHidden(name: string, text: string, kind: 'line' | 'lines'): { problem: string; fix: string } | null {
	const sign = hiddenSign(text, kind);
	if (sign) {
		const before = text.slice(0, sign.at);
		const where = before ? `（“${Array.from(before).slice(-6).join('')}”后面）` : '';
		return {
			problem: `${name}的第${Array.from(before).length + 1}个字${where}是${sign.what} ${sign.code}。`,
			fix: `把这一处连同前后两个字删掉，重新打一遍。${kind === 'line' ? '这里只写一行看得见的字：' : ''}看不见的符号会让人读到的和搜到的不一样。`,
		};
	}
	return text.trim() === '' || isSeen(text) ? null : { problem: `${name}里没有看得见的字。`, fix: '删掉，重新打一遍。' };
}

/** `12,800元` → `12800.00`, when it can be nothing else. */
function tidied(text: string): string | null {
	const plain = text.normalize('NFKC').replace(/[,\s¥元]/g, '');
	return /^\d+(?:\.\d{1,2})?$/.test(plain) ? Number(plain).toFixed(2) : null;
}

const show = (value: unknown): string => {
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
};

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce<unknown>((at, step) => (at && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[step] : undefined), data);

/** What a schema says at a path; whether a list is there; and the fields of the group that is there: their names, and names with labels. */
function wordsAt(schema: Any, path: readonly PropertyKey[]): { words: Said; known: string[]; inside: string[]; isList: boolean } {
	let at: Any | undefined = schema;
	let words: Said = schema.meta() ?? {};
	const enter = () => {
		while (at?.def.innerType) {
			words = { ...words, ...at.meta() };
			at = at.def.innerType;
		}
		words = { ...words, ...at?.meta() };
	};
	enter();
	for (const step of path) {
		at = typeof step === 'number' ? at?.def.element : at?.def.shape?.[String(step)];
		words = {};
		enter();
	}
	const fields = Object.entries(at?.def.shape ?? {});
	return {
		words,
		isList: at?.def.type === 'array',
		known: fields.map(([name]) => name),
		inside: fields.map(([name, field]) => labelled(name, field)),
	};
}

/** `heldOn（开会日期）` */
function labelled(name: string, field: Any): string {
	for (let at: Any | undefined = field; at; at = at.def.innerType) {
		const title = at.meta()?.title;
		if (title) return `${name}（${title}）`;
	}
	return name;
}
