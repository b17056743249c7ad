import { describe, expect, test } from 'vitest';
import { aroundOf, judge, recordsOf } from '../../src/checks/check.ts';
import { emergencyUse } from '../../src/checks/emergency-use.ts';
import { fundPurpose } from '../../src/checks/fund-purpose.ts';
import { fundUse } from '../../src/checks/fund-use.ts';
import { lowBalance } from '../../src/checks/low-balance.ts';
import { spending } from '../../src/checks/spending.ts';
import { transfers } from '../../src/checks/transfers.ts';
import { example, ownersVote } from '../examples.ts';

const judgements = [spending, fundUse, emergencyUse, fundPurpose, lowBalance, transfers];
const vote = (item: object = {}) => ownersVote({ until: '2026-02-20' }, item);
const assembly = example('meetings', { form: 'assembly', title: '业主大会', agenda: [vote()] }, { slug: 'assembly' });
const failed = example(
	'meetings',
	{ form: 'assembly', title: '没有通过的大会', agenda: [vote({ outcome: 'rejected' })] },
	{ slug: 'failed' },
);
const rule = example('documents', { title: '公共收益管理办法', inForceFrom: '2026-01-01' }, { slug: 'income-rules' });
const emergency = example(
	'matters',
	{
		kind: 'emergency',
		fund: 'maintenance',
		steps: [{ step: 'danger', on: '2026-02-01', by: '物业', what: '立管塌裂。' }],
		emergency: {
			danger: '塌裂',
			ground: '排水设施爆裂',
			confirmedBy: '街道',
			confirmedOn: '2026-02-01',
			report: 'notices/ceshiyuan/report',
		},
	},
	{ slug: 'drain' },
);
const accepted = example(
	'matters',
	{ ...emergency.data, steps: [...emergency.data.steps, { step: 'acceptance', on: '2026-02-02', by: '物管会', what: '合格。' }] },
	{ slug: 'wall' },
);
const repair = example('matters', { kind: 'repair', fund: 'maintenance' }, { slug: 'lifts' });
const report = (postedOn: string) => example('notices', { kind: 'announcement', period: undefined, postedOn }, { slug: 'report' });

const out = (over: object = {}) => ({
	on: '2026-03-01',
	direction: 'out',
	kind: 'repair',
	amount: '4000.00',
	purpose: '楼道照明更换',
	counterparty: '示例公司',
	voucher: '支-001',
	decision: assembly.id,
	...over,
});

interface Place {
	community?: object;
	rules?: object;
	verified?: boolean;
	today?: string;
	reported?: string;
	others?: ReturnType<typeof example<'ledgers'>>[];
}

/** What is said of one entry of a fund, or of a fund with this and that, in a community with these rules. */
function judged(
	data: object,
	{ community = {}, rules = {}, verified = true, today = '2026-06-01', reported, others = [] }: Place = {},
): string[] {
	const pack = example('rulepacks', { rules, verifiedOn: verified ? '2026-01-01' : undefined });
	const ledger = example('ledgers', data, { slug: '2026-Q1-own' });
	const owner = example('communities', { rulepack: pack.id, ...community });
	const records = recordsOf([
		owner,
		pack,
		assembly,
		failed,
		rule,
		emergency,
		accepted,
		repair,
		...(reported ? [report(reported)] : []),
		...others,
		ledger,
		example('notices'),
	]);
	return judge(judgements, ledger, aroundOf(records, today)).map(
		({ check, kind, field, expected, actual, settledOn }) =>
			`${kind} ${check} ${field}：${expected}；${actual}${settledOn ? `；${settledOn}` : ''}`,
	);
}
const common = (over: object = {}) => ({ fund: 'commonIncome', entries: [out(over)] });
const maintenance = (over: object = {}) => ({ fund: 'maintenance', entries: [out(over)] });
const own = { spendingThreshold: '3000.00', spendingBasis: { document: rule.id, clause: '第九条' } };

describe('A large expense', () => {
	test.for<[string, object, Place, string[]]>([
		['with a decision and a voucher', common(), { community: own }, []],
		['with a matter and a voucher', common({ decision: undefined, matter: repair.id }), { community: own }, []],
		['below the limit needs neither', common({ amount: '2999.99', decision: undefined, voucher: undefined }), { community: own }, []],
		[
			'of exactly the limit without a decision here is only said, whatever the community’s own rule',
			common({ amount: '3000.00', decision: undefined }),
			{ community: own },
			['note spending entries[1]：公共收益单笔3,000.00元以上，写明决定和凭证；“楼道照明更换”3,000.00元，没有写决定'],
		],
		[
			'before the rule was in force is only said',
			common({ on: '2025-12-31', decision: undefined }),
			{ community: own },
			['note spending entries[1]：公共收益单笔3,000.00元以上，写明决定和凭证；“楼道照明更换”4,000.00元，没有写决定'],
		],
		[
			'of a fund the rule is not about is only said',
			common({ decision: undefined }),
			{ community: { ...own, spendingBasis: { ...own.spendingBasis, funds: ['workingFund'] } } },
			['note spending entries[1]：公共收益单笔3,000.00元以上，写明决定和凭证；“楼道照明更换”4,000.00元，没有写决定'],
		],
		[
			'without a rule that says so is only said',
			common({ decision: undefined }),
			{ community: { spendingThreshold: '3000.00' } },
			['note spending entries[1]：公共收益单笔3,000.00元以上，写明决定和凭证；“楼道照明更换”4,000.00元，没有写决定'],
		],
		[
			'by the rule of the place, where the community has none',
			common({ amount: '6000.00', decision: undefined }),
			{ rules: { spending: { amount: '5000.00', article: '第二十条' } } },
			['note spending entries[1]：公共收益单笔5,000.00元以上，写明决定和凭证；“楼道照明更换”6,000.00元，没有写决定'],
		],
		[
			'without a voucher is only said',
			common({ voucher: undefined }),
			{ community: own },
			['note spending entries[1]：公共收益单笔3,000.00元以上，写明决定和凭证；“楼道照明更换”4,000.00元，没有写凭证号'],
		],
		['where no limit is known', common({ decision: undefined, voucher: undefined }), {}, []],
	])('%s', ([, data, place, said]) => {
		expect(judged(data, place)).toEqual(said);
	});
});

describe('The maintenance fund', () => {
	const asked = 'fund-use entries[1]：使用维修资金由业主表决通过，再付款；“楼道照明更换”4,000.00元，';
	test.for<[string, object, Place, string[]]>([
		['after the owners’ vote', maintenance(), {}, []],
		['on the last day of the vote', maintenance({ on: '2026-02-20' }), {}, []],
		[
			'a day before the vote was over',
			maintenance({ on: '2026-02-19' }),
			{},
			[`breach ${asked}2026年2月19日付款，2月20日表决才通过；2026-02-20`],
		],
		[
			'after a vote that failed',
			maintenance({ decision: failed.id }),
			{},
			[`note ${asked}依据的是“没有通过的大会”，里面没有通过的业主表决`],
		],
		[
			'after a meeting that is not on the board',
			maintenance({ decision: 'meetings/ceshiyuan/2026-03-10-joint' }),
			{},
			[`note ${asked}依据的会议纪要不在栏上，看不到业主表决`],
		],
		['without saying by what', maintenance({ decision: undefined }), {}, [`note ${asked}没有写依据哪次表决`]],
		[
			'by a document, which may be a standing consent',
			maintenance({ decision: rule.id }),
			{},
			[`note ${asked}依据的不是会议纪要，看不到业主表决`],
		],
		[
			'before the Civil Code, by a law nobody has checked',
			{ ...maintenance({ on: '2020-03-01', decision: undefined }), period: '2020-Q1' },
			{},
			[`note ${asked}没有写依据哪次表决`],
		],
		['for a matter, which is judged for itself', maintenance({ decision: undefined, matter: repair.id }), {}, []],
		[
			'interest and transfers need no vote',
			{ fund: 'maintenance', entries: [out({ direction: 'in', kind: 'interest', decision: undefined })] },
			{},
			[],
		],
		[
			'for the committee’s tea',
			maintenance({ kind: 'committee', purpose: '委员茶水' }),
			{},
			[
				'breach fund-purpose entries[1]：维修资金只用于共用部位、共用设施设备的维修和更新、改造；“委员茶水”4,000.00元，业委会经费不是共用部位、共用设施设备的维修和更新、改造',
			],
		],
		[
			'for what the builder owes, as far as words can tell',
			maintenance({ purpose: '地下室渗漏，保修期内' }),
			{},
			[
				'note fund-purpose entries[1]：维修资金只用于共用部位、共用设施设备的维修和更新、改造；“地下室渗漏，保修期内”4,000.00元，看起来是保修期内由建设单位负责的',
			],
		],
		['with 30% of its first deposit left', { fund: 'maintenance', entries: [], closing: '300.00', firstDeposit: '1000.00' }, {}, []],
		[
			'with less',
			{ fund: 'maintenance', entries: [], closing: '299.99', firstDeposit: '1000.00' },
			{},
			['note low-balance closing：余额不少于首期交存1,000.00元的30%，即300.00元；余额299.99元，少0.01元'],
		],
		[
			'with less than its place asks',
			{ fund: 'maintenance', entries: [], closing: '399.99', firstDeposit: '1000.00' },
			{ rules: { lowBalance: { percent: 40, article: '第三条' } } },
			['note low-balance closing：余额不少于首期交存1,000.00元的40%，即400.00元；余额399.99元，少0.01元'],
		],
	])('%s', ([, data, place, said]) => {
		expect(judged(data, place)).toEqual(said);
	});
});

describe('An emergency', () => {
	const rules = { emergency: { within: 30, article: '第十八条' } };
	const spent = (over: object = {}) => maintenance({ kind: 'emergency', decision: undefined, matter: emergency.id, ...over });
	const asked = 'emergency-use entries[1]：2026年3月1日付款，30天内公示费用和分摊，最迟3月31日；';
	test.for<[string, object, Place, string[]]>([
		['told in time', spent(), { rules, reported: '2026-03-31' }, []],
		['told before it was paid', spent(), { rules, reported: '2026-02-20' }, []],
		[
			'told within its days after the work was accepted',
			spent({ on: '2026-01-20', matter: accepted.id }),
			{ rules, reported: '2026-03-04' },
			[],
		],
		['told a day late', spent(), { rules, reported: '2026-04-01' }, [`breach ${asked}4月1日公示，晚了1天；2026-04-01`]],
		['not told, while there is time', spent(), { rules, today: '2026-03-31' }, []],
		['not told', spent(), { rules, today: '2026-04-01' }, [`note ${asked}没有见到事后公示`]],
		['not told, by a pack nobody has verified', spent(), { rules, verified: false }, [`note ${asked}没有见到事后公示`]],
		['where the place names no time the matter is asked instead', spent(), {}, []],
		[
			'without a matter says neither why nor who confirmed it',
			spent({ matter: undefined, decision: 'notices/ceshiyuan/report' }),
			{ rules, reported: '2026-03-05' },
			['note emergency-use entries[1].matter：应急使用连到一件事项，写明险情、依据、谁确认；“楼道照明更换”4,000.00元没有连上事项'],
		],
	])('%s', ([, data, place, said]) => {
		expect(judged(data, place)).toEqual(said);
	});
});

describe('A transfer between funds', () => {
	const moved = common({ kind: 'toMaintenance', purpose: '转入维修资金', amount: '100.00' });
	const account = (entries: object[]) => example('ledgers', { fund: 'maintenance', entries }, { slug: '2026-Q1-maintenance' });
	test('that arrived is not spoken of', () => {
		expect(judged(moved, { others: [account([out({ direction: 'in', kind: 'transferIn', amount: '100.00' })])] })).toEqual([]);
	});
	test('that did not is', () => {
		expect(judged(moved, { others: [account([])] })).toEqual([
			'note transfers entries[1]：2026年3月1日转出100.00元，另一本账同一天转入同样的数；公共收益账上“转入维修资金”（转入维修资金），别的账上没有对应的一笔',
		]);
	});
	test('into an account of another year cannot be judged', () => {
		const other = example('ledgers', { fund: 'maintenance', period: '2025-Q4', entries: [] }, { slug: '2025-Q4-maintenance' });
		expect(judged(moved, { others: [other] })).toEqual([]);
	});
});
