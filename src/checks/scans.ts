import { collections, type Entry } from '../schema/index.ts';
import { fieldOf } from '../schema/messages.ts';
import { visitFields } from '../schema/walk.ts';
import type { Check, Records, Said } from './check.ts';

/** A scan is a picture of text: only a person can see whether a name or a number stands on it, and not the one who scanned it. */
export const scans: Check = {
	id: 'scans',
	kind: 'slip',
	asks: '机器读不出字的扫描件，有第二个人看过吗？',
	law: '个人信息保护法 第二十五条',
	run: (records) => records.all.flatMap((entry) => inRecord(entry, records)),
};

function inRecord({ file, collection, data }: Entry, { seen }: Records): Said[] {
	const said: Said[] = [];
	const wasSeen = new Set(data.sources.filter(({ seenBy }) => seenBy).map((source) => source.file));
	visitFields(collections[collection].schema, data, (value, { widget }, path) => {
		// A photograph of a place is no scan.
		if (widget !== 'file' || typeof value !== 'string' || path.at(-1) === 'photo' || wasSeen.has(value)) return;
		const unread = seen.get(value.slice(1))?.unread ?? [];
		if (unread.length > 0)
			said.push({
				file,
				field: fieldOf(path),
				problem: `附件的${short(unread)}机器读不出字，没法核对有没有个人信息。`,
				fix: '由上传人以外的第二个人看过没有姓名房号、电话、证件、签名，在“来源”里写明“谁核对过”（岗位和日期）；有的，遮掉再扫。能导出带文字的 pdf 的，换成那一种。',
			});
	});
	return said;
}

const short = (places: readonly string[]): string =>
	places.length > 3 ? `${places.slice(0, 3).join('、')}等${places.length}处` : places.join('、');
