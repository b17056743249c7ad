/** Two people at the same records: whatever they do in whatever order, no text that was saved is lost and nobody publishes their own. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTES, minutes, nameOf, type OpenDesk, openDesk } from './fixture.ts';

/** Each series begins with records of its own; saves that were accepted are looked for at its end. */
const SERIES = 52;

type Person = Awaited<ReturnType<OpenDesk['as']>>;
let desk: OpenDesk;
const persons: Person[] = [];
const names = ['张三', '李四', '赵六'];

beforeAll(async () => {
	desk = await openDesk();
	for (const name of ['zhang', 'li', 'zhao']) persons.push(await desk.as(name));
});
afterAll(() => desk.end());

/** What an editor's window holds: the text it was filled with and the id of the file then. */
interface Window {
	raw: string;
	base: string | null;
}

const step = fc.record({
	who: fc.nat(2),
	// Mostly the same record.
	record: fc.constantFrom(0, 0, 0, 1),
	does: fc.constantFrom('open', 'write', 'write', 'write', 'write', 'save', 'review', 'agree', 'publish', 'publish', 'discard'),
});

test(`${SERIES} series of open, edit, save, review and publish by three people at two records`, async () => {
	let series = 0;
	const seen = { saved: 0, stale: 0, published: 0, own: 0 };
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 9 }), async (steps) => {
			series++;
			const day = new Date(Date.UTC(2020, 0, 1 + series)).toISOString().slice(0, 10);
			// A record that is new, and one that stands on the board already.
			const fresh = minutes(`${day}-joint`, { heldOn: day });
			const records = [fresh, { file: MINUTES, raw: desk.text(MINUTES) }];
			const windows = new Map<string, Window>();
			const saved: { file: string; raw: string }[] = [];
			let edits = 0;

			for (const { who, record, does } of steps) {
				const { file, raw } = records[record]!;
				const person = persons[who]!;
				const key = `${who} ${record}`;
				if (does === 'open' || !windows.has(key)) windows.set(key, await opened(person, file, raw));
				const window = windows.get(key)!;
				if (does === 'write') window.raw = `${window.raw}\n第${series}组第${++edits}处，${names[who]}写。\n`;
				if (does === 'write' || does === 'save') {
					const there = idAt(file);
					const isSeen = window.base === there || idOf(window.raw) === there;
					const answer = await person.save(file, window.raw, window.base);
					expect(answer.status === 409, 'only what was changed meanwhile is stale').toBe(!isSeen);
					expect(answer.status, answer.text).toBeOneOf([200, 409, 422]);
					if (answer.status === 200) {
						window.base = answer.json.ids[file];
						saved.push({ file, raw: window.raw });
						seen.saved++;
					}
					if (answer.status === 409) seen.stale++;
				}
				if (does === 'review') await person.status(file, 'pending_review');
				if (does === 'agree') await person.status(file, 'pending_publish');
				if (does === 'discard') await person.discard(file);
				if (does === 'publish') {
					await person.status(file, 'pending_publish');
					const author = (await person.draft(file)).json.pullRequestAuthor;
					const main = desk.git('rev-parse', 'main');
					const answer = await person.publish(file);
					if (author === names[who]) {
						expect(answer.status).toBe(403);
						expect(desk.git('rev-parse', 'main')).toBe(main);
						seen.own++;
					}
					if (answer.status === 200) {
						expect(who, 'a clerk does not publish').not.toBe(0);
						expect(desk.git('log', '-1', '--format=%an', 'main')).toBe(author);
						seen.published++;
					}
				}
			}
			const kept = new Map(records.map(({ file }) => [file, blobsOf(file)]));
			for (const { file, raw } of saved) expect(kept.get(file), raw).toContain(idOf(raw));
			for (const { file } of records) await persons[1]!.discard(file);
		}),
		{ numRuns: SERIES, seed: 20260413, endOnFailure: true },
	);
	console.log(JSON.stringify(seen));
	// The series met what they are about.
	expect(Math.min(seen.saved, seen.stale, seen.published, seen.own)).toBeGreaterThan(5);
	expect(desk.git('fsck', '--strict', '--no-dangling')).toBe('');
});

/** As Decap opens a record: the draft if there is one, else what is published, else an empty form. */
async function opened(person: Person, file: string, raw: string): Promise<Window> {
	const draft = await person.act('unpublishedEntryDataFile', { ...nameOf(file), path: file, id: 'x' });
	if (draft.status === 200) return { raw: draft.json.data, base: draft.json.id };
	const entry = await person.act('getEntry', { path: file });
	return entry.status === 200 ? { raw: entry.json.data, base: entry.json.file.id } : { raw, base: null };
}

/** The id of a file as somebody who opens it now would get it. */
function idAt(file: string): string | null {
	const { collection, slug } = nameOf(file);
	const listed = desk.git('for-each-ref', '--format=%(refname)', `refs/heads/cms/${collection}/${slug}`) || 'main';
	return desk.git('ls-tree', '--object-only', listed, '--', file) || null;
}

/** The ids of every text a file ever had on a branch, on main or among what was thrown away. */
function blobsOf(file: string): Set<string> {
	const raw = desk.git('log', '--all', '--full-history', '-m', '--raw', '--no-abbrev', '--format=', '--', file);
	return new Set(raw.split('\n').map((line) => line.split(' ')[3] ?? ''));
}

/** The id git gives a text. */
const idOf = (text: string): string =>
	createHash('sha1')
		.update(`blob ${Buffer.byteLength(text)}\0${text}`)
		.digest('hex');
