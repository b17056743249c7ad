import type { Example, Situation } from './examples.ts';

const committee = 'bodies/ceshiyuan/owners-committee';
type Rule = NonNullable<NonNullable<Situation['place']>['rules']['committeeQuorum']>;

/** A committee of so many members of whom so many came, and so many agreed to what passed. */
const met = (members: number, present: number, agreed: number, place?: Situation['place'], over: object = {}): Situation => ({
	records: {
		bodies: { seats: 7, terms: [{ members: Array.from({ length: members }, (_, i) => ({ name: `委员${i + 1}` })) }] },
		meetings: {
			form: 'committee',
			parties: [{ body: committee, due: 5, present }],
			agenda: [{ vote: { for: agreed }, ...over }],
		},
	},
	...(place ? { place } : {}),
});
const rule = (present: Rule['present'], agree: Rule['agree'], agreeOf: Rule['agreeOf'] = 'all') => ({
	rules: { committeeQuorum: { present, agree, agreeOf, article: '第十四条' } },
});
const zhejiang = rule('half', 'half');
const beijing = rule('moreThanHalf', 'moreThanHalf');
const shandong = rule('twoThirds', 'moreThanHalf');
const ofPresent = rule('moreThanHalf', 'moreThanHalf', 'present');

export const examples: readonly Example[] = [
	{
		what: '7人在任，3人到会，当地没有规则包，指导规则只提示',
		finds: { ...met(7, 3, 4), says: ['note parties[1].present：过半数委员到会，7人的过半数是4人；到会3人，差1人'] },
		leaves: { what: '4人到会', ...met(7, 4, 4) },
	},
	{
		what: 'R6: 6人在任，3人到会，当地核实过的条例要求过半数',
		finds: { ...met(6, 3, 4, beijing), says: ['breach parties[1].present：过半数委员到会，6人的过半数是4人；到会3人，差1人'] },
		leaves: { what: 'W11: 同样3人到会，浙江半数以上就行', ...met(6, 3, 4, zhejiang) },
	},
	{
		what: 'W11: 6人在任，2人到会，浙江要半数以上',
		finds: { ...met(6, 2, 4, zhejiang), says: ['breach parties[1].present：半数以上委员到会，6人的半数以上是3人；到会2人，差1人'] },
		leaves: { what: '3人到会、3人同意，正好一半', ...met(6, 3, 3, zhejiang) },
	},
	{
		what: 'W11: 7人在任，4人到会，山东要三分之二以上',
		finds: { ...met(7, 4, 4, shandong), says: ['breach parties[1].present：三分之二以上委员到会，7人的三分之二以上是5人；到会4人，差1人'] },
		leaves: { what: '5人到会', ...met(7, 5, 4, shandong) },
	},
	{
		what: 'W11: 6人在任，3人同意，正好一半，当地要求过半数',
		finds: {
			...met(6, 5, 3, beijing),
			says: ['breach agenda[1].vote.for：全体委员过半数同意，6人的过半数是4人；同意3人，差1人，写了通过'],
		},
		leaves: { what: '4人同意', ...met(6, 5, 4, beijing) },
	},
	{
		what: '7人在任，3人同意',
		finds: { ...met(7, 5, 3), says: ['note agenda[1].vote.for：全体委员半数以上同意，7人的半数以上是4人；同意3人，差1人，写了通过'] },
		leaves: { what: '3人同意，写了没有通过', ...met(7, 5, 3, undefined, { outcome: 'rejected' }) },
	},
	{
		what: '6人在任，3人同意，正好一半，当地没有规定，只提示',
		finds: { ...met(6, 5, 3), says: ['note agenda[1].vote.for：过半数委员同意，6人的过半数是4人；同意3人，正好一半'] },
		leaves: { what: '4人同意', ...met(6, 5, 4) },
	},
	{
		what: '7人在任，4人到会，2人同意，当地按到会的算',
		finds: {
			...met(7, 4, 2, ofPresent),
			says: ['breach agenda[1].vote.for：到会委员过半数同意，4人的过半数是3人；同意2人，差1人，写了通过'],
		},
		leaves: { what: '3人同意', ...met(7, 4, 3, ofPresent) },
	},
	{
		what: '没有名册，按应到算',
		finds: { ...met(0, 2, 4), says: ['note parties[1].present：过半数委员到会，5人的过半数是3人；到会2人，差1人'] },
		leaves: { what: '3人到会', ...met(0, 3, 4) },
	},
];
