/** Other ways to write a record that mean the same, or say something else that is as good: none of them may be refused. */
import { addDays } from '../../src/basics/days.ts';
import { frontMatter } from '../../src/derive/serialise.ts';
import { visitFields } from '../../src/schema/walk.ts';
import { bytesOf, type Sample, schemaOf, type Written, withAt } from './sample.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const isMarkdown = ({ file }: Sample) => file.endsWith('.md');
/** Of a record that is not for the web, the file may hold no text. */
const hasText = (sample: Sample) => isMarkdown(sample) && (sample.data.audience ?? 'web') === 'web';

/** The last line of plain text in a record that nothing else is checked against: a purpose, a note, a place. */
function wordsOf(sample: Sample): PropertyKey[] | null {
	const free = new Set(['note', 'purpose', 'place', 'summary', 'remark', 'about', 'decision', 'doneNote', 'detail', 'what', 'formed']);
	let found: PropertyKey[] | null = null;
	visitFields(schemaOf(sample), sample.data, (value, words, path) => {
		const last = path.at(-1);
		if (typeof value === 'string' && typeof last === 'string' && free.has(last) && !words.options && !words.refersTo) found = path;
	});
	return found;
}

/** A word more or other in a text. */
const reworded =
	(change: (text: string) => string) =>
	(sample: Sample): Uint8Array | null => {
		const path = wordsOf(sample);
		if (!path) return null;
		const data = withAt(sample.data, path, (holder, last) => {
			holder[last] = change(String(holder[last]));
		});
		return bytesOf(sample, data);
	};

const backwards = (value: unknown): unknown =>
	Array.isArray(value)
		? value.map(backwards)
		: value && typeof value === 'object'
			? Object.fromEntries(
					Object.entries(value)
						.reverse()
						.map(([name, each]) => [name, backwards(each)]),
				)
			: value;

const without = (data: Written, name: string): Written => Object.fromEntries(Object.entries(data).filter(([key]) => key !== name));

/** Each variation by name: the bytes of the file written so; null where it does not apply. */
export const variations: Record<string, (sample: Sample) => Uint8Array | null> = {
	'lines that end as on Windows': ({ text }) => bytes(text.replaceAll('\n', '\r\n')),
	'a byte order mark in front': ({ text }) => Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(text)]),
	'no end of line at the end': ({ text }) => bytes(text.trimEnd()),
	'fields in another order': (sample) => bytesOf(sample, backwards(sample.data)),
	'all of it on one line, or each text in quotes': (sample) =>
		isMarkdown(sample) ? bytes(`---\n${JSON.stringify(sample.data)}\n---\n\n${sample.body}\n`) : bytes(JSON.stringify(sample.data)),
	'a comment for the next editor': (sample) =>
		isMarkdown(sample) ? bytes(sample.text.replace('---\n', '---\n# 照会议记录本抄的\n')) : null,
	'blank lines between the fields': (sample) =>
		isMarkdown(sample) ? bytes(`---\n${frontMatter(sample.data).replace(/\n(?=[a-z])/gi, '\n\n')}---\n\n${sample.body}\n`) : null,
	'no sentence for the lists': (sample) => bytesOf(sample, without(sample.data, 'summary')),
	'another source': (sample) =>
		bytesOf(sample, { ...sample.data, sources: [...(sample.data.sources as unknown[]), { title: '补充材料', on: '当年' }] }),
	'a correction a day later': (sample) =>
		bytesOf(sample, {
			...sample.data,
			corrections: [
				...((sample.data.corrections as unknown[]) ?? []),
				{ on: addDays(String(sample.data.publishedOn), 1), field: '一个错字', before: '己', after: '已', why: '录入时看错，居民指出' },
			],
		}),
	'a former name': (sample) => bytesOf(sample, { ...sample.data, formerly: [`${sample.file.replace(/\.\w+$/, '')}-before`] }),
	'words in traditional characters': reworded((text) => `${text}（補記）`),
	'a word in Uyghur and one in English': reworded((text) => `${text} ئۇقتۇرۇش notice`),
	'a picture sign': reworded((text) => `${text}✅`),
	'a picture sign of three that are joined': reworded((text) => `${text}👨‍👩‍👧❤️1️⃣`),
	'Uyghur and Mongolian letters that are parted or say which way they run': reworded((text) => `${text} خەۋەر\u200Cچە\u200F (1) ᠮᠣ\u180Bᠩ`),
	'a variant of a character that a name is written with': reworded((text) => `${text}葛\u{E0100}`),
	'blanks of all widths': reworded((text) => `${text}\u00A0甲\u3000乙\u2003丙`),
	'a rare character': reworded((text) => `${text}𠮷䶮`),
	'marks a shell or a template would read': reworded((text) => `${text} \${x} {{y}} <b>&amp; "'\`; --`),
	'blanks around': reworded((text) => `  ${text}  `),
	'an amount and a count in the text': reworded((text) => `${text}，12,800.00元，3栋4单元共36户`),
	'what is to be laid out by the page': (sample) =>
		hasText(sample)
			? bytesOf(sample, sample.data, `${sample.body}\n\n| 项目 | 金额 |\n|---|---|\n| 灯 | 12.00 |\n\n- 一\n- 二\n\n> 引文`)
			: null,
	'a text pasted from a web page, with tabs and blanks of no width': (sample) =>
		hasText(sample) ? bytesOf(sample, sample.data, `${sample.body}\n\n甲\t乙\u200B丙\u00A0丁\n`) : null,
	'a thousand lines more': (sample) =>
		hasText(sample) ? bytesOf(sample, sample.data, `${sample.body}\n${'\n又议了一项。\n'.repeat(1000)}`) : null,
};
