import { basename } from 'node:path';
import type { Draft, Drafts } from './drafts.ts';
import type { GitRecord } from './git.ts';
import { Refusal } from './refusal.ts';
import { chineseTime } from './times.ts';

/** What somebody was shown of a draft: its record and every upload that goes out with it, path → id. */
export type Seen = Readonly<Record<string, string>>;

/** What is agreed to and published is what was seen. */
export function agreeing(git: GitRecord, drafts: Drafts) {
	/** Who changed a file of a draft last, and when: `张三在4月13日9:05`. */
	async function whoChanged({ tip }: Draft, file: string): Promise<string> {
		const [person, at = ''] = (await git.line(['log', '-1', '--format=%an%n%aI', tip, '--', file])).split('\n');
		return person ? `${person}在${chineseTime(at)}` : '有人';
	}

	return {
		whoChanged,

		/**
		 * Throws 409 unless a draft is, file by file, what was seen of it: nothing added, nothing gone, nothing swapped. What nobody says to have
		 * seen was not seen.
		 */
		async expectSeen(draft: Draft, seen: Seen | undefined): Promise<void> {
			const now = new Map((await drafts.goesOut(draft)).map(({ file, blob }) => [file, blob]));
			if (!seen) {
				const uploads = [...now.keys()].filter((file) => file !== draft.file).map(named);
				const also = uploads.length > 0 ? `，和随它公开的附件${uploads.join('')}` : '';
				throw new Refusal(409, `这份草稿还没有在您这里打开过。请打开，看过文字${also}，再定。`);
			}
			const told: string[] = [];
			for (const file of new Set([...now.keys(), ...Object.keys(seen)])) {
				const [is, was] = [now.get(file), Object.hasOwn(seen, file) ? seen[file] : undefined];
				if (is === was) continue;
				const did = file === draft.file ? '改过文字' : is === undefined ? '拿掉了附件' : was === undefined ? '加了附件' : '换了附件';
				told.push(`${await whoChanged(draft, file)}${did}${file === draft.file ? '' : named(file)}`);
			}
			if (told.length > 0) throw new Refusal(409, `您看过以后，这份草稿又有改动：${told.join('；')}。请重新打开，看过再定。`);
		},
	};
}

export type Agreeing = ReturnType<typeof agreeing>;

const named = (file: string): string => `“${basename(file)}”`;
