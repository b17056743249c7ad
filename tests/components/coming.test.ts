import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../src/components/service/calendar.ts';
import { comingOf, sayHour } from '../../src/components/service/coming.ts';
import { resultOf } from '../../src/components/service/results.ts';
import type { Card, CardOf } from '../../src/domain/card.ts';
import { listingOf } from '../../src/domain/listing.ts';
import type { Store } from '../../src/publish/store.ts';
import { example } from '../examples.ts';

/** A store that knows some cards by shelf, and the day. */
const store = (today: string, shelves: Record<string, readonly Card[]> = {}): Store =>
	({
		list: (shelf: string) => shelves[shelf] ?? [],
		passed: (day: string) => day <= today,
		get: (id: string) =>
			id === 'communities/ceshiyuan' ? { name: '测试苑（示例）', sample: true } : id.endsWith('none') ? null : { title: '值班' },
		settings: { url: 'https://example.org' },
	}) as unknown as Store;
const card = (over: object = {}) => listingOf(example('schedules', { at: '19:00', place: '活动室', ...over })).card as CardOf<'schedules'>;
const minutes = (next: object) => listingOf(example('meetings', { next })).card;

describe('The next joint meeting', () => {
	test('is on the 10th by the rule', () => {
		expect(comingOf(store('2026-04-13'), card())).toMatchObject({ on: '2026-05-10', at: '19:00', place: '活动室', by: null });
	});

	test('is on the day the minutes have set', () => {
		const shelves = { 'meetings@ceshiyuan#form=joint': [minutes({ on: '2026-05-08', at: '19:30', about: '访客停车' })] };
		expect(comingOf(store('2026-04-13', shelves), card())).toMatchObject({
			on: '2026-05-08',
			at: '19:30',
			place: '活动室',
			about: '访客停车',
			by: 'meetings/ceshiyuan/2026-03-10-joint',
		});
	});

	test('is by the rule again once that day is over', () => {
		const shelves = { 'meetings@ceshiyuan#form=joint': [minutes({ on: '2026-05-08' })] };
		expect(comingOf(store('2026-05-09', shelves), card())).toMatchObject({ on: '2026-05-10', by: null });
	});

	test('is on no day anybody knows, where only its number is fixed', () => {
		expect(comingOf(store('2026-04-13'), card({ onDay: undefined, form: undefined, times: 4 }))).toBeNull();
	});
});

test('A guard rota of every day stands in its own calendar, not in the community’s', () => {
	const rota = card({ every: 'week', onDay: undefined, form: undefined, weekdays: ['1', '2', '3', '4', '5', '6', '7'] });
	const shelves = { 'schedules@ceshiyuan': [rota] };
	expect(calendarOf(store('2026-04-13', shelves), 'ceshiyuan')).toBeNull();
	expect(calendarOf(store('2026-04-13', shelves), 'ceshiyuan', rota.id)).toContain('RRULE:FREQ=WEEKLY');
	expect(calendarOf(store('2026-04-13', shelves), 'ceshiyuan', 'schedules/ceshiyuan/none')).toBeNull();
});

test.for<[string, object, string]>([
	['two halves', {}, '党建91分，服务88分'],
	['one score', { party: undefined }, '88分'],
	[
		'stars',
		{ party: undefined, service: undefined, stars: { value: 4, of: 5, by: '住建局', communityOpinion: '同意。' } },
		'四星（最高五星）',
	],
	['a flag', { party: undefined, service: undefined, flag: { name: '红旗', holder: '保洁班', from: '2026-01-01' } }, '给了保洁班'],
	[
		'an inspection',
		{ party: undefined, service: undefined, inspections: [{ on: '2026-03-01', what: '消防', by: '街道', passed: false }] },
		'查1次，1次不合格',
	],
])('The result of %s is said in a word', ([, over, said]) => {
	expect(resultOf(listingOf(example('assessments', over)).card as CardOf<'assessments'>)).toBe(said);
});

test('An hour is said without a nought before it', () => {
	expect([sayHour('09:00'), sayHour('19:30')]).toEqual(['9:00', '19:30']);
});
