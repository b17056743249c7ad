import type { Example, Situation, Written } from './examples.ts';

/** A committee of five seats in which these people are listed. */
const roster = (members: readonly object[], term: object = {}): Situation => ({
	records: { bodies: { seats: 5, terms: [{ members, ...term }] } as Written },
});
const sitting = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `委员${i + 1}` }));

export const examples: readonly Example[] = [
	{
		what: 'W2：5席只剩2人，提示重新选举，不说谁不符合规定',
		finds: { ...roster(sitting(2)), says: ['note terms[1]：在任的不少于总数的一半，5席的一半是3人；在任2人，差1人'] },
		leaves: { what: '还有3人', ...roster(sitting(3)) },
	},
	{
		what: '2人在任，候补的还没有递补',
		finds: {
			...roster([...sitting(2), { name: '候补甲', seat: 'alternate', order: 1 }]),
			says: ['note terms[1]：在任的不少于总数的一半，5席的一半是3人；在任2人，差1人'],
		},
		leaves: { what: '候补的递补了', ...roster([...sitting(2), { name: '候补甲', seat: 'alternate', order: 1, movedUpOn: '2026-04-01' }]) },
	},
	{
		what: '空缺过了写明要补上的日子',
		finds: {
			...roster(sitting(4), { vacancies: [{ post: '委员', since: '2026-02-01', fillBy: '2026-04-12' }] }),
			says: ['note terms[1].vacancies[1]：委员的空缺2026年4月12日前补上；还空着'],
		},
		leaves: { what: '最后一天', ...roster(sitting(4), { vacancies: [{ post: '委员', since: '2026-02-01', fillBy: '2026-04-13' }] }) },
	},
];
