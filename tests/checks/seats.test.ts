import { expect, test } from 'vitest';
import { aroundOf, judge, recordsOf } from '../../src/checks/check.ts';
import { checkEntries } from '../../src/checks/index.ts';
import { judgements } from '../../src/checks/judgements.ts';
import type { Member } from '../../src/schema/bodies.ts';
import { example, member, term } from '../examples.ts';

const id = 'bodies/ceshiyuan/owners-committee';
const sitting = (n: number) => Array.from({ length: n }, (_, i) => member(`委员${i + 1}`));
const alternate = (order: number, over: Partial<Member> = {}) =>
	member(`候补${order}`, { post: '候补委员', seat: 'alternate', order, ...over });
const three = [alternate(1), alternate(2), alternate(3)];
const secretary = member('聘用的秘书', { post: '业委会秘书', seat: 'secretary' });
const adviser = member('请来的律师', { post: '法律顾问', seat: 'adviser' });

const roster = (members: Member[], over: object = {}) =>
	example('bodies', { seats: 7, terms: [{ ...term({ members }), filing: { number: '桂香备〔2023〕07号', on: '2023-07-01' }, ...over }] });

/** A committee's meeting: so many came of so many, so many agreed. */
const met = (present: number, yes: number, no = 0, over: object = {}) =>
	example('meetings', {
		form: 'committee',
		calledOn: '2026-03-01',
		bodies: [id],
		parties: [{ name: '业主委员会', body: id, due: 7, present, inAttendance: 4, ...over }],
		agenda: [{ title: '更换门禁', decision: '同意。', outcome: 'passed', vote: { by: '业委会', for: yes, against: no, abstained: 0 } }],
	});

/** What is said of the roster and of the meeting. */
function said(members: Member[], meeting = met(5, 4, 1), over: object = {}) {
	const records = recordsOf([example('communities'), roster(members, over), meeting]);
	const around = aroundOf(records, '2026-04-13');
	return records.all.flatMap((entry) => judge(judgements, entry, around)).map(({ check, field }) => `${check} ${field}`);
}

test('P7: a committee of 7 with 3 alternates meets lawfully with 5 of 7, decides lawfully with 4 to 1, and nothing is said', () => {
	expect(said([...sitting(7), ...three])).toEqual([]);
});

test('P7: secretaries and advisers are no members either: they fill no seat, make no quorum and are not too many', () => {
	expect(said([...sitting(7), ...three, secretary, adviser])).toEqual([]);
	expect(said([...sitting(3), secretary, adviser], met(3, 3))).toEqual(['roster-vacancies terms[1]']);
});

test('P7: who counted alternates among those who came or voted is told so, and accused of nothing', () => {
	expect(said([...sitting(7), ...three], met(7, 8))).toEqual(['committee-quorum agenda[1].vote']);
	expect(said([...sitting(7), ...three], met(9, 7, 0, { due: 10 }))).toEqual(['committee-quorum parties[1].present']);
	expect(said([...sitting(7), ...three], met(7, 6, 1))).toEqual([]);
});

test('P7: an alternate counts from the day they moved up', () => {
	const left = member('委员7', { until: '2026-02-01' });
	const movedUp = (on: string) => [...sitting(6), left, alternate(1, { movedUpOn: on }), alternate(2)];
	const four = met(4, 4);
	expect(said(movedUp('2026-02-03'), four)).toEqual([]);
	const needed = (on: string) => {
		const records = recordsOf([example('communities'), roster(movedUp(on)), met(3, 3)]);
		return judge(judgements, records.of('meetings')[0]!, aroundOf(records, '2026-04-13')).map(
			({ arithmetic }) => arithmetic?.split('；')[0],
		);
	};
	expect(needed('2026-03-10')[0]).toBe('名册上在任7人');
	expect(needed('2026-03-11')[0]).toBe('名册上在任6人');
});

test.for<[string, Member, string[]]>([
	['a member', member('石安'), []],
	['an alternate with their order', alternate(2), []],
	['an alternate who moved up', alternate(1, { movedUpOn: '2024-05-01' }), []],
	['an alternate without an order', member('石安', { seat: 'alternate' }), ['slip roster-seats terms[1].members[2].order']],
	['a member with an order', member('石安', { order: 1 }), ['slip roster-seats terms[1].members[2].seat']],
	['a secretary who moved up', { ...secretary, movedUpOn: '2024-05-01' }, ['slip roster-seats terms[1].members[2].seat']],
	[
		'an alternate who moved up before they were elected',
		alternate(1, { movedUpOn: '2023-06-17' }),
		['slip roster-seats terms[1].members[2].movedUpOn'],
	],
	[
		'an alternate who moved up on the day they left',
		alternate(1, { movedUpOn: '2024-05-01', until: '2024-05-01' }),
		['slip roster-seats terms[1].members[2].movedUpOn'],
	],
])('the seat of %s', ([, one, expected]) => {
	const seats = checkEntries([example('communities'), roster([member('沈望舒'), one])]).filter(({ check }) => check === 'roster-seats');
	expect(seats.map(({ kind, check, field }) => `${kind} ${check} ${field}`)).toEqual(expected);
});

test('two alternates with the same place in the order are a slip', () => {
	const found = checkEntries([example('communities'), roster([alternate(1), { ...alternate(1), name: '候补乙' }])]);
	expect(found.map(({ check, field }) => `${check} ${field}`)).toEqual(['roster-seats terms[1].members[2].order']);
});

test('a secretary who is paid is not told to be a member who pays themselves', () => {
	const paid = { on: '2026-02-05', direction: 'out', kind: 'committee', amount: '30.00', purpose: '补贴', voucher: '3', decision: 'x' };
	const ledger = (counterparty: string) =>
		example('ledgers', {
			entries: [{ ...paid, counterparty, decision: 'meetings/ceshiyuan/2026-03-10-joint' }],
			opening: '100.00',
			closing: '70.00',
		});
	const told = (who: Member) => {
		const records = recordsOf([example('communities'), roster([who]), ledger(who.name)]);
		return judge(judgements, records.of('ledgers')[0]!, aroundOf(records, '2026-04-13')).map(({ check }) => check);
	};
	expect(told(secretary)).toEqual([]);
	expect(told(alternate(1))).toEqual([]);
	expect(told(member('石安'))).toEqual(['payee-member']);
	expect(told(alternate(1, { movedUpOn: '2024-05-01' }))).toEqual(['payee-member']);
});
