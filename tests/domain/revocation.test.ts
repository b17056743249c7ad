import { expect, test } from 'vitest';
import { isDecided, lastDayToRevoke } from '../../src/domain/revocation.ts';
import { example } from '../examples.ts';

test.for([
	['a day', '2026-04-12', '2027-04-12'],
	['29 February, of which the next year has none', '2028-02-29', '2029-02-28'],
])('One year from %s ends on the same day, or the last of its month', ([, known, last]) => {
	expect(lastDayToRevoke(known!)).toBe(last);
});

test.for<[string, object, boolean]>([
	['an assembly that passed something', { form: 'assembly' }, true],
	['a committee that did', { form: 'committee' }, true],
	['a joint meeting decides nothing that a court revokes', { form: 'joint' }, false],
	['an assembly that passed nothing', { form: 'assembly', agenda: [{ title: '议题', decision: '未通过。', outcome: 'rejected' }] }, false],
])('%s', ([, over, decided]) => {
	expect(isDecided(example('meetings', over).data)).toBe(decided);
});
