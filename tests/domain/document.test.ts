import { expect, test } from 'vitest';
import { sayStatus } from '../../src/domain/document.ts';

const rules = { status: 'inForce', inForceFrom: '2026-05-01', inForceUntil: '2027-04-30' };
test.for([
	['2026-04-30', '还没有施行'],
	['2026-05-01', '现行'],
	['2027-04-30', '现行'],
	['2027-05-01', '已到期'],
] as const)('P3: a document in force from 1 May for a year is on %s %s', ([today, said]) => {
	expect(sayStatus(rules, (day) => day <= today)).toBe(said);
	expect(sayStatus({ ...rules, status: 'superseded' }, (day) => day <= today)).toBe('已废止');
});
