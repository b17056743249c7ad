import { type Document, isMap, isSeq, type Pair, parseDocument, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { deserialise, type Kind, serialise, tidied, tidyText } from './serialise.ts';

/**
 * The text of a file after an edit in a form. What the edit did not touch stays byte for byte, down to comments, the order of the keys and
 * the kind of quotes; what is new is written as `serialise` does. A file that cannot be taken apart is written anew.
 */
export function rewrite(kind: Kind, before: string, data: Readonly<Record<string, unknown>>, body = ''): string {
	const old = taken(kind, before);
	if (!old) return serialise(kind, data, body);
	const after = tidied(kind.schema, data);
	const sameBody = tidyText(body) === tidyText(old.body);
	if (sameBody && same(tidied(kind.schema, old.data), after)) return before;
	if (kind.format === 'json') {
		const [, indent = '  '] = /^\{\n([ \t]+)"/.exec(before) ?? [];
		return `${JSON.stringify(inOrderOf(old.data, after), null, indent)}\n`;
	}
	const [, front = '', rest = ''] = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*(\n[\s\S]*)?$/.exec(before) ?? [];
	const doc = parseDocument(front, { version: '1.2', schema: 'core', keepSourceTokens: true });
	if (!isMap(doc.contents)) return serialise(kind, data, body);
	const fields = edited(doc, doc.contents, after);
	doc.contents = fields as typeof doc.contents;
	const text = tidyText(body);
	return `---\n${doc.toString({ lineWidth: 0 })}---${sameBody ? rest : `\n${text && `\n${text}\n`}`}`;
}

function taken(kind: Kind, text: string): ReturnType<typeof deserialise> | null {
	try {
		return deserialise(kind, text);
	} catch {
		return null;
	}
}

/** The same value with the keys it had before where they stood, and new ones after the key they follow. */
function inOrderOf(before: unknown, after: unknown): unknown {
	if (Array.isArray(after)) return after.map((item, i) => inOrderOf(Array.isArray(before) ? before[i] : undefined, item));
	if (!isGroup(after)) return after;
	const old = isGroup(before) ? before : {};
	const empty = Object.keys(old).filter((name) => !Object.hasOwn(after, name) && isEmpty(old[name]));
	const all: Record<string, unknown> = { ...after, ...Object.fromEntries(empty.map((name) => [name, old[name]])) };
	return Object.fromEntries(orderOf(Object.keys(old), Object.keys(after), empty).map((name) => [name, inOrderOf(old[name], all[name])]));
}

function orderOf(before: readonly string[], after: readonly string[], empty: readonly string[]): string[] {
	const order = before.filter((name) => after.includes(name) || empty.includes(name));
	after.forEach((name, i) => {
		if (order.includes(name)) return;
		const previous = after[i - 1];
		order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, name);
	});
	return order;
}

/** The YAML node with the new value: nodes whose value is as it was are the old ones. */
function edited(doc: Document, node: unknown, after: unknown): unknown {
	const before = isMap(node) || isSeq(node) || node instanceof Scalar ? node.toJS(doc) : undefined;
	if (same(before, after)) return node;
	if (isMap(node) && isGroup(after)) return editedMap(doc, node, after);
	if (isSeq(node) && Array.isArray(after)) return editedSeq(doc, node, after);
	if (node instanceof Scalar && typeof after !== 'object') return Object.assign(node, { value: after, source: undefined });
	return doc.createNode(after, { aliasDuplicateObjects: false });
}

function editedMap(doc: Document, map: YAMLMap, after: Readonly<Record<string, unknown>>): YAMLMap {
	const pairs = new Map(map.items.map((pair) => [String((pair.key as Scalar).value), pair as Pair]));
	const empty = [...pairs].filter(([name, pair]) => !Object.hasOwn(after, name) && isEmpty(plainOf(doc, pair))).map(([name]) => name);
	map.items = orderOf([...pairs.keys()], Object.keys(after), empty).map((name) => {
		const pair = pairs.get(name);
		if (!pair) return doc.createPair(name, after[name], { aliasDuplicateObjects: false });
		if (!empty.includes(name)) pair.value = edited(doc, pair.value, after[name]);
		return pair;
	});
	return map;
}

/** An item that was there before is found wherever it stands now, so that it keeps its comments when its neighbours come and go. */
function editedSeq(doc: Document, seq: YAMLSeq, after: readonly unknown[]): YAMLSeq {
	const left = new Set(seq.items.keys());
	const values = seq.items.map((item) => (item as Scalar).toJS(doc) as unknown);
	const kept = after.map((value) => {
		const at = [...left].find((i) => same(values[i], value));
		if (at !== undefined) left.delete(at);
		return at;
	});
	seq.items = after.map((value, i) => {
		const at = kept[i] ?? (left.delete(i) ? i : undefined);
		return at === undefined ? doc.createNode(value, { aliasDuplicateObjects: false }) : edited(doc, seq.items[at], value);
	});
	return seq;
}

const plainOf = (doc: Document, { value }: Pair): unknown => (value as Scalar | null)?.toJS(doc);

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown): boolean =>
	value === null || value === undefined || value === '' || (typeof value === 'object' && Object.values(value).every(isEmpty));

/** Whether two plain values say the same, in whatever order their keys stand. */
function same(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (Array.isArray(a) || Array.isArray(b))
		return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
	if (!isGroup(a) || !isGroup(b)) return false;
	const names = Object.keys(a);
	return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]));
}
