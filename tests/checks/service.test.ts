import { describe, expect, test } from 'vitest';
import { aroundOf, judge, recordsOf } from '../../src/checks/check.ts';
import { checkEntries } from '../../src/checks/index.ts';
import { judgements } from '../../src/checks/judgements.ts';
import type { Entry } from '../../src/schema/index.ts';
import { example, whole } from '../examples.ts';

/** What the checks say of a whole board in which some records are written otherwise. */
const slips = (...others: Entry[]) => {
	const ids = new Set(others.map(({ id }) => id));
	return checkEntries([...whole().filter(({ id }) => !ids.has(id)), ...others]).map(({ kind, check, field }) =>
		`${kind} ${check} ${field}`.trim(),
	);
};
const kinds = (received: number, inTime = received) => [
	{ kind: 'repair', received: 7, inTime: 6 },
	{ kind: 'parking', received, inTime },
];
const half = (score: number, ...items: [number, number][]) => ({
	score,
	items: items.map(([full, got], i) => ({ what: `第${i + 1}项`, full, score: got })),
});
const flag = (slug: string, from: string, until?: string) =>
	example(
		'assessments',
		{ kind: 'flag', party: undefined, service: undefined, flag: { name: '流动红旗', holder: slug, from, ...(until ? { until } : {}) } },
		{ slug },
	);
const firm = { name: '示例物业服务有限公司', code: '91000000MA0YHWYG5C' };
const results = (...periods: string[]) => ({
	items: [
		{
			what: '急修二十分钟到场',
			measure: '比例',
			unit: '%',
			direction: 'atLeast',
			target: 95,
			results: periods.map((period) => ({ period, value: 96, source: '急修单' })),
		},
	],
});
const log = (on: string) => ({ on, what: '走访' });

describe('Of requests, these are slips', () => {
	test.for<[string, object, string]>([
		['kinds that do not come to what was received', { kinds: kinds(4) }, 'slip request-sums kinds'],
		['ways that do not come to what was received', { channels: [{ name: '意见箱', received: 11 }] }, 'slip request-sums channels'],
		['tiers that do not come to what was received', { tiers: [{ tier: 'community', n: 13 }] }, 'slip request-sums tiers'],
		['more answered than received', { answered: 13 }, 'slip request-sums answered'],
		['more in time than answered', { inTime: 12, kinds: [] }, 'slip request-sums inTime'],
		[
			'more rated than finished',
			{ orders: { placed: 12, dispatched: 12, accepted: 11, finished: 7, rated: 8, satisfied: 7 } },
			'slip request-sums orders.rated',
		],
		[
			'more orders than requests',
			{ orders: { placed: 13, dispatched: 12, accepted: 11, finished: 10, rated: 8, satisfied: 7 } },
			'slip request-sums orders.placed',
		],
		['a settlement of nothing', { mediations: [{ topic: '噪声', settled: 1, by: '居委会' }] }, 'slip request-sums mediations[1].settled'],
		[
			'a disposal before the analysis',
			{
				cases: [
					{
						kind: 'lift',
						what: '按钮失灵。',
						analysedOn: '2026-03-10',
						disposedOn: '2026-03-09',
						raisedBy: '居民',
						supervisedBy: '居委会',
						executedBy: '物业',
						result: '修好。',
					},
				],
			},
			'slip request-sums cases[1].disposedOn',
		],
	])('%s', ([, over, said]) => {
		expect(slips(example('requests', over))).toContain(said);
	});
});

describe('Of assessments, these are slips', () => {
	test.for<[string, Entry[], string]>([
		[
			'items that do not come to the score',
			[example('assessments', { party: half(91, [50, 45], [50, 45]) })],
			'slip assessment-sums party.score',
		],
		['a score beyond the hundred', [example('assessments', { service: { score: 101 } })], 'slip assessment-sums service.score'],
		['an item beyond its full mark', [example('assessments', { party: half(51, [50, 51]) })], 'slip assessment-sums party.items[1].score'],
		[
			'weights that do not come to a hundred',
			[
				example('assessments', {
					assessors: [
						{ who: 'neighbourhood', name: '社区', weight: 60 },
						{ who: 'residents', name: '居民', weight: 30 },
					],
				}),
			],
			'slip assessment-sums assessors',
		],
		[
			'more stars than there are',
			[example('assessments', { stars: { value: 6, of: 5, by: '住建局', communityOpinion: '同意。' } })],
			'slip assessment-sums stars.value',
		],
		['a flag in two hands', [flag('a', '2026-01-01', '2026-04-01'), flag('b', '2026-04-01')], 'slip flag-holders flag.from'],
		['a flag that ends before it begins', [flag('a', '2026-01-02', '2026-01-01')], 'slip flag-holders flag.until'],
		['a code that is none', [example('assessments', { firm: { ...firm, code: '91000000MA0YHWYG5D' } })], 'slip unified-codes firm.code'],
		[
			'a code that is another one’s',
			[example('bodies', { unifiedCode: '91000000MA0QFBJG4B' }), example('assessments', { firm })],
			'slip firm-code firm.code',
		],
		[
			'two names for one code',
			[example('assessments', { firm }), example('assessments', { firm: { ...firm, name: '别的公司' } }, { slug: 'b' })],
			'slip firm-code firm.name',
		],
	])('%s', ([, entries, said]) => {
		expect(slips(...entries)).toContain(said);
	});
});

describe('Of promises and schedules, these are slips', () => {
	test.for<[string, Entry, string]>([
		['a month where quarters are due', example('commitments', results('2026-03')), 'slip commitment-results items[1].results[1].period'],
		['a period before the promise', example('commitments', results('2025-Q4')), 'slip commitment-results items[1].results[1].period'],
		['a period twice', example('commitments', results('2026-Q1', '2026-Q1')), 'slip commitment-results items[1].results[2].period'],
		['a day no month has', example('schedules', { onDay: 32 }), 'slip schedule-days onDay'],
		[
			'a weekday without saying which of the month',
			example('schedules', { onDay: undefined, weekdays: ['6'] }),
			'slip schedule-days weekdays',
		],
		['an entry before it began', example('schedules', { log: [log('2025-12-31')] }), 'slip schedule-days log[1].on'],
		[
			'a month counted twice',
			example('schedules', { log: [log('2026-02-03')], tallies: [{ period: '2026-02', times: 1 }] }),
			'slip schedule-days tallies[1].period',
		],
		[
			'a quarter’s excuse for a month',
			example('schedules', { excused: [{ period: '2026-Q1', why: '过年' }] }),
			'slip schedule-days excused[1].period',
		],
	])('%s', ([, entry, said]) => {
		expect(slips(entry)).toContain(said);
	});
});

/** What the judgements say of a record among others, as of a day. */
const judged = (entry: Entry, today: string, ...others: Entry[]) => {
	const around = aroundOf(recordsOf([...whole().filter(({ id }) => id !== entry.id), entry, ...others]), today);
	return judge(judgements, entry, around).map(({ kind, check, expected, actual }) => `${kind} ${check}：${expected}；${actual}`);
};

describe('Only said', () => {
	test('is a month without its meeting, once the month is over', () => {
		const february = example('meetings', { heldOn: '2026-02-10' }, { slug: '2026-02-10-joint' });
		expect(judged(example('schedules'), '2026-03-31', february)).toEqual(['note schedule-missed：2026年1月办1次；本站未见']);
	});

	test('is not a meeting of another form', () => {
		const other = example('meetings', { form: 'reception', heldOn: '2026-01-15' }, { slug: '2026-01-15-reception' });
		expect(judged(example('schedules'), '2026-02-01', other)).toEqual(['note schedule-missed：2026年1月办1次；本站未见']);
	});

	test('is a month with fewer visits than were promised', () => {
		const visits = example('schedules', {
			onDay: undefined,
			form: undefined,
			times: 4,
			log: [log('2026-01-06'), log('2026-01-13'), log('2026-01-20')],
		});
		expect(judged(visits, '2026-02-10')).toEqual(['note schedule-missed：2026年1月办4次；本站只见到3次']);
	});

	test('is a promise not kept without a reason, and a result that is not there', () => {
		const given = results('2026-Q1');
		const broken = { items: [{ ...given.items[0]!, results: [{ period: '2026-Q1', value: 93, source: '急修单' }] }] };
		expect(judged(example('commitments', broken), '2026-08-01')).toEqual([
			'note commitment-kept：2026年第一季度不少于95%，没做到的说明原因；93%，没有说明',
			'note commitment-kept：2026年第二季度报“急修二十分钟到场”做到多少；本站未见',
		]);
	});

	test('is a number of mediations that lets somebody be guessed', () => {
		const few = example('requests', { mediations: [{ topic: '养犬扰民', n: 1, settled: 1, by: '调解小组' }] });
		expect(judged(few, '2026-04-13')).toEqual(['note small-counts：不到5件的不写数；“养犬扰民”写了1件']);
	});
});
