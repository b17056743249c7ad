import type { Example, Situation } from './examples.ts';

const committee = 'bodies/ceshiyuan/owners-committee';

/** A committee of so many members of whom so many came, and so many agreed to what passed. */
const met = (members: number, present: number, agreed: number, over: object = {}): Situation => ({
	records: {
		bodies: { seats: 7, terms: [{ members: Array.from({ length: members }, (_, i) => ({ name: `委员${i + 1}` })) }] },
		meetings: {
			form: 'committee',
			parties: [{ body: committee, due: 5, present }],
			agenda: [{ vote: { for: agreed }, ...over }],
		},
	},
});

export const examples: readonly Example[] = [
	{
		what: '7人在任，3人到会',
		finds: { ...met(7, 3, 4), says: ['breach parties[1].present：过半数委员到会，7人的过半数是4人；到会3人，差1人'] },
		leaves: { what: '4人到会', ...met(7, 4, 4) },
	},
	{
		what: '6人在任，3人到会，正好一半不是过半数',
		finds: { ...met(6, 3, 4), says: ['breach parties[1].present：过半数委员到会，6人的过半数是4人；到会3人，差1人'] },
		leaves: { what: '4人到会', ...met(6, 4, 4) },
	},
	{
		what: '7人在任，3人同意',
		finds: { ...met(7, 5, 3), says: ['breach agenda[1].vote.for：全体委员半数以上同意，7人的半数是4人；同意3人，差1人，写了通过'] },
		leaves: { what: '3人同意，写了没有通过', ...met(7, 5, 3, { outcome: 'rejected' }) },
	},
	{
		what: '6人在任，3人同意，正好一半，只提示',
		finds: { ...met(6, 5, 3), says: ['note agenda[1].vote.for：过半数委员同意，6人的过半数是4人；同意3人，正好一半'] },
		leaves: { what: '4人同意', ...met(6, 5, 4) },
	},
	{
		what: '没有名册，按应到算',
		finds: { ...met(0, 2, 4), says: ['breach parties[1].present：过半数委员到会，5人的过半数是3人；到会2人，差1人'] },
		leaves: { what: '3人到会', ...met(0, 3, 4) },
	},
];
