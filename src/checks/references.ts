import { nearest } from '../basics/nearest.ts';
import { collections } from '../schema/index.ts';
import { fieldOf } from '../schema/messages.ts';
import { visitFields } from '../schema/walk.ts';
import type { Check, Said } from './check.ts';
import { textsOf } from './texts.ts';

/** A record that names another must name one that is there; a record of a community must have its community. */
export const references: Check = {
	id: 'references',
	kind: 'slip',
	asks: '引用的记录、附件、小区都在吗？',
	run(records) {
		const found: Said[] = [];
		for (const entry of records.all) {
			const { file, collection, community, data } = entry;
			const say = (path: PropertyKey[], problem: string, fix: string) => found.push({ file, field: fieldOf(path), problem, fix });
			if (community && !records.get(`communities/${community}`))
				say([], `放在小区“${community}”的文件夹里，没有这个小区。`, `先建 communities/${community}.json，或移到正确的小区文件夹。`);
			visitFields(collections[collection].schema, data, (value, words, path) => {
				if (words.refersTo) {
					const there = records.get(String(value));
					if (!there) {
						const meant = nearest(String(value), candidates(records.all, words.refersTo, community));
						say(
							path,
							`引用了“${value}”，没有这条记录。`,
							meant ? `是不是“${meant}”？` : '查一查编号：记录的编号就是它的网址去掉前后的斜杠。',
						);
					} else if (!words.refersTo.includes(there.collection))
						say(
							path,
							`引用了“${value}”，那是“${collections[there.collection].title}”，这里要的是${names(words.refersTo)}。`,
							'换成对的记录。',
						);
				}
				if (words.widget === 'file' && !records.uploads.has(String(value).slice(1)))
					say(path, `引用了附件“${value}”，没有这个文件。`, '先上传文件，或改成正确的路径。');
			});
			for (const { field, text } of textsOf(entry))
				for (const missing of missingIn(text, records.uploads))
					found.push({ file, field, problem: `用了“${missing}”，没有这个文件。`, fix: '先上传文件，或改成正确的路径。' });
		}
		return found;
	},
};

/** The pictures and files of this site that a text shows or leads to, and that are not there. */
const missingIn = (text: string, uploads: ReadonlySet<string>): Set<string> =>
	new Set(
		[...text.matchAll(/\]\((\/uploads\/[^\s)]+)\)/g)]
			.map(([, path]) => path!)
			.filter((path) => !uploads.has(path.slice(1).replace(/[?#].*$/, ''))),
	);

const names = (allowed: readonly string[]): string =>
	allowed.map((c) => `“${collections[c as keyof typeof collections].title}”`).join('、');

/** Records that may have been meant: of the allowed kinds, the same community's first few hundred. */
const candidates = (
	all: readonly { id: string; collection: string; community?: string }[],
	allowed: readonly string[],
	community?: string,
): string[] =>
	all
		.filter((e) => allowed.includes(e.collection) && (!community || !e.community || e.community === community))
		.slice(0, 500)
		.map((e) => e.id);
