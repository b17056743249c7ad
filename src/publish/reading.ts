import { publicPart } from '../domain/public-part.ts';
import { readFile } from '../schema/reader.ts';
import { folderSource } from './content.ts';
import { gitSource } from './git.ts';
import type { Read, Source } from './source.ts';

/** The project's own records: read by their schemas, of each its public part. The settings are a record that no list shows. */
export const readRecord: Read = (found) => {
	const { entry, settings, findings } = readFile(found);
	const slips = findings.filter(({ kind }) => kind === 'slip');
	if (entry) return { listed: publicPart(entry), slips };
	if (settings) return { listed: { entry: { id: 'settings', collection: 'settings', data: settings, body: '' }, listing: null }, slips };
	return { listed: null, slips };
};

/** The record in a folder such as `content/`. */
export const recordInFolder = (folder: string): Source => folderSource(folder, readRecord);

/** The record at a commit of a bare repository; `main` unless another is named. */
export const recordInGit = (repository: string, commit?: string): Source => gitSource({ repository, commit }, readRecord);
