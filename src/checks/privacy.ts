import { foundIn, letPass, officeLinesIn, shownOf } from '../privacy/detectors.ts';
import type { Allowed, Found } from '../privacy/found.ts';
import { textsLetPass } from '../privacy/let-pass.ts';
import { headsNumbers } from '../privacy/numbers.ts';
import { rowsIn } from '../privacy/rows.ts';
import type { Words } from '../schema/fields.ts';
import { collections, type Entry } from '../schema/index.ts';
import { fieldOf } from '../schema/messages.ts';
import { visitFields } from '../schema/walk.ts';
import type { Check, Records, Said } from './check.ts';
import { textsOf } from './texts.ts';

/** No private person's number or room may stand in a record: what is published once cannot be called back. */
export const privacy: Check = {
	id: 'privacy',
	kind: 'slip',
	asks: '有没有写进个人的电话、证件号、账号、车牌、房号？',
	law: '个人信息保护法 第二十五条',
	run: (records) => {
		const passed = passedIn(records);
		return records.all.flatMap((entry) => inRecord(entry, passed([entry])));
	},
};

/** What is let pass with some records: the lines the board names as offices', and the texts those records let pass on the day. */
export function passedIn(records: Records): (entries: readonly Entry[]) => Allowed {
	const lines = officeLines(records);
	return (entries) => ({
		...(lines ? { lines } : {}),
		texts: entries.flatMap(({ data }) => textsLetPass(data.allowed, records.today)),
	});
}

function inRecord(entry: Entry, allowed: Allowed): Said[] {
	const { file, collection, data, body } = entry;
	const said: Said[] = [];
	const told = new Set<string>();
	const tell = (field: string, found: readonly Found[]) => {
		for (const each of letPass(found, allowed)) {
			if (told.has(`${field} ${each.key}`)) continue;
			told.add(`${field} ${each.key}`);
			said.push({ file, field, ...wordsFor(each) });
		}
	};
	tell('', foundIn(file));
	const written = [file, body];
	visitFields(collections[collection].schema, data, (value, words, path) => {
		if (typeof value !== 'string' || !isFree(words)) return;
		tell(fieldOf(path), foundIn(value));
		if (path[0] !== 'allowed') written.push(value);
	});
	data.allowed.forEach(({ text }, i) => {
		// What is let pass is published with its reason: an allowance for nothing would put up a text that was never checked. It may stand in an attachment.
		if (!written.some((each) => each.startsWith('/uploads/') || each.includes(text)))
			said.push({
				file,
				field: `allowed[${i + 1}].text`,
				problem: `放行的“${shortened(text)}”在这条记录里找不到。`,
				fix: '照被拦住的那几个字原样抄；已经删掉的，把这条放行也删掉。',
			});
	});
	tell('body', foundIn(body));
	for (const { field, text } of textsOf(entry))
		for (const { heads, row } of rowsIn(text)) if (headsNumbers(heads)) tell(field, foundIn(row, heads));
	return said;
}

/** Enough of a text to find it. It may be what must not be shown. */
const shortened = (text: string): string => `${text.slice(0, 2)}…`;

/** Days, amounts, options and the names of records have a form of their own, which the schema holds them to: nothing personal fits in. */
const isFree = ({ format, widget, options, refersTo }: Words): boolean =>
	!format && !options && !refersTo && widget !== 'money' && widget !== 'area' && widget !== 'time';

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
	const { settings } = records;
	if (!settings) return undefined;
	const named = [
		settings.phone,
		settings.email,
		...records.of('bodies').flatMap(({ data }) => [data.phone, data.meetsAt]),
		...records.of('communities').flatMap(({ data }) => data.channels.map(({ value }) => value)),
	];
	return new Set(named.filter((text) => text !== undefined).flatMap(officeLinesIn));
}
