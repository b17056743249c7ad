/**
 * A desk on a disk that is full but for ever more kilobytes (`TMPDIR` lies on it): saves a new record each time, asks what became of it,
 * makes room and saves it again; prints it all as JSON, until three have succeeded in a row.
 */
import { fill, makeRoom } from '../../space.ts';
import { minutes, openDesk } from './fixture.ts';

/** A save on a full disk, and the one after it with room. */
export interface Saved {
	/** How many kilobytes were left. */
	left: number;
	status: number;
	/** What the editor reads where it was not saved. */
	error: string | null;
	/** Whether there is a draft, whatever was said. */
	isThere: boolean;
	/** The status of saving it again with room; null where it was saved. */
	again: number | null;
}

if (process.argv[1] === import.meta.filename) {
	const desk = await openDesk();
	const zhang = await desk.as('zhang');
	const all: Saved[] = [];
	for (let left = 0; all.length < 4 || !all.slice(-3).every(({ status }) => status === 200); left += 8) {
		const day = new Date(Date.UTC(2026, 0, 5 + all.length)).toISOString().slice(0, 10);
		const { file, raw } = minutes(`${day}-joint`, { heldOn: day });
		fill(desk.folder, left);
		const { status, json } = await zhang.save(file, raw);
		makeRoom(desk.folder);
		const isThere = (await zhang.draft(file)).status === 200;
		const again = status === 200 ? null : (await zhang.save(file, raw)).status;
		all.push({ left, status, error: status === 200 ? null : json.error, isThere, again });
	}
	console.log(JSON.stringify(all));
	await desk.end();
}
