import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/basics/days.ts';
import { progressOf, resultOf, type StepName, stepState, templateOf } from '../../src/domain/matter.ts';
import { type Matter, matterKinds, type Step, steps as stepNames } from '../../src/schema/matters.ts';
import { runs } from '../properties.ts';

const TODAY = '2026-04-13';
const hasCome = (day: string) => day <= TODAY;
const step = (name: StepName, on?: string, over: Partial<Step> = {}): Step => ({
	step: name,
	by: '业委会',
	what: '办了。',
	...(on ? { on } : { planned: '以后' }),
	...over,
});
const matter = (kind: Matter['kind'], steps: Step[], state: Matter['state'] = 'open') => ({ kind, state, steps });
const inWords = (kind: Matter['kind']) => templateOf(kind).map(({ step, required }) => (required ? step : `${step}?`));
const stateOf = (progress: ReturnType<typeof progressOf>) => progress.places.map(({ step, state }) => `${step} ${state}`);

describe('The way of each kind of matter', () => {
	test.for<[Matter['kind'], string]>([
		[
			'repair',
			'proposal putForward review notice vote result? tender contract change? works? payment acceptance settlement? apportionment retention? returnVisit',
		],
		['emergency', 'danger confirmation repair contract? payment report apportionment acceptance settlement? retention? returnVisit?'],
		[
			'purchase',
			'proposal putForward review? notice vote? result? tender contract change? works? payment acceptance settlement? retention? returnVisit?',
		],
		['election', 'preparation nomination candidates notice vote result filing handover'],
		['commonSpace', 'proposal putForward? review? notice vote result? tender? contract change? works? payment? acceptance? returnVisit?'],
		['rule', 'proposal putForward? draft review? consultation vote notice filing? inForce'],
		['programme', 'proposal? review? notice? start milestone acceptance? result? returnVisit?'],
		['seals', 'start result? handover?'],
	])('%s', ([kind, way]) => {
		expect(inWords(kind).join(' ')).toBe(way);
	});
});

test('the editors’ page names the same steps in the same order, those that may be left out in brackets', () => {
	const page = readFileSync('docs/editors/matters.md', 'utf8');
	for (const [kind, name] of Object.entries(matterKinds)) {
		const [, row] = new RegExp(`\\| ${name} \\| (.*) \\|`).exec(page)!;
		let optional = false;
		const told = row!.split('、').map((word) => {
			optional ||= word.startsWith('（');
			const said = word.replace(/[（）]/g, '') + (optional ? '?' : '');
			if (word.endsWith('）')) optional = false;
			return said;
		});
		expect(told).toEqual(templateOf(kind as Matter['kind']).map(({ step, required }) => stepNames[step] + (required ? '' : '?')));
	}
});

describe('A repair', () => {
	const begun = [
		step('proposal', '2025-08-12'),
		step('putForward', '2025-09-05'),
		step('review', '2025-09-22'),
		step('notice', '2025-10-09', { until: '2025-10-16' }),
	];
	const failed = step('vote', '2025-10-20', { until: '2025-11-05', result: 'failed' });
	const passed = step('vote', '2025-12-01', { until: '2025-12-15', result: 'passed' });

	test('that was published stands before the vote', () => {
		const progress = progressOf(matter('repair', begun), hasCome);
		expect(progress.places[progress.at!]!.step).toBe('vote');
		expect(progress.missing).toEqual([]);
		expect(progress.places.some(({ step }) => step === 'change')).toBe(false);
	});

	test('whose vote failed still stands at the vote, and was given up there when it was dropped', () => {
		expect(stateOf(progressOf(matter('repair', [...begun, failed]), hasCome))).toContain('vote next');
		expect(stateOf(progressOf(matter('repair', [...begun, failed], 'dropped'), hasCome))).toContain('vote failed');
		expect(progressOf(matter('repair', [...begun, failed], 'dropped'), hasCome).missing).toEqual([]);
	});

	test('counts the vote from the one that passed', () => {
		const { places } = progressOf(matter('repair', [...begun, failed, passed]), hasCome);
		expect(places.find(({ step }) => step === 'vote')).toMatchObject({ state: 'did', on: '2025-12-01', entry: 6 });
	});

	test('signed although its vote failed lacks the vote', () => {
		const progress = progressOf(matter('repair', [...begun, failed, step('contract', '2025-11-20')]), hasCome);
		expect(progress.missing).toEqual(['vote', 'tender']);
		expect(stateOf(progress)).toContain('vote failed');
	});

	test('pays before the acceptance and after it, and neither is out of order', () => {
		const money = [step('payment', '2026-01-20'), step('acceptance', '2026-03-01'), step('payment', '2026-03-10'), step('payment')];
		const steps = [...begun, passed, step('tender', '2025-12-19'), step('contract', '2026-01-08'), ...money];
		const progress = progressOf(matter('repair', steps), hasCome);
		expect(progress.outOfOrder).toEqual([]);
		expect(progress.places[progress.at!]!.step).toBe('payment');
	});

	test('whose works go on stands there', () => {
		const steps = [...begun, passed, step('tender', '2025-12-19'), step('contract', '2026-01-08')];
		const works = step('works', '2026-03-20', { until: '2026-05-31' });
		expect(stateOf(progressOf(matter('repair', [...steps, works]), hasCome))).toContain('works at');
	});

	test('may ask for prices before it is published or voted on', () => {
		const steps = [
			step('proposal', '2025-08-12'),
			step('tender', '2025-08-20'),
			step('putForward', '2025-09-05'),
			step('review', '2025-09-06'),
		];
		const progress = progressOf(matter('repair', steps), hasCome);
		expect(progress.outOfOrder).toEqual([]);
		expect(progress.missing).toEqual([]);
		expect(progress.places[progress.at!]!.step).toBe('notice');
	});

	test('that is done lacks whatever it never did, and stands nowhere', () => {
		const progress = progressOf(matter('repair', begun, 'done'), hasCome);
		expect(progress.at).toBeNull();
		expect(progress.missing).toEqual(['vote', 'tender', 'contract', 'payment', 'acceptance', 'apportionment', 'returnVisit']);
	});

	test('put forward before it was proposed is out of order by so many days', () => {
		const steps = [step('putForward', '2025-08-12'), step('proposal', '2025-08-20')];
		expect(progressOf(matter('repair', steps), hasCome).outOfOrder).toEqual([
			{ step: 'putForward', on: '2025-08-12', entry: 1, before: 'proposal', beforeOn: '2025-08-20', days: 8 },
		]);
	});

	test('a day that has not come is a plan', () => {
		const steps = [...begun, step('vote', '2026-05-01', { until: '2026-05-20' })];
		expect(stateOf(progressOf(matter('repair', steps), hasCome))).toContain('vote next');
		expect(stateOf(progressOf(matter('repair', steps), () => true))).toContain('vote did');
	});
});

const kinds = fc.constantFrom(...(Object.keys(matterKinds) as Matter['kind'][]));
/** A few steps of a template, each with a rank on a line of days. */
const taken = kinds.chain((kind) => {
	const template = templateOf(kind);
	return fc.record({
		kind: fc.constant(kind),
		keep: fc.array(fc.boolean(), { minLength: template.length, maxLength: template.length }),
		days: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: template.length, maxLength: template.length }),
	});
});

test('whatever is left out and in whichever order the rest is taken, exactly that is found', () => {
	fc.assert(
		fc.property(taken, ({ kind, keep, days }) => {
			const template = templateOf(kind);
			const own = template.flatMap(({ step: name, rank }, i) => (keep[i] ? [{ name, rank, on: addDays('2025-01-01', days[i]!) }] : []));
			const steps = own.map(({ name, on }) => step(name, on)).sort((a, b) => (a.on! < b.on! ? -1 : 1));
			const progress = progressOf(matter(kind, steps), hasCome);

			const last = Math.max(-1, ...own.filter(({ name }) => name !== 'tender').map(({ rank }) => rank));
			const left = template.filter(({ required, rank }, i) => required && !keep[i] && rank < last).map(({ step }) => step);
			expect(progress.missing).toEqual(left);

			const early = own.filter(({ name, rank, on }) => name !== 'tender' && own.some((other) => other.rank < rank && other.on > on));
			expect(progress.outOfOrder.map((one) => one.step)).toEqual(early.map(({ name }) => name));
			for (const { on, beforeOn, days } of progress.outOfOrder) expect(addDays(on, days)).toBe(beforeOn);
		}),
		runs,
	);
});

test('a way walked in its order lacks nothing and has nothing out of order, wherever it stops', () => {
	fc.assert(
		fc.property(kinds, fc.nat(), (kind, stop) => {
			const template = templateOf(kind);
			const steps = template.slice(0, stop % (template.length + 1)).map(({ step: name }, i) => step(name, addDays('2025-01-01', i)));
			const { missing, outOfOrder, at, places } = progressOf(matter(kind, steps), hasCome);
			expect({ missing, outOfOrder }).toEqual({ missing: [], outOfOrder: [] });
			expect(places.every(({ state }, i) => (state === 'at' || state === 'next') === (i === at))).toBe(true);
		}),
		runs,
	);
});

describe('P10: a step goes by its days and its word', () => {
	const days = { on: '2026-04-01', until: '2026-04-13' };
	test.for<[string, Partial<Step>, string, string]>([
		['planned for May', { planned: '5月20日前' }, '2026-04-13', 'planned'],
		['dated in May', { on: '2026-05-04' }, '2026-04-13', 'planned'],
		['dated in May and called done', { on: '2026-05-04', result: 'done' }, '2026-04-13', 'planned'],
		['done, its last day today', { ...days, result: 'done' }, '2026-04-13', 'underWay'],
		['done, its last day yesterday', { ...days, result: 'done' }, '2026-04-14', 'over'],
		['done, its last day ahead', { ...days, result: 'done' }, '2026-04-12', 'underWay'],
		['without a word, its last day today', days, '2026-04-13', 'underWay'],
		['without a word, its last day yesterday', days, '2026-04-14', 'over'],
		['a vote counted on its last day', { ...days, result: 'passed' }, '2026-04-13', 'over'],
		['a vote counted before its last day', { ...days, result: 'passed' }, '2026-04-12', 'underWay'],
		['of one day, today', { on: '2026-04-13' }, '2026-04-13', 'over'],
		['begun, with more of it planned', { on: '2026-04-01', planned: '5月20日前' }, '2026-04-13', 'underWay'],
	])('%s', ([, over, today, state]) => {
		const given = { step: 'works', by: '业委会', what: '办了。', ...over } as Step;
		expect(stepState(given, (day) => day <= today)).toBe(state);
		expect(resultOf(given, (day) => day <= today)).toBe(state === 'over' ? given.result : undefined);
	});

	test('what is only planned is the next, not under way', () => {
		const begun = [step('proposal', '2026-03-01'), step('putForward', undefined, { planned: '5月' })];
		expect(stateOf(progressOf(matter('repair', begun), hasCome)).slice(0, 3)).toEqual(['proposal did', 'putForward next', 'review todo']);
	});
});
