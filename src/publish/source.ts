import type { DatabaseSync } from 'node:sqlite';
import type { Finding } from '../schema/finding.ts';
import type { RecordFile } from '../schema/reader.ts';
import type { Edit, UploadEdit } from './edits.ts';
import type { Listed } from './shelves.ts';

/** Where records come from: a folder, or a commit of a git repository. */
export interface Source {
	/**
	 * What changed since this store last took from it; everything when `refill`. It notes in the store's tables what it gave, inside the
	 * caller's transaction. Throws `Refused` at the end if a file could not be read.
	 */
	changes(db: DatabaseSync, refill: boolean): Changes;
}

/** What changed, and how to read a published file of which nothing did. */
export interface Changes {
	edits: Iterable<Edit>;
	uploads: Iterable<UploadEdit>;
	bytesOf(url: string): Uint8Array;
}

/** Reads one file of the record: what it says and where it is listed, or why it cannot be published. */
export type Read = (found: RecordFile) => { listed: Listed | null; slips: Finding[] };

/** Some files cannot be published as they are; the site stays as it was. */
export class Refused extends Error {
	readonly slips: Finding[];
	constructor(slips: Finding[]) {
		super(`有 ${slips.length} 处要改，网站没有改动。`);
		this.name = 'Refused';
		this.slips = slips;
	}
}

/** Files under here are published as they are, at the same path. */
export const isUpload = (file: string): boolean => file.startsWith('uploads/');

/** `/uploads/jinguiyuan/2026/%E6%80%BB…` → `uploads/jinguiyuan/2026/总平面.pdf` */
export const fileOfUrl = (url: string): string => decodeURIComponent(url.slice(1));

/** `uploads/jinguiyuan/2026/总平面.pdf` → `/uploads/jinguiyuan/2026/%E6%80%BB…` */
export const urlOfFile = (file: string): string => `/${file.split('/').map(encodeURIComponent).join('/')}`;
