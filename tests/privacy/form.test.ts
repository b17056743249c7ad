import { fromJS, type Map as ImmutableMap } from 'immutable';
import { expect, test, vi } from 'vitest';
import { recordProblem } from '../../cms/app/widgets/record-problem.ts';

// The whole form wants a browser; a field within a list is asked by itself.
vi.mock('../../cms/app/draft.ts', () => ({ fileOf: () => null }));

type Map = ImmutableMap<string, unknown>;
/** What the form says of a text in a field within a list, in a record that lets some texts pass. */
const said = (value: string, allowed: object[] = []) =>
	recordProblem({
		value,
		field: fromJS({ name: 'detail', label: '怎么提' }) as Map,
		collection: fromJS({}) as Map,
		parentIds: ['channels'],
		getEntry: () => fromJS({ data: { allowed } }) as Map,
	});

test('The form says at once that a private number stands in a field', () => {
	expect(said('电话0000-6000101')).toBe(true);
	expect(said('打138 0013 8000')).toMatchObject({ error: { message: expect.stringContaining('“怎么提”里面像是有手机号：“138…00”') } });
	// A room is asked about when the record goes to review.
	expect(said('3栋1202室')).toBe(true);
});

test('The form takes what the record lets pass', () => {
	expect(said('流水号13800138000', [{ text: '13800138000', who: '委员', why: '流水号', until: '2026-12-31' }])).toBe(true);
});
