import type { Day } from '../../src/basics/days.ts';
import { historyOf, type Was } from '../../src/checks/history.ts';
import { uploadsNamed } from '../../src/domain/uploads.ts';
import type { Finding } from '../../src/schema/finding.ts';
import type { Entry } from '../../src/schema/index.ts';
import { parse } from '../../src/schema/parse.ts';
import { placeOf } from '../../src/schema/place.ts';
import { blobsOf, listedAt } from './record.ts';

/** What keeps the record at one commit from becoming that at another, of which the entries were read already. */
export function historyBetween(repository: string, from: string, to: string, entries: readonly Entry[], today: Day): Finding[] {
	const [before, after] = [from, to].map((commit) => new Map(listedAt(repository, commit).map(({ file, blob }) => [file, blob])));
	const touched = [...before!].flatMap(([file, blob]) => {
		const place = placeOf(file);
		return 'kind' in place && place.kind === 'record' && after!.get(file) !== blob ? [{ file, blob, id: place.id }] : [];
	});
	const texts = blobsOf(
		repository,
		touched.map(({ blob }) => blob),
	);
	const was = touched.map(({ file, blob, id }) => wasIn(id, file, new TextDecoder().decode(texts.get(blob))));
	return historyOf({ before: before!, after: after!, was, entries, today });
}

function wasIn(id: string, file: string, text: string): Was {
	const parsed = parse(file, text.replace(/\r\n?/g, '\n'), file.endsWith('.md'));
	const data = ('check' in parsed ? {} : (parsed.data ?? {})) as Record<string, unknown>;
	const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
	return {
		id,
		file,
		title: textOf(data.title ?? data.name),
		publishedOn: textOf(data.publishedOn),
		formerly: Array.isArray(data.formerly) ? data.formerly.filter((each) => typeof each === 'string') : [],
		corrected: Array.isArray(data.corrections) ? data.corrections.length : 0,
		isWithdrawn: Boolean(data.withdrawn),
		uploads: [...uploadsNamed(text)],
	};
}
