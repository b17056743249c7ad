import type { Check } from './check.ts';

/** Every figure of a case says which of the listed sources it comes from. */
export const claimSources: Check = {
	id: 'claim-sources',
	kind: 'slip',
	asks: '案例里的每个数字都指向一项来源吗？',
	run: (records) =>
		records.of('cases').flatMap(({ file, data }) =>
			data.claims.flatMap(({ source, figure, grade }, i) => {
				const there = data.sources[source - 1];
				if (!there)
					return [
						{
							file,
							field: `claims[${i + 1}].source`,
							problem: `“${figure}”的来源写的是第${source}项，来源只有${data.sources.length}项。`,
							fix: '从1数起，写对应的那一项。',
						},
					];
				if (there.interested && grade === 'third')
					return [
						{
							file,
							field: `claims[${i + 1}].grade`,
							problem: `“${figure}”写成第三方记录，来源“${there.title}”却是当事方。`,
							fix: '改成“自述”或“当事方原始记录”。',
						},
					];
				return [];
			}),
		),
};
