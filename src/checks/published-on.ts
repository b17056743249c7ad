import type { Day } from '../basics/days.ts';
import type { CollectionName, Entry, EntryOf } from '../schema/index.ts';
import type { Check, Said } from './check.ts';

/**
 * What stands on the board says since when; what was changed later says so after that day. A community cannot be withdrawn: its records
 * would stand nowhere.
 */
export const publishedOn: Check = {
	id: 'published-on',
	kind: 'slip',
	asks: '写明公开日期了吗？公开在事情之后、更正和撤回之前吗？',
	run: (records) =>
		records.all.flatMap((entry): Said[] => {
			const { file, collection, data } = entry;
			const since = data.publishedOn;
			if (!since) return [{ file, field: 'publishedOn', problem: '没有写公开日期。', fix: '补上第一次公开的日期，写成 2026-03-10 这样。' }];
			const happened = publishedTooEarly(entry, since);
			if (happened)
				return [
					{
						file,
						field: 'publishedOn',
						problem: `公开日期${since}早于${happened.what}${happened.on}：那时还没有这回事。`,
						fix: '照着旧的新建时最容易留下旧日期。写真正第一次公开的那天；还没有到的事，用公示或日程预告，办过再公开。',
					},
				];
			const early = data.corrections.findIndex((c) => c.on < since);
			if (early >= 0)
				return [
					{
						file,
						field: `corrections[${early + 1}].on`,
						problem: `更正日期${data.corrections[early]!.on}早于公开日期${since}。`,
						fix: '公开以后的改动才写更正；查一查两个日期。',
					},
				];
			if (!data.withdrawn) return [];
			const { on } = data.withdrawn;
			if (on < since) return [{ file, field: 'withdrawn.on', problem: `撤回日期${on}早于公开日期${since}。`, fix: '查一查两个日期。' }];
			if (records.today && on > records.today)
				return [
					{
						file,
						field: 'withdrawn.on',
						problem: `撤回日期${on}还没有到。`,
						fix: '撤回一发布就生效，写今天的日期；到那天再撤的，那天再填。',
					},
				];
			if (collection === 'communities')
				return [
					{
						file,
						field: 'withdrawn',
						problem: '小区不能撤回：它的纪要、账目、公示都挂在下面。',
						fix: '要撤的是哪一条，就在哪一条里填“撤回”；小区情况写错的，改正并写“更正”。',
					},
				];
			return [];
		}),
};

/** The day of what a record tells as done. A notice, a term, a plan, a rule may stand on the board before its day, and so has none here. */
const done: { [C in CollectionName]?: (data: EntryOf<C>['data']) => { what: string; on: Day } } = {
	meetings: ({ heldOn }) => ({ what: '开会日期', on: heldOn }),
	matters: ({ raisedOn }) => ({ what: '提起日期', on: raisedOn }),
	assessments: ({ heldOn }) => ({ what: '考核日期', on: heldOn }),
	commitments: ({ signedOn }) => ({ what: '签署日期', on: signedOn }),
};

/** What had not happened on a day on which the record is said to have been published, or null. */
export function publishedTooEarly({ collection, data }: Entry, day: Day): { what: string; on: Day } | null {
	const happened = (done[collection] as ((of: Entry['data']) => { what: string; on: Day }) | undefined)?.(data);
	return happened && day < happened.on ? happened : null;
}
