import { describe, expect, test } from 'vitest';
import { otherTerms, rosterOf } from '../../src/components/roster/roster.ts';
import type { Body, Term } from '../../src/schema/bodies.ts';
import type { EntryOf } from '../../src/schema/index.ts';
import { member, term } from '../examples.ts';

const entry = (id: string, terms: Term[]) => ({ id, community: 'a', data: { name: id, terms } as unknown as Body }) as EntryOf<'bodies'>;

/** A board of some bodies on a day, which notes what it is asked about the calendar. */
function board(today: string, bodies: EntryOf<'bodies'>[]) {
	const asked: string[] = [];
	return {
		asked,
		get: (id: string) => bodies.find((body) => body.id === id) ?? null,
		ids: () => bodies.map(({ id }) => id),
		passed: (day: string) => asked.push(day) > 0 && today >= day,
	};
}

const at = (body: string) => [{ body, post: '兼职委员', from: '2023-06-18' }];
const committee = entry('bodies/a/committee', [
	term({ members: [member('沈望舒', { alsoAt: at('bodies/b/branch') }), member('吕知远', { until: '2026-03-31' })] }),
	term({ name: '第一届', from: '2018-06-18', until: '2023-06-17' }),
]);
const office = entry('bodies/a/office', [term({ members: [member('罗青', { until: '2026-02-01' })] })]);

describe('A roster as it stands', () => {
	test('has the members of today without asking what today is', () => {
		const store = board('2026-04-13', [committee, office]);
		expect(rosterOf(store, committee).members.map(({ name }) => name)).toEqual(['沈望舒']);
		expect(store.asked).toEqual(['2028-06-17', '2026-03-31']);
	});

	test('is held against the other rosters of its community and those it names, there or not', () => {
		const { others } = rosterOf(board('2026-04-13', [committee, office]), committee);
		expect([...others].map(([id, body]) => [id, body?.name ?? null])).toEqual([
			['bodies/a/office', 'bodies/a/office'],
			['bodies/b/branch', null],
		]);
	});

	test('before anything has begun shows its earliest term', () => {
		expect(rosterOf(board('2000-01-01', [committee]), committee).term.name).toBe('第一届');
	});
});

test('The other terms come the latest first', () => {
	const [second, first] = committee.data.terms as [Term, Term];
	expect(otherTerms({ terms: [first, second] }, second)).toEqual([first]);
});
