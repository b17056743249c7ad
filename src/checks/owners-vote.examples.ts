import type { Example, Situation } from './examples.ts';

const total = { heads: 165, area: '17640.48' };
const none = { heads: 0, area: '0.00' };
/** 108 of 165 heads are two short of two thirds; their area is enough. */
const short = { part: { heads: 108, area: '14226.90' }, for: { heads: 99, area: '12638.44' }, against: { heads: 9, area: '1588.46' } };
const enough = { ...short, part: { heads: 110, area: '14226.90' }, for: { heads: 101, area: '12638.44' } };

/** A vote on the use of the maintenance fund as the minutes count it, and what they say came of it. */
const voted = (outcome: string, ballots: object): Situation => ({
	records: {
		meetings: {
			form: 'assembly',
			agenda: [{ outcome, vote: undefined, ownersVote: { matter: '5', scope: '全体业主', total, abstained: none, ...ballots } }],
		},
	},
});
const grouped = [{ what: '建设单位没有出售的房屋', units: 30, heads: 1, why: '解释第九条' }];
const failed = '有门槛没有达到，不通过；写了通过';

export const examples: readonly Example[] = [
	{
		what: '差2人，写了通过：计票和结果都在纪要里',
		finds: { ...voted('passed', short), says: [`breach agenda[1].ownersVote：${failed}`] },
		leaves: { what: '正好三分之二', ...voted('passed', enough) },
	},
	{
		what: 'R12：只差人数，又有几套算一人的：怎么计可以另行约定',
		finds: { ...voted('passed', { ...short, grouped }), says: [`note agenda[1].ownersVote：${failed}`] },
		leaves: { what: '照自己的计法够了', ...voted('passed', { ...enough, grouped }) },
	},
	{
		what: 'R12：面积也差，几套算一人的也改变不了',
		finds: {
			...voted('passed', {
				part: { heads: 108, area: '9000.00' },
				for: { heads: 99, area: '8000.00' },
				against: { heads: 9, area: '1000.00' },
				grouped,
			}),
			says: [`breach agenda[1].ownersVote：${failed}`],
		},
		leaves: { what: '写了未通过', ...voted('rejected', { ...short, grouped }) },
	},
	{
		what: '按规约把没有投的并入多数才通过',
		finds: {
			...voted('passed', {
				...short,
				silent: { heads: 20, area: '1000.00' },
				silence: { rule: 'followMajority', clause: '议事规则第九条' },
			}),
			says: ['note agenda[1].ownersVote：没有投票的不算参与，不通过；按议事规则第九条，没有投票的并入已表决的多数意见，通过'],
		},
		leaves: { what: '不靠没有投的也通过', ...voted('passed', enough) },
	},
];
