import { addDays } from '../basics/days.ts';
import { foundIn, foundInName, letPass, officeLinesIn, shownOf } from '../privacy/detectors.ts';
import { compact } from '../privacy/disguises.ts';
import { type Allowed, type Found, gradeOf } from '../privacy/found.ts';
import { householdsIn, roomCellsIn } from '../privacy/households.ts';
import { DAYS_LET_PASS, DESK, MOST_LET_PASS, textsLetPass } from '../privacy/let-pass.ts';
import { headsNumbers } from '../privacy/numbers.ts';
import { namesPerson } from '../privacy/persons.ts';
import { rowsIn } from '../privacy/rows.ts';
import type { Words } from '../schema/fields.ts';
import { collections, type Entry } from '../schema/index.ts';
import { fieldOf } from '../schema/messages.ts';
import { type Settings, settings } from '../schema/settings.ts';
import { visitFields } from '../schema/walk.ts';
import type { Check, Records, Said } from './check.ts';
import { textsOf } from './texts.ts';

/**
 * No private person's number or room may stand in a record: what is published once cannot be called back. A number is refused; a room, a
 * list of households and what is said of somebody wait until a person lets them pass; that somebody is named is only noted.
 */
export const privacy: Check = {
	id: 'privacy',
	kind: 'slip',
	asks: '有没有写进个人的电话、证件号、账号、车牌、房号，或住户的明细？',
	law: '个人信息保护法 第二十五条',
	run: (records) => {
		const passed = passedIn(records);
		const look = once(foundIn);
		return [
			...records.all.flatMap((entry) => inRecord(entry, passed([entry]), look, records.today)),
			...(records.settings ? inSettings(records.settings, passed([]), look) : []),
		];
	},
};

/** The numbers in what the board says of itself. Its own telephone and mailbox stand there to be called. */
function inSettings(said: Settings, allowed: Allowed, look: typeof foundIn): Said[] {
	const found: Said[] = [];
	visitFields(settings, said, (value, words, path) => {
		if (typeof value !== 'string' || !isFree(words) || path[0] === 'phone' || path[0] === 'email') return;
		const numbers = letPass(look(value), allowed).filter((each) => gradeOf(each) === 'number');
		found.push(...numbers.map((each) => saidOf(each, 'settings.json', fieldOf(path))));
	});
	return found;
}

/** What is let pass with some records: the lines the board names as offices', and the texts those records let pass on the day. */
export function passedIn(records: Records): (entries: readonly Entry[]) => Allowed {
	const lines = officeLines(records);
	return (entries) => ({
		...(lines ? { lines } : {}),
		texts: entries.flatMap(({ data }) => textsLetPass(data.allowed, records.today)),
	});
}

/** The same words stand in many fields of many records: each text is looked at once. */
function once<T>(look: (text: string) => T): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const found = look(text);
		known.set(text, found);
		return found;
	};
}

function inRecord(entry: Entry, allowed: Allowed, look: typeof foundIn, today?: string): Said[] {
	return [...privateIn(entry, allowed, today, look), ...lostAllowances(entry)];
}

/** Everything in a record that might be private and was not let pass. */
export function privateIn(entry: Entry, allowed: Allowed, today?: string, look: typeof foundIn = foundIn): Said[] {
	const { file, collection, data, body } = entry;
	const said: Said[] = [];
	const told = new Set<string>();
	const tell = (field: string, found: readonly Found[]) => {
		for (const each of letPass(found, allowed)) {
			if (told.has(`${field} ${each.key}`)) continue;
			told.add(`${field} ${each.key}`);
			said.push(saidOf(each, file, field, today));
		}
	};
	tell('', foundInName(file));
	visitFields(collections[collection].schema, data, (value, words, path) => {
		if (typeof value !== 'string' || !isFree(words)) return;
		const found = look(value);
		tell(fieldOf(path), found.length === 0 && path.at(-1) === 'counterparty' && namesPerson(value) ? [named(value)] : found);
	});
	tell('body', foundIn(body));
	// Whoever withholds a record and writes it all the same is told to delete the text.
	const isShown = data.audience === 'web';
	for (const { field, text } of textsOf(entry)) tell(field, [...(isShown ? householdsIn(text) : []), ...inRows(text)]);
	// Of what was withdrawn the title and the reason are shown: nobody is asked of the rest, and it may be taken down.
	return data.withdrawn ? said.filter(({ confirm, field }) => !confirm || STAYS.test(field)) : said;
}

/** The fields of a record that are shown when it is withdrawn, and its name in its address. */
const STAYS = /^(?:|title|name|withdrawn\..*)$/;

/** Whether what was said is of a number: refused, and not asked about or noted. */
export const isNumber = ({ kind, confirm }: Said): boolean => kind === undefined && confirm === undefined;

/** A payee who is a person. */
const named = (name: string): Found => ({ what: '姓名', text: name, key: `姓名 ${name}` });

/** What only shows as private under the heads of its column. */
function inRows(text: string): Found[] {
	const found: Found[] = [];
	let over = '';
	let isNumbers = false;
	for (const { heads, row } of rowsIn(text)) {
		if (heads !== over) [over, isNumbers] = [heads, headsNumbers(heads)];
		if (isNumbers) found.push(...foundIn(row, heads));
		found.push(...roomCellsIn(row, heads));
	}
	return found;
}

/** An allowance for nothing lets pass what was never checked, should it be written some day. It may stand in an attachment. */
function lostAllowances(entry: Entry): Said[] {
	const { file, data } = entry;
	const { allowed } = data;
	if (allowed.length > MOST_LET_PASS)
		return [
			{
				file,
				field: 'allowed',
				problem: `放行写了${allowed.length}条，最多${MOST_LET_PASS}条。`,
				fix: '要放行这么多，多半是一份明细：网上只写合计，明细另建一条只在现场查阅的记录。',
			},
		];
	if (allowed.length === 0) return [];
	const written = writtenIn(entry);
	if (written.some((each) => each.startsWith('/uploads/'))) return [];
	const texts = written.map(compact);
	return allowed.flatMap(({ text, who }, i) =>
		// The desk asks again of what is written, so what it wrote once does no harm when the words are gone.
		who.startsWith(DESK) || written.some((each) => each.includes(text)) || texts.some((each) => each.includes(compact(text)))
			? []
			: [
					{
						file,
						field: `allowed[${i + 1}].text`,
						problem: `放行的“${shortened(text)}”在这条记录里找不到。`,
						fix: '照被拦住的那几个字原样抄；已经删掉的，把这条放行也删掉。',
					},
				],
	);
}

/** All that is written in a record by hand but what it lets pass. */
function writtenIn({ file, collection, data, body }: Entry): string[] {
	const written = [file, body];
	visitFields(collections[collection].schema, data, (value, words, path) => {
		if (typeof value === 'string' && isFree(words) && path[0] !== 'allowed') written.push(value);
	});
	return written;
}

/** Enough of a text to find it. It may be what must not be shown. */
const shortened = (text: string): string => `${text.slice(0, 2)}…`;

/** Days, amounts, options and the names of records have a form of their own, which the schema holds them to: nothing personal fits in. */
const isFree = ({ format, widget, options, refersTo }: Words): boolean =>
	!format && !options && !refersTo && widget !== 'money' && widget !== 'area' && widget !== 'time';

/** What to say of a datum in a field of a record, or in what is published with it: by its grade refused, asked about, or noted. */
export function saidOf(found: Found, file: string, field: string, today?: string): Said {
	const grade = gradeOf(found);
	return {
		file,
		field,
		...wordsFor(found),
		...(grade === 'hint' ? { confirm: { text: found.text, line: lineFor(found.text, file, today) } } : {}),
		...(grade === 'name' ? { kind: 'note' as const } : {}),
	};
}

/** An item of `allowed`, as JSON in YAML and in JSON alike. It holds for a year. */
const lineFor = (text: string, file: string, today?: string): string => {
	const until = today ? addDays(today, DAYS_LET_PASS) : '';
	const item = `{ "text": ${JSON.stringify(text)}, "who": "", "why": "", "until": "${until}" }`;
	return file.endsWith('.json') ? item : `- ${item}`;
};

/** What to say of a datum that must not be published. */
export const wordsFor = (found: Found): Pick<Said, 'problem' | 'fix'> => {
	if (found.what === '固定电话' || found.what === '邮箱')
		return {
			problem: `${found.what}“${shownOf(found)}”不在公布的办公电话、邮箱里。`,
			fix: '是办公用的，先写进组织名册的“办公电话”、小区的“联系渠道”或公开栏设置；不是的，删掉。',
		};
	if (found.what === '住户明细')
		return {
			problem: `像是一份住户或个人的明细（表头：${shownOf(found)}）。`,
			fix: '网上只写合计。明细只对业主或只在现场查阅：另建一条记录，选“公开范围”，写明查阅办法，明细本身不放上来。',
		};
	if (found.what === '姓名')
		return {
			problem: `这里像是写了私人的姓名：“${shownOf(found)}”。`,
			fix: '不必知道是谁的，写“一位业主”“张某某”；是任职的人，写上职务。',
		};
	if (found.what === '个人情况')
		return {
			problem: `这里像是写了某个人的病、困难、家事或孩子的学校：“${shownOf(found)}”。`,
			fix: '写户数、人数，或“一户困难家庭”；不写是谁，也不写到能认出是谁。',
		};
	if (found.what === '房号')
		return {
			problem: `里面像是有住户的房号：“${shownOf(found)}”。`,
			fix: '最多写到楼栋或单元，例如“3栋2单元”；说到人的，写“一位业主”“3栋的住户”。',
		};
	return {
		problem: `里面像是有${found.what}：“${shownOf(found)}”。`,
		fix: '删掉或换成办公电话、岗位名称：公开以后收不回来。不是个人的，在“放行”里写明谁、为什么、到哪天。',
	};
};

/** The lines and mailboxes the board names as offices', where the whole board is known. */
export function officeLines(records: Records): ReadonlySet<string> | undefined {
	const { settings: own } = records;
	if (!own) return undefined;
	const named = [
		own.phone,
		own.email,
		...records.of('bodies').flatMap(({ data }) => [data.phone, data.meetsAt]),
		...records.of('communities').flatMap(({ data }) => data.channels.map(({ value }) => value)),
	];
	return new Set(named.filter((text) => text !== undefined).flatMap(officeLinesIn));
}
