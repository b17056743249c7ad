import { describe, expect, test } from 'vitest';
import { assemblyNotice } from '../../src/checks/assembly-notice.ts';
import { aroundOf, type Judgement, judge, recordsOf } from '../../src/checks/check.ts';
import { decisionPublished } from '../../src/checks/decision-published.ts';
import { ownersVote } from '../../src/checks/owners-vote.ts';
import { voteSums } from '../../src/checks/vote-sums.ts';
import type { Entry } from '../../src/schema/index.ts';
import type { OwnersVote } from '../../src/schema/meetings.ts';
import { example, member, term } from '../examples.ts';
import { count, ownersVote as vote } from '../votes.ts';

/** What is said of a meeting of a committee of seven, in a place with these rules. */
function judged(asked: Judgement<'meetings'>, over: object, { rules = {}, dutiesSince = '2020-01-01', others = [] as Entry[] } = {}) {
	const pack = example('rulepacks', { rules, verifiedOn: '2026-01-01', versionOn: '2020-01-01', inForceFrom: '2020-01-01' });
	const seated = Array.from({ length: 7 }, (_, i) => member(`委员${i}`));
	const body = example('bodies', { seats: 7, terms: [term({ members: seated })] });
	const records = recordsOf([example('communities', { rulepack: pack.id, dutiesSince }), pack, body, example('meetings', over), ...others]);
	return judge([asked as unknown as Judgement], records.of('meetings')[0]!, aroundOf(records, '2026-06-01'));
}
const said = (...args: Parameters<typeof judged>) =>
	judged(...args).map(({ kind, field, expected, actual }) => `${kind} ${field}：${expected}；${actual}`);

const item = (over: object) => ({ title: '使用维修资金', decision: '见计票。', outcome: 'passed', ...over });
const assembly = (ownersVote: Partial<OwnersVote>, outcome = 'passed', heldOn = '2026-03-10') => ({
	form: 'assembly',
	heldOn,
	agenda: [item({ outcome, ownersVote: vote({ total: count('17640.48', 165), ...ownersVote }) })],
});

describe('业主表决的结果', () => {
	const short = { part: count('11902.16', 108), for: count('10912.40', 99) };
	const enough = { part: count('14226.90', 134), for: count('12638.44', 119) };
	const field = 'agenda[1].ownersVote';

	test.for<[string, object, string[]]>([
		['够了，写了通过', assembly(enough), []],
		['差2人，写了未通过', assembly(short, 'rejected'), []],
		['差2人，写了通过', assembly(short), [`breach ${field}：有门槛没有达到，不通过；写了通过`]],
		['够了，写了未通过', assembly(enough, 'rejected'), [`breach ${field}：每道门槛都达到，通过；写了未通过`]],
		['差2人，留到下次', assembly(short, 'deferred'), []],
		['2021年以前按物权法', assembly(short, 'passed', '2019-05-18'), [`breach ${field}：有门槛没有达到，不通过；写了通过`]],
		['2007年以前的不算', assembly(short, 'passed', '2006-05-18'), []],
	])('%s', ([, over, expected]) => {
		expect(said(ownersVote, over)).toEqual(expected);
	});

	test('算式写明每一道没有达到的门槛', () => {
		expect(judged(ownersVote, assembly(short))[0]).toMatchObject({
			arithmetic: '参与人数需110人，实108人，差2人',
			law: '民法典 第二百七十八条',
		});
	});

	test('按规约才通过的不算不符合规定，两种结果都要看得见', () => {
		const silence = { rule: 'followMajority' as const, clause: '议事规则第九条' };
		expect(said(ownersVote, assembly({ ...short, silence, silent: count('3000.00', 20) }))).toEqual([
			`note ${field}：没有投票的不算参与，不通过；按议事规则第九条，没有投票的并入已表决的多数意见，通过`,
		]);
	});
});

describe('计票单上的数', () => {
	const sums = (over: Partial<OwnersVote>) =>
		voteSums
			.run(recordsOf([example('meetings', assembly({ part: count('12000.00', 120), for: count('12000.00', 120), ...over }))]))
			.map(({ field }) => field.replace('agenda[1].ownersVote.', ''));
	const clause = { clause: '议事规则第十五条' };
	const spoiled = count('500.00', 5);

	test.for<[string, Partial<OwnersVote>, string[]]>([
		['无效票不在参与里面', { invalid: spoiled }, []],
		['规则写明无效票算参与，就在里面', { invalid: spoiled, invalidCounts: clause, for: count('11500.00', 115) }, []],
		['写了算参与，又没有加进去', { invalid: spoiled, invalidCounts: clause }, ['part.heads', 'part.area']],
		['没有写哪一条，加了进去', { invalid: spoiled, for: count('11500.00', 115) }, ['part.heads', 'part.area']],
		['参与的、无效票、没有投的，比全体多一人', { invalid: spoiled, silent: count('1000.00', 41) }, ['part.heads']],
		['写了没有投票的怎么算，没有写有多少', { silence: { rule: 'deemed', ...clause } }, ['silent']],
		['30个专有部分合并成31人', { grouped: [{ what: '未出售的房屋', units: 30, heads: 31, why: '解释第九条' }] }, ['grouped[1].heads']],
		['截止在开始以前', { from: '2026-03-09', until: '2026-03-01' }, ['until']],
	])('%s', ([, over, fields]) => {
		expect(sums(over)).toEqual(fields);
	});
});

describe('业主大会的通知', () => {
	const called = (calledOn: string | undefined, over: object = {}) => ({ form: 'assembly', calledOn, heldOn: '2026-03-20', ...over });

	test.for<[string, object, object, string[]]>([
		['提前15日', called('2026-03-05'), {}, []],
		['提前14日', called('2026-03-06'), {}, ['breach calledOn：提前15日通知，最迟2026年3月5日；2026年3月6日通知，提前14天，少了1天']],
		[
			'到表决开始不够、到开会够，只提示：书面投票从哪天算召开，条例没有写',
			called('2026-02-24', { agenda: [item({ ownersVote: vote({ from: '2026-03-10' }) })] }),
			{},
			['note calledOn：提前15日通知，最迟2026年2月23日；2026年2月24日通知，提前14天，少了1天'],
		],
		[
			'当地规定20日',
			called('2026-03-01'),
			{ assemblyNotice: { days: 20, article: '第三条' } },
			['breach calledOn：提前20日通知，最迟2026年2月28日；2026年3月1日通知，提前19天，少了1天'],
		],
		[
			'临时会议当地规定7日',
			called('2026-03-13', { extraordinary: true }),
			{ assemblyNotice: { days: 15, extraordinary: 7, article: '第三条' } },
			[],
		],
		['没有写通知日期', called(undefined), {}, ['note calledOn：写明业主大会的通知日期；没有写，无从核对']],
		['别的会不管', { ...called('2026-03-19'), form: 'joint' }, {}, []],
	])('%s', ([, over, rules, expected]) => {
		expect(said(assemblyNotice, over, { rules })).toEqual(expected);
	});
});

describe('决定的公布', () => {
	const decided = (publishedOn: string, over: object = {}) => ({ form: 'committee', heldOn: '2026-03-10', publishedOn, ...over });
	const late = (on: string, days: number) => `note publishedOn：业委会的决定3日内公布，最迟2026年3月13日；${on}公布，晚了${days}天`;

	test.for<[string, object, object, string[]]>([
		['第3天公布', decided('2026-03-13'), {}, []],
		['第4天公布', decided('2026-03-14'), {}, [late('2026年3月14日', 1)]],
		['第3天是星期日，顺延到星期一', decided('2026-03-16', { heldOn: '2026-03-12' }), {}, []],
		['应公开事项起算以前', decided('2026-04-14'), { dutiesSince: '2026-03-11' }, []],
		[
			'业主大会，当地规定3日',
			decided('2026-03-14', { form: 'assembly' }),
			{ rules: { assemblyResult: { within: 3, article: '第十一条' } } },
			['note publishedOn：业主大会的决定3日内公布，最迟2026年3月13日；2026年3月14日公布，晚了1天'],
		],
		['业主大会，当地没有规定', decided('2026-03-14', { form: 'assembly' }), {}, []],
	])('%s', ([, over, place, expected]) => {
		expect(said(decisionPublished, over, place)).toEqual(expected);
	});

	test('先张贴、后上网的，从张贴那天算', () => {
		const about = ['meetings/ceshiyuan/2026-03-10-joint'];
		const posted = (postedOn: string) => [example('notices', { postedOn, about })];
		expect(said(decisionPublished, decided('2026-04-14'), { others: posted('2026-03-12') })).toEqual([]);
		expect(said(decisionPublished, decided('2026-04-14'), { others: posted('2026-03-15') })).toEqual([late('2026年3月15日', 2)]);
		expect(said(decisionPublished, decided('2026-04-14'), { others: posted('2026-03-01') })).toEqual([late('2026年4月14日', 32)]);
	});

	test('晚了也算解决，写明哪天', () => {
		expect(judged(decisionPublished, decided('2026-03-14'))[0]!.settledOn).toBe('2026-03-14');
	});
});
