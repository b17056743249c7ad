/** The names the desk gives: to a new record, to an upload, and to what is chosen from a list. */
import type { Map as ImmutableMap, List } from 'immutable';
import { dayInShanghai } from '../../src/basics/days.ts';
import { slugOf } from '../../src/derive/slug.ts';
import type { CollectionName } from '../../src/schema/index.ts';

type Fields = List<ImmutableMap<string, unknown>>;
type Data = ImmutableMap<string, unknown>;

/** The name of a new record in its address. */
export const slugFor = (collection: Data, data: Data): string =>
	slugOf(collection.getIn(['desk', 'collection']) as CollectionName, data.toJS() as Record<string, unknown>, dayInShanghai(Date.now()));

/** What the files chosen in this window were called before they had a name of the board. */
const calledBefore = new Map<string, string>();

/** A message with the files of this window as their owner knows them: `“file-k3x9.pdf”` → `“报价单.pdf”（存成 file-k3x9.pdf）`. */
export const asCalled = (message: string): string =>
	message.replace(/“([a-z0-9.-]+)”/g, (said, name: string) => {
		const before = calledBefore.get(name);
		return before ? `“${before}”（存成 ${name}）` : said;
	});

/** `签到表 (1).PDF` → `file-k3x9….pdf`, `photo-1.JPG` → `photo-1.jpg`: letters and digits, and never the same for two pictures called 图片. */
export function uploadName({ name, size, lastModified }: Pick<File, 'name' | 'size' | 'lastModified'>): string {
	const dot = name.lastIndexOf('.');
	const ending =
		dot < 0
			? ''
			: name
					.slice(dot)
					.toLowerCase()
					.replace(/[^.a-z0-9]/g, '');
	const whole = dot < 0 ? name : name.slice(0, dot);
	const stem = whole
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
	const isPlain = /^[\w .()-]+$/.test(whole) && stem !== '';
	if (isPlain) return `${stem}${ending}`;
	const given = `${stem || 'file'}-${(size * 31 + lastModified).toString(36)}${ending}`;
	calledBefore.set(given, name);
	return given;
}

/** The data with the words of what was chosen in place of the keys. */
export const inWords = (data: Data, fields: Fields | undefined): Data =>
	(fields ?? ([] as unknown as Fields)).reduce((said, field) => {
		const options = field.get('options') as List<Data> | undefined;
		const name = field.get('name') as string;
		const word = options?.find((option) => option.get('value') === said.get(name))?.get('label');
		return word ? said.set(name, word) : said;
	}, data);
