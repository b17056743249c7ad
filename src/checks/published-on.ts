import type { Check } from './check.ts';

/** What stands on the board says since when; what was changed later says so after that day. */
export const publishedOn: Check = {
	id: 'published-on',
	kind: 'slip',
	asks: '写明公开日期了吗？更正和撤回在公开之后吗？',
	run: (records) =>
		records.all.flatMap(({ file, data }) => {
			const since = data.publishedOn;
			if (!since) return [{ file, field: 'publishedOn', problem: '没有写公开日期。', fix: '补上第一次公开的日期，写成 2026-03-10 这样。' }];
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
			if (data.withdrawn && data.withdrawn.on < since)
				return [{ file, field: 'withdrawn.on', problem: `撤回日期${data.withdrawn.on}早于公开日期${since}。`, fix: '查一查两个日期。' }];
			return [];
		}),
};
