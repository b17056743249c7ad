import type { Check } from './check.ts';

/** Who sits in two bodies stands in both rosters. One half missing accuses nobody; it is said. */
export const crossPosting: Check = {
	id: 'cross-posting',
	kind: 'note',
	asks: '交叉任职在两边的名册里都写了吗？',
	run: (records) =>
		records.of('bodies').flatMap(({ id, file, data }) =>
			data.terms.flatMap((term, t) =>
				term.members.flatMap((member, m) =>
					member.alsoAt.flatMap((post, p) => {
						const twin = records.get(post.body);
						if (twin?.collection !== 'bodies') return [];
						const there = twin.data.terms.some((other) =>
							other.members.some((o) => o.name === member.name && o.alsoAt.some((back) => back.body === id)),
						);
						if (there) return [];
						return [
							{
								file,
								field: `terms[${t + 1}].members[${m + 1}].alsoAt[${p + 1}]`,
								problem: `${member.name}在“${twin.data.name}”兼任${post.post}，那边的名册没有写。`,
								fix: `在${twin.file}里补上${member.name}和对应的交叉任职；不再兼任的，写上到期日。`,
							},
						];
					}),
				),
			),
		),
};
