/** Mutation operators on the file itself: its bytes, its name, its place. */
import type { RecordFile } from '../../src/schema/reader.ts';
import type { Sample } from './sample.ts';

/** What stands in place of a file, and the name that `check` must give. */
export interface BrokenFile {
	files: [string, Uint8Array | RecordFile | null][];
	named: string;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const here = ({ file }: Sample, now: Uint8Array): BrokenFile => ({ files: [[file, now]], named: file });
const moved = ({ file, text }: Sample, to: string): BrokenFile => ({
	files: [
		[file, null],
		[to, bytes(text)],
	],
	named: to,
});
const isMarkdown = ({ file }: Sample) => file.endsWith('.md');

/** Each operator by name; null where it does not apply. */
export const fileOperators: Record<string, (sample: Sample) => BrokenFile | null> = {
	'saved as GBK': (sample) => here(sample, Uint8Array.from([...bytes(sample.text).slice(0, 40), 0xbd, 0xf0, 0xb9, 0xf0, 0xd4, 0xb7])),
	'saved as UTF-16': (sample) => here(sample, new Uint8Array(Buffer.from(`\ufeff${sample.text}`, 'utf16le'))),
	'a zero byte in it': (sample) => here(sample, bytes(`${sample.text}\0`)),
	'nothing in it': (sample) => here(sample, bytes('\n')),
	'cut off in the middle': (sample) =>
		isMarkdown(sample)
			? here(sample, bytes(sample.text.slice(0, sample.text.indexOf('\n---', 4) - 3)))
			: here(sample, bytes(sample.text.slice(0, -40))),
	'G9: a sign that turns its text around': (sample) => (isMarkdown(sample) ? here(sample, bytes(`${sample.text}\n\u202E不同意\n`)) : null),
	'G9: half a sign': (sample) =>
		isMarkdown(sample) ? null : here(sample, bytes(`${JSON.stringify({ ...sample.data, summary: '甲' }).replace('甲', '\\ud83d')}\n`)),
	'a field twice': (sample) => {
		const name = Object.keys(sample.data)[0]!;
		return isMarkdown(sample)
			? here(sample, bytes(sample.text.replace('---\n', `---\n${name}: 甲\n`)))
			: here(sample, bytes(sample.text.replace('{', `{ "${name}": "甲",`)));
	},
	'a quotation mark too few': (sample) =>
		isMarkdown(sample) ? here(sample, bytes(sample.text.replace('---\n', '---\nremark: "没有关上\n'))) : null,
	'a tab before a field': (sample) =>
		isMarkdown(sample) ? here(sample, bytes(sample.text.replace('---\n', '---\nremark:\n\t- 甲\n'))) : null,
	'a comma too many': (sample) => (isMarkdown(sample) ? null : here(sample, bytes(sample.text.replace(/\}\s*$/, ',}\n')))),
	'a list instead of a record': (sample) => (isMarkdown(sample) ? null : here(sample, bytes('[]\n'))),
	'in a folder that is no collection': (sample) => moved(sample, sample.file.replace(/^[a-z]+/, 'papers')),
	'one folder too deep': (sample) => moved(sample, sample.file.replace(/\/([^/]+)$/, '/2026/extra/$1')),
	'another ending': (sample) => moved(sample, sample.file.replace(/\.(md|json)$/, '.docx')),
	'a Chinese name': (sample) => moved(sample, sample.file.replace(/\/[^/]+(\.\w+)$/, '/会议纪要$1')),
	'a name with a blank': (sample) => moved(sample, sample.file.replace(/\/[^/]+(\.\w+)$/, '/the minutes$1')),
	'a name of three hundred signs': (sample) => moved(sample, sample.file.replace(/\/[^/]+(\.\w+)$/, `/${'2026-'.repeat(60)}a$1`)),
	'a name that means a page': (sample) => moved(sample, sample.file.replace(/\/[^/]+(\.\w+)$/, '/page$1')),
	'a twin that differs in case only': ({ file, text }) => ({
		// The later of the two by name is the one that has to go.
		files: [[file.replace(/[^/]+(?=\.\w+$)/, (name) => name.toUpperCase()), bytes(text)]],
		named: file,
	}),
	'a symbolic link': (sample) => ({
		files: [[sample.file, { file: sample.file, bytes: new Uint8Array(), refused: 'symlink' }]],
		named: sample.file,
	}),
	'three megabytes': (sample) => here(sample, bytes(`${sample.text}${'\n很长'.repeat(450_000)}`)),
};
