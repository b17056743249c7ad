import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/basics/days.ts';
import { dutiesOf, type Item } from '../../src/domain/duty.ts';
import { countsOf, lineState } from '../../src/domain/duty-summary.ts';
import { listingOf } from '../../src/domain/listing.ts';
import type { Entry } from '../../src/schema/index.ts';
import { rulepack } from '../../src/schema/rulepacks.ts';
import { example } from '../examples.ts';

const on = (today: string) => (day: string) => day <= today;
const pack = (duty: object, rules: object = { disclosure: { rollOver: false, article: '第二条' } }) =>
	rulepack.parse({
		title: '示例规则',
		level: 'sample',
		area: '示例市',
		text: '示例市规则',
		versionOn: '2020-01-01',
		inForceFrom: '2020-01-01',
		rules,
		duties: [{ code: 'duty', what: '内容', by: '业主委员会', basis: '第一条', frequency: 'perEvent', ...duty }],
		sources: [{ title: '示例市规则' }],
	});
const quarterly = {
	frequency: 'quarterly',
	within: 30,
	match: [{ collection: 'ledgers', fund: 'commonIncome', per: 'period' }],
};
const ledger = (period: string, publishedOn: string, over = {}) =>
	example('ledgers', { period, publishedOn, ...over }, { slug: `${period}-common-income` });
const meeting = (form: string, heldOn: string, over = {}) =>
	example('meetings', { form, heldOn, signedOn: undefined, next: undefined, publishedOn: heldOn, ...over }, { slug: `${heldOn}-${form}` });

interface Case {
	duty: object;
	rules?: object;
	records?: Entry[];
	community?: object;
}
const lineOn = (today: string, { duty, rules, records = [], community = {} }: Case) => {
	const { data } = example('communities', { dutiesSince: '2025-01-01', ...community });
	const cards = records.map((entry) => listingOf(entry).card);
	return dutiesOf({ pack: pack(duty, rules), community: data, cards, hasCome: on(today) })[0]!;
};
const said = ({ key, state, due, late }: Item) =>
	`${key.replace(/^duty ?/, '')} ${due ?? '没有期限'} ${state}${late ? ` ${late}` : ''}`.trim();
const itemsOn = (today: string, given: Case) => lineOn(today, given).items.map(said);

describe('R11: a last day in a holiday', () => {
	// 2026-09-01 and 30 days are 1 October.
	const yearly = { frequency: 'perEvent', within: 30, match: [{ collection: 'meetings', form: 'committee', per: 'event' }] };
	const held = (publishedOn: string) => [meeting('committee', '2026-09-01', { publishedOn })];
	test.for<[string, object, string, string]>([
		['gives way to the first day of work where the rules say nothing', {}, '2026-10-08', '2026-10-08 onTime'],
		['and a day later is late', {}, '2026-10-09', '2026-10-08 late 1'],
		['gives way where they say so', { disclosure: { rollOver: true, article: '第二条' } }, '2026-10-08', '2026-10-08 onTime'],
		['does not where they say it does not', { disclosure: { rollOver: false, article: '第二条' } }, '2026-10-08', '2026-10-01 late 7'],
	])('%s', ([, rules, publishedOn, expected]) => {
		const [item] = itemsOn('2026-11-01', { duty: yearly, rules, records: held(publishedOn) });
		expect(item).toBe(`2026-09-01-committee ${expected}`);
	});
	test('is late only beyond the longest rest where the year’s rest days are not known', () => {
		const of = (publishedOn: string) =>
			itemsOn('2029-11-01', { duty: yearly, rules: {}, records: [meeting('committee', '2028-09-01', { publishedOn })] })[0];
		expect(of('2028-10-11')).toBe('2028-09-01-committee 2028-10-02 onTime');
		expect(of('2028-10-13')).toBe('2028-09-01-committee 2028-10-02 late 11');
	});
});

describe('A quarterly account due within 30 days', () => {
	const late = { duty: quarterly, records: [ledger('2025-Q1', '2025-04-18'), ledger('2025-Q2', '2025-08-06')] };

	test.for<[string, string[]]>([
		['2025-03-31', ['2025-Q1 2025-04-30 due']],
		['2025-04-17', ['2025-Q1 2025-04-30 due', '2025-Q2 2025-07-30 due']],
		['2025-04-18', ['2025-Q1 2025-04-30 onTime', '2025-Q2 2025-07-30 due']],
		['2025-07-30', ['2025-Q1 2025-04-30 onTime', '2025-Q2 2025-07-30 due', '2025-Q3 2025-10-30 due']],
		['2025-07-31', ['2025-Q1 2025-04-30 onTime', '2025-Q2 2025-07-30 missing', '2025-Q3 2025-10-30 due']],
		['2025-08-06', ['2025-Q1 2025-04-30 onTime', '2025-Q2 2025-07-30 late 7', '2025-Q3 2025-10-30 due']],
	])('on %s', ([today, items]) => {
		expect(itemsOn(today, late)).toEqual(items);
	});

	test.for<[string, object, string[]]>([
		[
			'is first due of the quarter in which the duties begin',
			{ dutiesSince: '2025-08-01' },
			['2025-Q3 2025-10-30 missing', '2025-Q4 2026-01-30 due'],
		],
		[
			'is due of a quarter that ends on the day they begin',
			{ dutiesSince: '2025-09-30' },
			['2025-Q3 2025-10-30 missing', '2025-Q4 2026-01-30 due'],
		],
		['is not due of a quarter that ended the day before', { dutiesSince: '2025-10-01' }, ['2025-Q4 2026-01-30 due']],
	])('%s', ([, community, items]) => {
		expect(itemsOn('2025-12-01', { duty: quarterly, community })).toEqual(items);
	});

	test.for([undefined, '2019-07-01'])('begins with the rules where a community began on %s', (dutiesSince) => {
		expect(itemsOn('2020-05-01', { duty: quarterly, community: { dutiesSince } })).toEqual([
			'2020-Q1 2020-04-30 missing',
			'2020-Q2 2020-07-30 due',
		]);
	});
	test('of another fund is not it', () => {
		expect(itemsOn('2025-05-01', { duty: quarterly, records: [ledger('2025-Q1', '2025-04-18', { fund: 'workingFund' })] })[0]).toBe(
			'2025-Q1 2025-04-30 missing',
		);
	});
	test('under 酬金制 only does not concern a community with a lump sum', () => {
		const line = lineOn('2025-05-01', { duty: { ...quarterly, onlyUnder: 'commission' }, community: { feeBasis: 'lumpSum' } });
		expect([line.notApplicable, line.items]).toEqual(['物业费不是酬金制，没有这本账', []]);
	});
});

test.for<[frequency: string, within: number, today: string, last: string]>([
	['monthly', 5, '2024-02-29', '2024-02 2024-03-05 due'],
	['monthly', 0, '2024-03-01', '2024-03 2024-03-31 due'],
	['quarterly', 60, '2023-12-31', '2023-Q4 2024-02-29 due'],
	['halfYearly', 90, '2024-12-31', '2024-H2 2025-03-31 due'],
	['yearly', 59, '2025-01-01', '2025 2026-02-28 due'],
	['yearly', 60, '2023-12-31', '2023 2024-02-29 due'],
])('%s, within %i days: on %s the last is %s', ([frequency, within, today, last]) => {
	expect(itemsOn(today, { duty: { frequency, within }, community: { dutiesSince: '2023-01-01' } }).at(-1)).toBe(last);
});

test('A period without a number of days is never overdue', () => {
	expect(itemsOn('2025-12-31', { duty: { frequency: 'yearly' }, community: { dutiesSince: '2024-01-01' } })).toEqual([
		'2024 没有期限 due',
		'2025 没有期限 due',
	]);
});

test.for<[boolean, string]>([
	[false, '2025-01 2025-02-01 missing'],
	[true, '2025-01 2025-02-05 missing'],
])('The first of February 2025 lies in the Spring Festival; rolling over %s: %s', ([rollOver, first]) => {
	expect(
		itemsOn('2025-02-06', { duty: { frequency: 'monthly', within: 1 }, rules: { disclosure: { rollOver, article: '第二条' } } })[0],
	).toBe(first);
});

describe('A year’s account', () => {
	const yearly = { ...quarterly, frequency: 'yearly', within: 59 };
	const quarters = ['2025-Q1', '2025-Q2', '2025-Q3'].map((period) => ledger(period, '2025-12-01'));
	test.for<[string, Entry[], string]>([
		['is there with its four quarters, when the last of them is', [...quarters, ledger('2025-Q4', '2026-03-01')], '2025 2026-02-28 late 1'],
		['is not there with three of them', quarters, '2025 2026-02-28 missing'],
		['is not there with three and a month', [...quarters, ledger('2025-12', '2026-01-05')], '2025 2026-02-28 missing'],
		['is there of itself, whatever the quarters', [...quarters, ledger('2025', '2026-02-27')], '2025 2026-02-28 onTime'],
	])('%s', ([, records, item]) => {
		expect(itemsOn('2026-03-02', { duty: yearly, records })[0]).toBe(item);
	});
});

describe('What happened is to be published', () => {
	const decision = { within: 3, match: [{ collection: 'meetings', form: 'committee', per: 'event' }] };
	const agenda = { ...decision, within: undefined, before: 7 };
	test.for<[string, object, Entry, string]>([
		[
			'three days later',
			decision,
			meeting('committee', '2025-02-27', { publishedOn: '2025-03-02' }),
			'2025-02-27-committee 2025-03-02 onTime',
		],
		[
			'four days later',
			decision,
			meeting('committee', '2025-02-27', { publishedOn: '2025-03-03' }),
			'2025-02-27-committee 2025-03-02 late 1',
		],
		['seven days before', agenda, meeting('committee', '2025-03-07', { calledOn: '2025-02-28' }), '2025-03-07-committee 2025-02-28 onTime'],
		['six days before', agenda, meeting('committee', '2025-03-07', { calledOn: '2025-03-01' }), '2025-03-07-committee 2025-02-28 late 1'],
		[
			'not beforehand at all',
			agenda,
			meeting('committee', '2025-03-07', { calledOn: undefined }),
			'2025-03-07-committee 2025-02-28 missing',
		],
	])('%s', ([, duty, record, item]) => {
		expect(itemsOn('2025-03-31', { duty, records: [record] })).toEqual([item]);
	});
	test('and nothing happened', () => {
		const line = lineOn('2025-03-31', { duty: decision, records: [meeting('joint', '2025-03-07')] });
		expect([line.items, lineState(line, on('2025-03-31'))]).toEqual([[], 'none']);
	});
	test('but not before the duties began', () => {
		expect(itemsOn('2025-03-31', { duty: decision, records: [meeting('committee', '2024-12-31')] })).toEqual([]);
	});
	test('each month, from the day it happened; where it did not, from the end of the month', () => {
		const monthly = { ...decision, frequency: 'monthly' };
		expect(itemsOn('2025-03-01', { duty: monthly, records: [meeting('committee', '2025-01-15', { publishedOn: '2025-01-19' })] })).toEqual([
			'2025-01 2025-01-18 late 1',
			'2025-02 2025-03-03 due',
			'2025-03 2025-04-03 due',
		]);
	});
});

describe('What is always to be there', () => {
	const standing = { frequency: 'standing', within: 15, match: [{ collection: 'documents', kind: 'covenant', per: 'event' }] };
	const covenant = (over = {}) => example('documents', { kind: 'covenant', publishedOn: '2024-05-01', ...over });
	test.for<[string, Entry[], string, string]>([
		['long before', [covenant()], '2025-01-01', '2025-01-16 onTime'],
		['not yet', [], '2025-01-16', '2025-01-16 due'],
		['not at all', [], '2025-01-17', '2025-01-16 missing'],
		['late', [covenant({ publishedOn: '2025-01-18' })], '2025-01-20', '2025-01-16 late 2'],
		['only as a draft', [covenant({ status: 'draft' })], '2025-01-20', '2025-01-16 missing'],
	])('is there %s', ([, records, today, item]) => {
		expect(itemsOn(today, { duty: standing, records })).toEqual([item]);
	});
});

describe('A record that says itself what it fulfils', () => {
	const notice = (fulfils: object[], over = {}) =>
		example('notices', { publishedOn: '2025-04-01', postedOn: '2025-04-01', fulfils, ...over });
	test('publishes a period', () => {
		expect(
			itemsOn('2025-04-02', {
				duty: { frequency: 'yearly', within: 90 },
				community: { dutiesSince: '2024-12-31' },
				records: [notice([{ duty: 'duty', period: '2024' }])],
			})[0],
		).toBe('2024 2025-03-31 late 1');
	});
	test('is itself what happened where nothing else is', () => {
		expect(itemsOn('2025-04-02', { duty: { within: 3 }, records: [notice([{ duty: 'duty' }])] })).toEqual([
			'2026-03-11-door 没有期限 onTime',
		]);
	});
	test('publishes what another record says happened in that month', () => {
		const duty = { within: 3, match: [{ collection: 'meetings', form: 'committee', per: 'event' }] };
		const records = [meeting('committee', '2025-03-31', { publishedOn: '2025-04-20' }), notice([{ duty: 'duty', period: '2025-03' }])];
		expect(itemsOn('2025-04-30', { duty, records })).toEqual(['2025-03-31-committee 2025-04-03 onTime']);
	});
});

describe('What the community says of what is not here', () => {
	const monthly = { frequency: 'monthly', within: 5 };
	const why = '物业公司说的';
	const of = (...disclosures: object[]) => ({
		duty: monthly,
		community: { disclosures: disclosures.map((said) => ({ duty: 'duty', why, ...said })) },
	});
	test.for<[string, ReturnType<typeof of>, string[]]>([
		[
			'it hangs in the entrance every month',
			of({ state: 'posted', place: '大堂' }),
			['2025-01 2025-02-05 posted', '2025-02 2025-03-05 posted', '2025-03 2025-04-05 due'],
		],
		[
			'every month since February',
			of({ state: 'posted', on: '2025-02-20' }),
			['2025-01 2025-02-05 missing', '2025-02 2025-03-05 posted', '2025-03 2025-04-05 due'],
		],
		[
			'January’s was put up late',
			of({ state: 'posted', period: '2025-01', on: '2025-02-08' }),
			['2025-01 2025-02-05 late 3', '2025-02 2025-03-05 missing', '2025-03 2025-04-05 due'],
		],
		[
			'January’s will come',
			of({ state: 'planned', period: '2025-01', plannedOn: '2025-03-10' }),
			['2025-01 2025-02-05 planned', '2025-02 2025-03-05 missing', '2025-03 2025-04-05 due'],
		],
		[
			'January’s was to come and did not',
			of({ state: 'planned', period: '2025-01', plannedOn: '2025-03-09' }),
			['2025-01 2025-02-05 missing', '2025-02 2025-03-05 missing', '2025-03 2025-04-05 due'],
		],
		[
			'January’s was never published',
			of({ state: 'unpublished', period: '2025-01' }),
			['2025-01 2025-02-05 unpublished', '2025-02 2025-03-05 missing', '2025-03 2025-04-05 due'],
		],
		[
			'there was none in January',
			of({ state: 'notApplicable', period: '2025-01' }),
			['2025-01 2025-02-05 notApplicable', '2025-02 2025-03-05 missing', '2025-03 2025-04-05 due'],
		],
		[
			'of one month before of all',
			of({ state: 'posted' }, { state: 'unpublished', period: '2025-02' }),
			['2025-01 2025-02-05 posted', '2025-02 2025-03-05 unpublished', '2025-03 2025-04-05 due'],
		],
	])('%s', ([, given, items]) => {
		expect(itemsOn('2025-03-10', given)).toEqual(items);
	});
	test.for<[string, object, string]>([
		['put up in time', { state: 'posted', on: '2025-01-10' }, '2025-01-16 posted'],
		['put up late', { state: 'posted', on: '2025-01-20' }, '2025-01-16 late 4'],
		['found, long after, never to have been', { state: 'unpublished', on: '2025-03-01' }, '2025-01-16 unpublished'],
	])('what is always to be there was %s', ([, said, item]) => {
		expect(itemsOn('2025-03-10', { ...of(said), duty: { frequency: 'standing', within: 15 } })).toEqual([item]);
	});
	test('does not concern it at all', () => {
		expect(lineOn('2025-03-10', of({ state: 'notApplicable' })).notApplicable).toBe(why);
	});
	test('does not unsay a record that is there', () => {
		const records = [example('notices', { publishedOn: '2025-02-01', fulfils: [{ duty: 'duty', period: '2025-01' }] })];
		expect(itemsOn('2025-02-10', { ...of({ state: 'unpublished', period: '2025-01' }), records })[0]).toBe('2025-01 2025-02-05 onTime');
	});
});

describe('A duty as a whole stands as the worst of the last twelve months', () => {
	const given = {
		duty: quarterly,
		records: [ledger('2025-Q1', '2025-05-01'), ledger('2025-Q2', '2025-07-01'), ledger('2025-Q3', '2025-10-01')],
	};
	test.for<[string, object, string]>([
		['2025-03-01', given, 'due'],
		['2025-05-01', given, 'late'],
		['2026-04-29', { ...given, records: [...given.records, ledger('2025-Q4', '2026-01-10')] }, 'late'],
		['2026-04-30', { ...given, records: [...given.records, ledger('2025-Q4', '2026-01-10')] }, 'onTime'],
		['2026-04-30', given, 'missing'],
		['2028-04-30', { ...given, records: given.records.slice(1) }, 'missing'],
		['2025-06-01', { duty: { ...quarterly, onlyUnder: 'commission' }, community: { feeBasis: 'lumpSum' } }, 'notApplicable'],
	])('on %s', ([today, of, state]) => {
		expect(lineState(lineOn(today, of as Case), on(today))).toBe(state);
	});
	test('and is counted once', () => {
		expect(countsOf([lineOn('2025-08-01', { duty: quarterly })], on('2025-08-01'))).toEqual({
			asked: 1,
			onTime: 0,
			posted: 0,
			late: 0,
			missing: 1,
			due: 0,
			none: 0,
			notApplicable: 0,
		});
	});
});

test('As days pass nothing asked for is forgotten, no due day moves, and what is there stays there', () => {
	const mayBecome: Record<string, string[]> = {
		due: ['due', 'onTime', 'late', 'missing'],
		missing: ['missing', 'late'],
		onTime: ['onTime'],
		late: ['late'],
	};
	const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-01-01', n));
	const periods = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'];
	const published = fc.uniqueArray(fc.record({ period: fc.constantFrom(...periods), on: day }), { selector: ({ period }) => period });
	fc.assert(
		fc.property(published, day, day, day, (ledgers, since, a, b) => {
			const given = { duty: quarterly, records: ledgers.map(({ period, on }) => ledger(period, on)), community: { dutiesSince: since } };
			const [before, after] = [a, b].sort().map((today) => lineOn(today, given).items);
			for (const { key, due, state } of before!) {
				const then = after!.find((item) => item.key === key)!;
				expect(then.due).toBe(due);
				expect(mayBecome[state]).toContain(then.state);
			}
		}),
		{ numRuns: 2000 },
	);
});

describe('Who owes a duty is as the text says', () => {
	const company = example('bodies', { kind: 'propertyCompany', name: '示例物业公司' }, { slug: 'property-company' });
	const records = [example('bodies'), company];
	test.for([
		['业主委员会（物业管理委员会）', '业主委员会', 'the one of several kinds that there is'],
		['物业服务企业', '示例物业公司', 'the community’s own manager'],
		['物业服务人', '示例物业公司', 'the same, by the word of the Code'],
		['业主委员会和受委托的物业服务企业', '业主委员会和受委托的物业服务企业', 'both, where both owe it'],
		['筹备组', '筹备组', 'somebody who has no roster'],
		['没有写明由谁', '没有写明由谁', 'nobody, where the text names nobody'],
	] as const)('%s: %s, %s', ([by, who]) => {
		expect(lineOn('2026-04-13', { duty: { by }, records }).by).toBe(who);
	});
});
