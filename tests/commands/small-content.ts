import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { CollectionName } from '../../src/schema/index.ts';
import { example, whole, written } from '../examples.ts';

/** A record of one file, as an editor would have written it. */
export function fileOf(collection: CollectionName, over: object = {}, slug?: string): { file: string; text: string } {
	const { file } = example(collection, {}, slug ? { slug } : {});
	const data = written(collection, over);
	return {
		file,
		text: file.endsWith('.md') ? `---\n${stringify(data)}---\n\n大家到场，逐项说过。\n` : `${JSON.stringify(data, null, 2)}\n`,
	};
}

/** Writes one record of each collection, and the settings, into a folder. */
export function writeSmallContent(folder: string): void {
	write(folder, 'settings.json', JSON.stringify({ ...settings, asOf: '2026-04-13' }));
	for (const { collection } of whole()) {
		const { file, text } = fileOf(collection);
		write(folder, file, text);
	}
}

export function write(folder: string, file: string, text: string): void {
	mkdirSync(dirname(join(folder, file)), { recursive: true });
	writeFileSync(join(folder, file), text);
}

const settings = {
	name: '测试栏',
	lede: '只为测试。',
	url: 'https://board.example',
	operator: '测试居委会（示例）',
	corrections: '请打主办单位电话。',
};
