/** The records of the board as the form knows them: how their files are written, and their names. */

import { type Kind, kindOf } from '../../src/derive/serialise.ts';
import { titleOf } from '../../src/domain/listing.ts';
import { type CollectionName, collections } from '../../src/schema/index.ts';
import { placeOf } from '../../src/schema/place.ts';
import { readFile } from '../../src/schema/reader.ts';
import { ask } from './backend.ts';

/** How the file at a path is written; null where no record stands. */
export function kindAt(path: string): Kind | null {
	const place = placeOf(path);
	if ('check' in place || place.kind === 'upload') return null;
	return kindOf(place.kind === 'settings' ? 'settings' : place.collection);
}

/** A record that may be chosen. */
export interface Named {
	id: string;
	title: string;
}

const known = new Map<string, Promise<Named[]>>();

/** The published records of some collections: a community's own and the whole board's, newest name first. */
export async function recordsNamed(
	names: readonly string[],
	community: string | undefined,
): Promise<{ title: string; records: Named[] }[]> {
	const groups = names.map(async (name) => ({
		title: collections[name as CollectionName].title,
		records: (
			await Promise.all(foldersOf(name as CollectionName, community).map((folder) => recordsIn(name as CollectionName, folder)))
		).flat(),
	}));
	return (await Promise.all(groups)).filter(({ records }) => records.length > 0);
}

function foldersOf(name: CollectionName, community: string | undefined): [folder: string, depth: number][] {
	const { of } = collections[name];
	if (of === 'site') return [[name, 1]];
	if (community === undefined) return [[name, 2]];
	return of === 'either'
		? [
				[`${name}/${community}`, 1],
				[name, 1],
			]
		: [[`${name}/${community}`, 1]];
}

function recordsIn(name: CollectionName, [folder, depth]: [string, number]): Promise<Named[]> {
	const key = `${folder} ${depth}`;
	if (!known.has(key)) {
		known.set(
			key,
			fetched(name, folder, depth).catch(() => []),
		);
		// What is published in the meantime is offered after a minute.
		setTimeout(() => known.delete(key), 60_000);
	}
	return known.get(key)!;
}

async function fetched(name: CollectionName, folder: string, depth: number): Promise<Named[]> {
	const { format: extension } = collections[name];
	const params = { branch: 'main', folder, extension, depth };
	const files = await ask<{ data: string; file: { path: string } }[]>('/admin/api/v1', {
		branch: 'main',
		action: 'entriesByFolder',
		params,
	});
	const text = new TextEncoder();
	return files
		.flatMap(({ data, file }) => readFile({ file: file.path, bytes: text.encode(data) }).entry ?? [])
		.map((entry) => ({ id: entry.id, title: titleOf(entry) }))
		.sort((a, b) => (a.id < b.id ? 1 : -1));
}
