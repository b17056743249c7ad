import { causeOf } from '../../scripts/lib/noting.ts';
import { auditIn, auditTrouble, type Noted } from './audit.ts';
import type { ActionName } from './protocol.ts';
import { Refusal } from './refusal.ts';

/** What was done, as whoever did it is told. */
const DONE: Partial<Readonly<Record<ActionName, string>>> = {
	persistEntry: '已保存',
	updateUnpublishedEntryStatus: '状态已改',
	publishUnpublishedEntry: '已发布',
	deleteUnpublishedEntry: '草稿已撤下',
	persistMedia: '已上传',
	lookedAt: '已复看',
};

/** Nothing can be noted now, so nothing was done. */
export class CannotNote extends Refusal {
	constructor(cause: unknown) {
		super(503, `操作记录现在写不进去，所以什么也没有做，您写的字还在，请先不要关掉页面。请告诉管理员：${causeOf(cause, false)}`);
	}
}

/** The audit file as the desk keeps it: what cannot be noted is not done; and where only afterwards it could not be, that is said. */
export function notebook(folder: string, now: () => number) {
	const write = auditIn(folder, now);

	/** Notes what is noted whether it can be or not: a refusal, a look. False when it could not be. */
	function note(noted: Noted): boolean {
		try {
			write(noted);
			return true;
		} catch (error) {
			console.error(`操作记录（audit.jsonl）写不进去：${causeOf(error)}`);
			return false;
		}
	}

	return {
		note,

		/** Throws `CannotNote` where the file cannot even be opened, before something is done that must be noted. */
		expectWritable(): void {
			const trouble = auditTrouble(folder);
			if (trouble) throw new CannotNote(trouble);
		},

		/** Notes what is only done when it was noted. Throws `CannotNote`. */
		expectNoted(noted: Noted): void {
			try {
				write(noted);
			} catch (error) {
				throw new CannotNote(error);
			}
		},

		/** Notes something that was done; what to tell whoever did it where that failed, else null. */
		noteDone(noted: Noted): string | null {
			if (note(noted)) return null;
			const done = DONE[noted.action as ActionName] ?? '已做完';
			return `${done}，但没有记进操作记录：不用再做一次，请告诉管理员。`;
		},
	};
}

export type Notebook = ReturnType<typeof notebook>;
