import type { Finding } from '../schema/finding.ts';
import { sayLeftover } from '../schema/leftover.ts';
import { type Read, type Reading, type RecordFile, readAll } from '../schema/reader.ts';
import { type AsOf, type Besides, checkReading } from './index.ts';

/** Reads and checks a whole record, wherever its files come from. */
export function checkFiles<F extends RecordFile>(
	files: Iterable<F>,
	read?: (found: F) => Read,
	asOf?: AsOf,
	besides?: Besides,
): Reading & { findings: Finding[] } {
	const uploads: string[] = [];
	const noted = function* () {
		for (const found of files) {
			// Of what a system left among them it is only said that it does not belong there.
			if (found.file.startsWith('uploads/') && !sayLeftover(found.file)) uploads.push(found.file);
			yield found;
		}
	};
	const reading = readAll(noted(), read);
	return { ...reading, findings: checkReading(reading, uploads, asOf, besides) };
}
