/** What a push leaves in the history and not at the tip: nobody sees it on the board, and everybody can fetch it. */

import { ownersOf } from '../../src/checks/attachments.ts';
import type { Records } from '../../src/checks/check.ts';
import { isNumber, passedIn, privateIn, wordsFor } from '../../src/checks/privacy.ts';
import { foundIn, foundInName, letPass } from '../../src/privacy/detectors.ts';
import { type Allowed, type Found, gradeOf } from '../../src/privacy/found.ts';
import type { Finding } from '../../src/schema/finding.ts';
import type { Entry } from '../../src/schema/index.ts';
import { parse } from '../../src/schema/parse.ts';
import { placeOf } from '../../src/schema/place.ts';
import { LARGEST, readFile } from '../../src/schema/reader.ts';
import type { Commit } from './commits.ts';
import type { CommitTrouble } from './forged.ts';
import type { Pushed } from './pushed.ts';
import { blobsOf, sizesOf } from './record.ts';
import { seenOf } from './seen.ts';
import { type Change, FOLDER } from './trees.ts';

/** What is known besides the push. */
export interface Standing {
	/** the records as they are to be; what they let pass, and the lines of offices they name, count for what comes before */
	records: Records;
	/** the content of files by their names, at the tip and at what was main */
	tip: ReadonlyMap<string, string>;
	was: ReadonlyMap<string, string>;
}

/** Bytes read of the repository at once. */
const AT_ONCE = 64 * 2 ** 20;

type Told = Omit<CommitTrouble, 'commit'>;

/**
 * What may not stay in the history of what a push changes on its way, beside its tip, which is asked by itself: a number anywhere; on main's
 * own line a file that cannot be read as a record, since every commit there is a version to be shown. Each content is read once.
 */
export async function leftBehind(repository: string, { commits, line, changes }: Pushed, standing: Standing): Promise<CommitTrouble[]> {
	const { tip, was } = standing;
	const byId = new Map(commits.map((commit) => [commit.id, commit]));
	const asked = new Map<string, Change>();
	for (const change of changes) {
		const key = `${change.blob} ${change.mode} ${change.file}`;
		const isKnown = isPlain(change) && [tip, was].some((files) => files.get(change.file) === change.blob);
		const before = asked.get(key);
		// The first to bring it is named; on main's line more is asked.
		if (!isKnown && (!before || (line.has(change.commit) && !line.has(before.commit)))) asked.set(key, change);
	}
	const troubles: CommitTrouble[] = [];
	const tell = (change: Change, told: readonly Told[]) => {
		for (const each of told) troubles.push({ commit: byId.get(change.commit)!, ...each });
	};
	const sizes = sizesOf(repository, [...new Set([...asked.values()].filter(isPlain).map(({ blob }) => blob))]);
	const readable: Change[] = [];
	for (const change of asked.values()) {
		const out = outOfPlace(change, sizes.get(change.blob) ?? 0);
		if (out) tell(change, [out]);
		else readable.push(change);
		tell(change, numbersIn(foundInName(change.file), {}, maskedFile(change.file)));
	}
	// What was published under another name is not new, only the name is.
	const published = new Set(was.values());
	const fresh = readable.filter(({ blob }) => !published.has(blob));
	const [uploads, records] = [fresh.filter(isUpload), fresh.filter((change) => !isUpload(change))];
	const read: { change: Change; entry?: Entry; text: string; findings: readonly Finding[] }[] = [];
	for (const batch of batchesOf(records, sizes)) {
		const bytes = blobsOf(repository, [...new Set(batch.map(({ blob }) => blob))]);
		for (const change of batch) {
			const { entry, findings } = readFile({ file: change.file, bytes: bytes.get(change.blob)! });
			read.push({ change, text: entry ? '' : new TextDecoder().decode(bytes.get(change.blob)), findings, ...(entry ? { entry } : {}) });
		}
	}
	const passed = passedOf(
		standing.records,
		read.flatMap(({ entry }) => entry ?? []),
	);
	for (const { change, entry, text, findings } of read) {
		const allowed = passed(change.file, entry);
		const found = entry
			? privateIn(entry, allowed)
					.filter(isNumber)
					.map(({ field, problem }): Told => ({ kind: 'number', what: `${change.file}${field && ` → ${field}`}：${problem}` }))
			: numbersIn(unreadIn(change.file, text), allowed, change.file);
		tell(change, found);
		if (line.has(change.commit))
			tell(
				change,
				findings.map(({ field, problem }) => ({ kind: 'shape', what: `${change.file}${field && ` → ${field}`}：${problem}` })),
			);
	}
	const seen = uploads.length > 0 ? await seenOf(repository, uploads) : [];
	for (const [i, change] of uploads.entries()) {
		const { data, trouble } = seen[i]!;
		if (trouble) tell(change, [{ kind: 'place', what: `${change.file}：里面写了什么没法核对。` }]);
		tell(change, numbersIn(data, passed(change.file), change.file));
	}
	return troubles;
}

/**
 * What a commit says besides its files: no number and no room in its message, no number in the names that stand on it. `lines`: those of
 * offices, as the records name them.
 */
export function messageTroubles(commit: Commit, lines: ReadonlySet<string>): CommitTrouble[] {
	// A mailbox stands under many a message; that it is somebody's is what it is for.
	const isAsked = ({ what, key }: Found) => gradeOf({ what }) !== 'name' && what !== '邮箱' && !(what === '固定电话' && lines.has(key));
	const inMessage = commit.readings.flatMap((text) => foundIn(text.replace(COMMIT_ID, ' '))).filter(isAsked);
	const signed = [commit.author, commit.committer].flatMap(({ name, email }) => [name, email.replace(/@[^@]*$/, '')]);
	const inNames = signed.flatMap((text) => foundIn(text)).filter((each) => isAsked(each) && gradeOf(each) === 'number');
	return [
		...unique(inMessage).map((each): CommitTrouble => ({ commit, kind: 'message', what: `说明里写着：${wordsFor(each).problem}` })),
		...unique(inNames).map((each): CommitTrouble => ({ commit, kind: 'who', what: `作者或提交人的名字、邮箱：${wordsFor(each).problem}` })),
	];
}

/** A message names other commits by what git calls them. */
const COMMIT_ID = /\b(?=[\da-f]*[a-f])(?:[\da-f]{40}|[\da-f]{64})\b/g;

const unique = (found: readonly Found[]): Found[] => [...new Map(found.map((each) => [each.key, each])).values()];

/** A text in one line, of at most so many signs; where something private stands in it, without its digits and letters. */
export const masked = (text: string, most = 40): string => {
	const line = text.replace(/[\p{C}\s]+/gu, ' ').trim();
	const shown = line.length > most ? `${line.slice(0, most)}…` : line;
	return foundInName(line).some((each) => gradeOf(each) !== 'name')
		? shown.replace(/[\p{N}A-Za-z零〇○一二三四五六七八九十洞幺两拐勾壹贰叁肆伍陆柒捌玖]/gu, '×')
		: shown;
};

/** The same of a path, folder by folder. */
const maskedFile = (file: string): string =>
	file
		.split('/')
		.map((name) => masked(name))
		.join('/');

const isPlain = ({ mode }: Pick<Change, 'mode'>): boolean => mode.startsWith('100');
const isUpload = ({ file }: Pick<Change, 'file'>): boolean => file.startsWith('uploads/');

const NO_FILES: Readonly<Record<string, string>> = { [FOLDER]: '一个空文件夹', '120000': '一个符号链接', '160000': '一个子模块' };

/** Why a file can be no part of a record, whatever is in it. */
function outOfPlace({ file, mode }: Change, size: number): Told | null {
	if (!isPlain({ mode })) return { kind: 'place', what: `${maskedFile(file)}：是${NO_FILES[mode] ?? '别的东西'}，要放真正的文件。` };
	const place = placeOf(file);
	if ('check' in place) return { kind: 'place', what: `${maskedFile(file)}：${masked(place.problem, 160)}` };
	const most = isUpload({ file }) ? LARGEST.upload : LARGEST.record;
	return size > most ? { kind: 'place', what: `${file}：超过 ${most / 2 ** 20} MB，没法核对。` } : null;
}

function numbersIn(found: readonly Found[], allowed: Allowed, where: string): Told[] {
	return letPass(found, allowed)
		.filter((each) => gradeOf(each) === 'number')
		.map((each) => ({ kind: 'number', what: `${where}：${wordsFor(each).problem}` }));
}

/** What stands in a file that is no record: in every text of its fields where it can be taken apart, else in all of it. */
function unreadIn(file: string, text: string): Found[] {
	const parsed = parse(file, text.replace(/\r\n?/g, '\n'), file.endsWith('.md'));
	if ('check' in parsed) return foundIn(text);
	const texts: string[] = [parsed.body];
	const walk = (value: unknown): void => {
		if (typeof value === 'string') texts.push(value);
		else if (typeof value === 'number') texts.push(String(value));
		else if (value && typeof value === 'object')
			for (const [name, each] of Object.entries(value)) {
				texts.push(name);
				walk(each);
			}
	};
	walk(parsed.data);
	return texts.flatMap((each) => foundIn(each));
}

/** What counts for a file on the way: what its record lets pass at the tip and there, and the lines of offices that any of them names. */
function passedOf(records: Records, onTheWay: readonly Entry[]): (file: string, entry?: Entry) => Allowed {
	const before = Map.groupBy(onTheWay, ({ collection }) => collection);
	const all: Records = { ...records, of: (collection) => [...records.of(collection), ...(before.get(collection) ?? [])] as never };
	const passed = passedIn(all);
	const atTip = new Map(records.all.map((entry) => [entry.file, entry]));
	const former = new Map(records.all.flatMap((entry) => entry.data.formerly.map((id) => [id, entry])));
	const owners = ownersOf([...records.all, ...onTheWay]);
	return (file, entry) => {
		const now = atTip.get(file) ?? former.get(file.replace(/\.\w+$/, ''));
		return passed([...(entry ? [entry] : []), ...(now ? [now] : []), ...(owners.get(file) ?? [])]);
	};
}

function* batchesOf(changes: readonly Change[], sizes: ReadonlyMap<string, number>): Generator<Change[]> {
	let batch: Change[] = [];
	let bytes = 0;
	for (const change of changes) {
		batch.push(change);
		bytes += sizes.get(change.blob) ?? 0;
		if (bytes < AT_ONCE && batch.length < 500) continue;
		yield batch;
		[batch, bytes] = [[], 0];
	}
	if (batch.length > 0) yield batch;
}
