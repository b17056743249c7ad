import { describe, expect, test } from 'vitest';
import { channels } from '../../src/checks/channels.ts';
import { aroundOf, judge, recordsOf } from '../../src/checks/check.ts';
import { noticeDates } from '../../src/checks/notice-dates.ts';
import { noticePeriod } from '../../src/checks/notice-period.ts';
import { objectionsAnswered } from '../../src/checks/objections-answered.ts';
import { example } from '../examples.ts';

const period = (closesOn: string, over: object = {}) => ({ days: 7, unit: 'calendar', closesOn, ...over });

/** What is said of a notice in a place with these rules. */
const judged = (over: object, { rules = {}, duties = [] as object[], verified = true, today = '2026-06-01' } = {}) => {
	const pack = example('rulepacks', { rules, duties, verifiedOn: verified ? '2026-01-01' : undefined });
	const records = recordsOf([example('communities', { rulepack: pack.id }), pack, example('notices', over)]);
	return judge([noticePeriod, objectionsAnswered], records.of('notices')[0]!, aroundOf(records, today)).map(
		({ check, kind, field, expected, actual }) => `${kind} ${check} ${field}：${expected}；${actual}`,
	);
};
const notice = { days: 7, rollOver: true, article: '第九条' };
const candidates = { code: 'candidates', what: '候选人名单', frequency: 'perEvent', hang: 10, by: '业委会', basis: '第二十四条' };

describe('Slips in the days of a notice', () => {
	test.for<[string, object, string[]]>([
		['seven days, the day of posting not counted', { period: period('2026-03-18') }, []],
		['one day short', { period: period('2026-03-17') }, ['period.closesOn']],
		['longer than promised is no slip', { period: period('2026-03-25') }, []],
		['five working days over a weekend', { period: period('2026-03-18', { days: 5, unit: 'working' }) }, []],
		['five working days, one short', { period: period('2026-03-17', { days: 5, unit: 'working' }) }, ['period.closesOn']],
		[
			'five working days over the Spring Festival',
			{ postedOn: '2026-02-13', period: period('2026-02-20', { days: 5, unit: 'working' }) },
			['period.closesOn'],
		],
		[
			'five working days into a year whose schedule is not out: only the days of the calendar are held against it',
			{ postedOn: '2026-12-28', period: period('2027-01-02', { days: 5, unit: 'working' }) },
			[],
		],
		['a period of no days', { period: period('2026-03-11', { days: 0 }) }, ['period.days']],
		['a period of a million days', { period: period('2026-03-18', { days: 1_000_000, unit: 'working' }) }, ['period.days']],
		['a roll-over past a Saturday', { postedOn: '2026-03-07', period: period('2026-03-16', { rolledOver: true }) }, []],
		['a roll-over that is none', { postedOn: '2026-03-07', period: period('2026-03-14', { rolledOver: true }) }, ['period.rolledOver']],
		['a roll-over past a Wednesday', { period: period('2026-03-19', { rolledOver: true }) }, ['period.rolledOver']],
		['a circular needs no period', { kind: 'circular', period: undefined }, []],
		['a change before the posting', { period: period('2026-03-18'), changes: [{ on: '2026-03-10', what: '改' }] }, ['changes[1].on']],
		[
			'taken down before it was hung',
			{ period: period('2026-03-18'), postings: [{ place: '东门', from: '2026-03-11', until: '2026-03-10' }] },
			['postings[1].until'],
		],
		[
			'answered before it was received',
			{ objections: [{ on: '2026-03-12', channel: '电话', matter: '太吵', answer: '已改', answeredOn: '2026-03-11', outcome: 'kept' }] },
			['objections[1].answeredOn'],
		],
	])('%s', ([, over, fields]) => {
		expect(noticeDates.run(recordsOf([example('notices', over)])).map(({ field }) => field)).toEqual(fields);
	});

	test('are said in words an editor can act on', () => {
		const [slip] = noticeDates.run(recordsOf([example('notices', { period: period('2026-03-17', { days: 5, unit: 'working' }) })]));
		expect(slip).toMatchInlineSnapshot(`
			{
			  "field": "period.closesOn",
			  "file": "notices/ceshiyuan/2026-03-11-door.md",
			  "fix": "改成2026-03-18或以后。",
			  "problem": "2026-03-11张贴、公示5个工作日，张贴当天不算，最早到2026-03-18截止，写的是2026-03-17。",
			}
		`);
	});
});

describe('The period a place asks for', () => {
	test.for<[string, object, object, string[]]>([
		['seven days of seven', { period: period('2026-03-18') }, { rules: { notice } }, []],
		[
			'five days of seven are a breach',
			{ period: period('2026-03-16', { days: 5 }) },
			{ rules: { notice } },
			['breach notice-period period.closesOn：公示不少于7日，到2026年3月18日（周三）；到3月16日（周一）截止，少了2天'],
		],
		[
			'by a pack nobody has verified it is only said',
			{ period: period('2026-03-16', { days: 5 }) },
			{ rules: { notice }, verified: false },
			['note notice-period period.closesOn：公示不少于7日，到2026年3月18日（周三）；到3月16日（周一）截止，少了2天'],
		],
		[
			'the ten days of the duty it fulfils come before the seven of the rest',
			{ period: period('2026-03-18'), fulfils: [{ duty: 'candidates' }] },
			{ rules: { notice }, duties: [candidates] },
			['breach notice-period period.closesOn：公示不少于10日，到2026年3月21日（周六）；到3月18日（周三）截止，少了3天'],
		],
		['a circular is not asked for seven days', { kind: 'circular', period: period('2026-03-13', { days: 2 }) }, { rules: { notice } }, []],
		[
			'a last day on a Saturday rolls over where the place says so',
			{ postedOn: '2026-03-07', period: period('2026-03-14') },
			{ rules: { notice } },
			[
				'breach notice-period period.closesOn：最后一天2026年3月14日（周六）是休息日，顺延到3月16日（周一）；到3月14日（周六）截止，没有顺延',
			],
		],
		[
			'where only the Code says so, a weekend is only said',
			{ postedOn: '2026-03-07', period: period('2026-03-14') },
			{},
			['note notice-period period.closesOn：最后一天2026年3月14日（周六）是休息日，顺延到3月16日（周一）；到3月14日（周六）截止，没有顺延'],
		],
		[
			'and a public holiday too: a sheet that names its last day may agree otherwise (R7)',
			{ postedOn: '2026-04-25', period: period('2026-05-02') },
			{},
			[
				'note notice-period period.closesOn：最后一天2026年5月2日（周六）是劳动节假期，顺延到5月6日（周三）；到5月2日（周六）截止，没有顺延',
			],
		],
		[
			'where it does not roll over nothing is said',
			{ postedOn: '2026-03-07', period: period('2026-03-14') },
			{ rules: { notice: { ...notice, rollOver: false } } },
			[],
		],
		[
			'a year whose schedule is not out is no ground for blame',
			{ postedOn: '2026-12-26', period: period('2027-01-02') },
			{ rules: { notice } },
			[
				'note notice-period period.closesOn：最后一天2027年1月2日（周六）是休息日，顺延到1月4日（周一）；到2027年1月2日（周六）截止，没有顺延',
			],
		],
		[
			'a changed text counts anew; no provision is known that asks it everywhere',
			{ period: period('2026-03-18'), changes: [{ on: '2026-03-16', what: '预算由5万元改为8万元' }] },
			{ rules: { notice } },
			[
				'note notice-period period.closesOn：2026年3月16日（周一）改了内容，重新数7日，到3月23日（周一）；到3月18日（周三）截止，公示期没有重新计算',
			],
		],
		[
			'a change that is said not to count anew does not',
			{ period: period('2026-03-18'), changes: [{ on: '2026-03-16', what: '改正错字', restarts: false }] },
			{ rules: { notice } },
			[],
		],
		[
			'taken down on the last day is not too early',
			{ period: period('2026-03-18'), postings: [{ place: '东门', from: '2026-03-11', until: '2026-03-18' }] },
			{ rules: { notice } },
			[],
		],
		[
			'taken down two days early is a breach of the days asked for',
			{ period: period('2026-03-18'), postings: [{ place: '东门', from: '2026-03-11', until: '2026-03-16' }] },
			{ rules: { notice } },
			['breach notice-period postings[1].until：张贴到截止日2026年3月18日（周三）24:00；东门的3月16日（周一）撤下，少贴2天'],
		],
		[
			'within a longer period of its own choice it is only said',
			{ period: period('2026-03-25', { days: 14 }), postings: [{ place: '东门', from: '2026-03-11', until: '2026-03-20' }] },
			{ rules: { notice } },
			['note notice-period postings[1].until：张贴到截止日2026年3月25日（周三）24:00；东门的3月20日（周五）撤下，少贴5天'],
		],
		[
			'what is only to be known hangs as long as its duty asks',
			{
				kind: 'announcement',
				period: undefined,
				fulfils: [{ duty: 'candidates' }],
				postings: [{ place: '东门', from: '2026-03-12', until: '2026-03-21' }],
			},
			{ duties: [candidates] },
			[
				'breach notice-period postings[1].until：2026年3月12日（周四）张贴，不少于10日，到3月22日（周日）；东门的3月21日（周六）撤下，少贴1天',
			],
		],
		[
			'and no longer',
			{
				kind: 'announcement',
				period: undefined,
				fulfils: [{ duty: 'candidates' }],
				postings: [
					{ place: '东门', from: '2026-03-12', until: '2026-03-22' },
					{ place: '大堂', from: '2026-03-12' },
				],
			},
			{ duties: [candidates] },
			[],
		],
	])('%s', ([, over, place, said]) => {
		expect(judged(over, place)).toEqual(said);
	});
});

describe('An objection', () => {
	const open = { on: '2026-03-12', channel: '电话', matter: '太吵', outcome: 'pending' };
	test('may wait while the period runs, and is asked for from the day after', () => {
		const over = { period: period('2026-03-18'), objections: [open] };
		expect(judged(over, { today: '2026-03-18' })).toEqual([]);
		expect(judged(over, { today: '2026-03-19' })).toEqual([
			'note objections-answered objections[1]：2026年3月18日截止后，收到的意见都有答复；3月12日从电话收到的一条还没有答复',
		]);
	});
	test('that was answered is not asked for', () => {
		expect(judged({ period: period('2026-03-18'), objections: [{ ...open, answer: '移到西侧。', outcome: 'amended' }] })).toEqual([]);
	});
});

describe('P9: a way to object says where', () => {
	test.for<[string, { kind: string; detail: string }, string[]]>([
		['a letter without a place', { kind: '书面', detail: '写明姓名和房号，只给业委会看，不公开' }, ['channels[1].detail']],
		['a letter with one', { kind: '书面', detail: '交2栋底层议事厅，写明姓名和房号' }, []],
		['a telephone without a number', { kind: '电话', detail: '工作时间打业委会' }, ['channels[1].detail']],
		['a telephone with one', { kind: '电话', detail: '0000-6000101' }, []],
		['a mailbox without an address', { kind: '邮箱', detail: '发到业委会邮箱' }, ['channels[1].detail']],
		['a mailbox with one', { kind: '邮箱', detail: 'yijian@example.org' }, []],
		['a box without a place', { kind: '意见箱', detail: '每天18:00开' }, ['channels[1].detail']],
		['a visit without a place', { kind: '当面', detail: '周二9:00至11:00' }, ['channels[1].detail']],
		['a visit with one', { kind: '当面', detail: '周二、周四18:30至20:00，业委会' }, []],
		['a way that needs none', { kind: '业主群', detail: '群里说' }, []],
	])('%s', ([, channel, fields]) => {
		expect(channels.run(recordsOf([example('notices', { channels: [channel] })])).map(({ field }) => field)).toEqual(fields);
	});

	test('so does a community', () => {
		const place = example('communities', { channels: [{ name: '24小时急修电话', value: '物业' }] });
		expect(channels.run(recordsOf([place])).map(({ field }) => field)).toEqual(['channels[1].value']);
	});
});
