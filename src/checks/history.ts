/** What a change of the published record may not do, whatever is in it: take away what was published, or say another day of it. */
import type { Day } from '../basics/days.ts';
import { uploadsIn } from '../domain/uploads.ts';
import type { Finding } from '../schema/finding.ts';
import type { Entry } from '../schema/index.ts';
import { publishedTooEarly } from './published-on.ts';

/** A published record as far as its file can still be read: schemas change, what was published does not. */
export interface Was {
	id: string;
	file: string;
	title: string | null;
	publishedOn: string | null;
	formerly: readonly string[];
	/** how many corrections it tells */
	corrected: number;
	isWithdrawn: boolean;
	/** the uploads it names, such as `uploads/jinguiyuan/2026/a.pdf` */
	uploads: readonly string[];
}

/** The published record beside what it is to become. */
export interface Change {
	/** every file before and after, with what tells its content from another's */
	before: ReadonlyMap<string, string>;
	after: ReadonlyMap<string, string>;
	/** the records whose files are changed or gone, as they were */
	was: readonly Was[];
	/** the records as they are to be */
	entries: readonly Entry[];
	/** the day that is written on what is published now */
	today: Day;
}

/** Why the published record may not become this, as slips that say what to write. */
export function historyOf(change: Change): Finding[] {
	const { entries } = change;
	const now = new Map(entries.map((entry) => [entry.id, entry]));
	const led = new Map(entries.flatMap((entry) => entry.data.formerly.map((former) => [former, entry])));
	/** The record that stands at an address, or that it leads on to. */
	const at = (id: string) => now.get(id) ?? led.get(id);
	const moved = new Set(change.was.flatMap((was) => (at(was.id) ? [] : (meantBy(change, was)?.file ?? []))));
	return [
		...addressesOf(change, at),
		...daysOf(change, at).filter(({ file }) => !moved.has(file)),
		...withdrawalsOf(change, at),
		...uploadsOf(change, at),
	];
}

type At = (id: string) => Entry | undefined;

/** Every address that led somewhere still does. */
function addressesOf(change: Change, at: At): Finding[] {
	return change.was.flatMap((was): Finding[] => {
		const { id, file, formerly } = was;
		const there = at(id);
		if (!there) {
			const meant = meantBy(change, was);
			return [
				slip(
					'kept',
					file,
					'',
					'公开过的记录不见了。',
					meant
						? `是不是改名成了 ${meant.file}？在它里面写上旧编号：${lineFor(meant.file, 'formerly', [id])}`
						: '放回来。不该公开的，不删文件，写“撤回”（withdrawn：日期 on、原因 why），页面留着，内容不再显示；改了名的，在新的那一条写“旧编号”（formerly）。',
				),
			];
		}
		const lost = formerly.filter((former) => !at(former));
		if (lost.length === 0) return [];
		return [
			slip(
				'kept',
				there.file,
				'formerly',
				`旧编号少了${lost.map((each) => `“${each}”`).join('、')}，抄走旧网址的人会找不到。`,
				`写回：${lineFor(there.file, 'formerly', [...there.data.formerly, ...lost])}`,
			),
		];
	});
}

/** The new record that a lost one may have become: of its kind, and of its name. */
const meantBy = ({ before, entries }: Change, { id, title }: Was): Entry | undefined =>
	entries.find((entry) => !before.has(entry.file) && entry.collection === id.split('/')[0] && nameOf(entry) === title);

/** What was withdrawn comes back only where its page tells that. */
const withdrawalsOf = ({ was }: Change, at: At): Finding[] =>
	was.flatMap(({ id, isWithdrawn, corrected }): Finding[] => {
		const there = at(id);
		if (!isWithdrawn || !there || there.data.withdrawn || there.data.corrections.length > corrected) return [];
		return [
			slip(
				'kept',
				there.file,
				'withdrawn',
				'撤回过的又放了出来，页面上看不出撤回过。',
				'要恢复的，在“更正”（corrections）里加一条，写明哪天撤回、为什么恢复、内容改了没有；否则把“撤回”（withdrawn）写回来。',
			),
		];
	});

const nameOf = ({ data }: Entry): string | null => ('title' in data ? data.title : 'name' in data ? data.name : null);

/** What is new carries the day on which it is published, and keeps it. */
function daysOf({ before, was, entries, today }: Change, at: At): Finding[] {
	const known = new Set<Entry>();
	const changed = was.flatMap(({ id, publishedOn }): Finding[] => {
		const there = at(id);
		if (!there) return [];
		known.add(there);
		const { publishedOn: on } = there.data;
		// A day that cannot have been is the one thing that may be mended.
		if (!publishedOn || on === publishedOn || publishedTooEarly(there, publishedOn)) return [];
		return [
			slip(
				'published-on',
				there.file,
				'publishedOn',
				`公开日期原来是${publishedOn}，${on ? `改成了${on}` : '去掉了'}。`,
				`第一次公开的日期不改，写回：${lineFor(there.file, 'publishedOn', publishedOn)}`,
			),
		];
	});
	const fresh = entries.filter((entry) => !before.has(entry.file) && !known.has(entry) && entry.data.publishedOn !== today);
	return [
		...changed,
		...fresh.map(({ file, data }) =>
			slip(
				'published-on',
				file,
				'publishedOn',
				data.publishedOn ? `是第一次公开，公开日期写的是${data.publishedOn}，今天是${today}。` : '没有写公开日期。',
				`写成：${lineFor(file, 'publishedOn', today)}`,
			),
		),
	];
}

/** A published file stays what and where it is, as long as a record names it that was not withdrawn. */
function uploadsOf({ before, after, was, entries }: Change, at: At): Finding[] {
	const gone = [...before].filter(([file, content]) => file.startsWith('uploads/') && after.get(file) !== content);
	if (gone.length === 0) return [];
	const changed = was.flatMap(({ id, uploads }) => uploads.map((file) => [file, at(id)] as const));
	const standing = entries.flatMap((entry) => [...uploadsIn(entry)].map((file) => [file, entry] as const));
	return gone.flatMap(([file]): Finding[] => {
		const [, owner] = [...changed, ...standing].find(([named, entry]) => named === file && entry && !entry.data.withdrawn) ?? [];
		if (!owner) return [];
		return [
			after.has(file)
				? slip(
						'kept',
						file,
						'',
						`已经公开，${owner.file} 用着它，内容却换了。`,
						'把原来的放回来。新的换一个文件名，改记录里的附件，并写“更正”：看过旧文件的人要知道换了。',
					)
				: slip(
						'kept',
						file,
						'',
						`已经公开，${owner.file} 用着它，却不见了。`,
						'放回来，文件名不改：抄走网址的人还要打得开。里面有不该公开的，先“撤回”那条记录，再删文件。',
					),
		];
	});
}

/** A field as its line in a record's file. */
const lineFor = (file: string, name: string, value: string | readonly string[]): string =>
	file.endsWith('.md')
		? `${name}: ${typeof value === 'string' ? value : `[${value.join(', ')}]`}`
		: `${JSON.stringify(name)}: ${JSON.stringify(value)},`;

const slip = (check: string, file: string, field: string, problem: string, fix: string): Finding => ({
	check,
	kind: 'slip',
	file,
	field,
	problem,
	fix,
});
