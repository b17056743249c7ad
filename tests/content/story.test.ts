import { describe, expect, test } from 'vitest';
import { hundredths } from '../../src/basics/area.ts';
import { daysBetween } from '../../src/basics/days.ts';
import { fen, sum } from '../../src/basics/money.ts';
import { checkFiles } from '../../src/checks/files.ts';
import { apportion } from '../../src/domain/apportionment.ts';
import { progressOf } from '../../src/domain/matter.ts';
import { accountOf, instalmentsOf, paymentsOf } from '../../src/domain/matter-money.ts';
import { actsBeforeVote, decisionsOf } from '../../src/domain/matter-votes.ts';
import { termOn } from '../../src/domain/roster.ts';
import { decidedOn, resultOf } from '../../src/domain/vote.ts';
import { recordFiles } from '../../src/publish/files.ts';
import type { CollectionName, EntryOf } from '../../src/schema/index.ts';
import { type Matter, matterKinds } from '../../src/schema/matters.ts';

const { entries, settings } = checkFiles(recordFiles('content'));
const all = <C extends CollectionName>(collection: C) => entries.filter((e) => e.collection === collection) as unknown as EntryOf<C>[];
const get = <C extends CollectionName>(collection: C, slug: string) => all(collection).find((e) => e.id === `${collection}/${slug}`)!;
const hasCome = (day: string) => day <= settings!.asOf!;

const matters = all('matters');
const meetings = all('meetings');
const ledgers = all('ledgers');
const notices = all('notices');

/** The votes on a matter in the order of their days, each with the minutes it stands in. */
const votesOn = (matter: string) =>
	meetings
		.flatMap(({ id, data }) =>
			data.agenda.flatMap(({ ownersVote: vote, matter: about, outcome }) =>
				vote && about === matter ? [{ id, vote, outcome, on: decidedOn(vote, data.heldOn) }] : [],
			),
		)
		.sort((a, b) => (a.on < b.on ? -1 : 1));

/** The only test that was not met, and by how much. */
const shortBy = (vote: Parameters<typeof resultOf>[0], on: string) =>
	resultOf(vote, on)!
		.strict.tests.filter(({ holds }) => !holds)
		.map(({ asks, measure, required, actual }) => ({ asks, measure, by: required - actual }));

describe('The lifts of 6栋, from the first complaint to the last payment', () => {
	const lifts = get('matters', 'jinguiyuan/2024-07-15-lifts');
	const { data } = lifts;
	const votes = votesOn(lifts.id);
	const payments = paymentsOf(lifts.id, ledgers);
	const account = accountOf(data, payments);

	test('begin with a complaint on a reception day', () => {
		const first = get('meetings', data.steps[0]!.record!.replace('meetings/', ''));
		expect(first.data.form).toBe('reception');
		expect(first.data.heldOn).toBe(data.raisedOn);
		expect(first.data.agenda.some(({ matter }) => matter === lifts.id)).toBe(true);
	});
	test('are voted on twice: the first vote fails by exactly one head, the second passes', () => {
		expect(votes.map(({ outcome }) => outcome)).toEqual(['rejected', 'passed']);
		expect(shortBy(votes[0]!.vote, votes[0]!.on)).toEqual([{ asks: 'participation', measure: 'heads', by: 1 }]);
		expect(shortBy(votes[1]!.vote, votes[1]!.on)).toEqual([]);
	});
	test('are posted again before the second vote, with a period of its own', () => {
		const posted = notices.filter((n) => n.data.kind === 'publicity' && n.data.about.includes(lifts.id)).map((n) => n.data.postedOn);
		expect(posted.some((day) => day < votes[0]!.vote.from!)).toBe(true);
		expect(posted.some((day) => day > votes[0]!.on && day < votes[1]!.vote.from!)).toBe(true);
	});
	test('are decided upon before anything is signed or paid', () => {
		expect(actsBeforeVote(data, { decisions: decisionsOf(lifts.id, meetings), payments, hasCome })).toEqual([]);
	});
	test('have three bids with codes; the contract is the chosen one’s, at its price', () => {
		expect(data.bids).toHaveLength(3);
		expect(data.bids.every(({ unifiedCode }) => unifiedCode)).toBe(true);
		const won = data.bids.filter((bid) => bid.won);
		expect(won).toHaveLength(1);
		expect([data.contract!.firm, data.contract!.unifiedCode, data.contract!.amount]).toEqual([
			won[0]!.firm,
			won[0]!.unifiedCode,
			won[0]!.price,
		]);
	});
	test('cost no more, changes included, than the owners voted', () => {
		expect(account.agreed!).toBeGreaterThan(account.contract!);
		expect(account.agreed!).toBeLessThanOrEqual(fen(data.budget!));
		expect(account.settled!).toBeLessThan(fen(data.settlement!.claimed));
	});
	test('are paid for in four payments, which add up to the approved settlement less the retention', () => {
		expect(payments).toHaveLength(4);
		expect(payments.every(({ fund, direction, entry }) => fund === 'maintenance' && direction === 'out' && entry.voucher)).toBe(true);
		expect(account.paid).toBe(account.settled! - account.retention);
		expect(account.open).toBe(account.retention);
	});
	test('are paid no sooner than was agreed, and no later', () => {
		const { instalments, more } = instalmentsOf(data.planned, payments);
		expect(more).toEqual([]);
		for (const { planned, payment } of instalments) if (payment && planned.due) expect(payment.on <= planned.due, planned.name).toBe(true);
		expect(sum(instalments.map(({ amount }) => amount))).toBe(account.contract);
	});
	test('are shared among three entrances, whose households and area are the building’s, to the 分', () => {
		const { amount, parts } = data.apportionment!;
		const six = get('communities', 'jinguiyuan').data.buildings.find(({ name }) => name === '6栋')!;
		expect(parts).toHaveLength(six.entrances);
		expect(sum(parts.map(({ households }) => households))).toBe(six.households);
		expect(sum(parts.map(({ area }) => hundredths(area)))).toBe(hundredths(votes[0]!.vote.total.area));
		expect(fen(amount)).toBe(account.settled);
		expect(
			sum(
				apportion(
					fen(amount),
					parts.map(({ area }) => hundredths(area)),
				),
			),
		).toBe(fen(amount));
	});
	test('stop less often than before', () => {
		for (const { before, after } of data.measures) expect(after!).toBeLessThan(before);
	});
	test('have taken every step but the retention, in their order', () => {
		const { missing, outOfOrder, places } = progressOf(data, hasCome);
		expect([missing, outOfOrder]).toEqual([[], []]);
		expect(places.filter(({ state }) => state !== 'did').map(({ step }) => step)).toEqual(['retention']);
	});
	test('are declared by the member who has an interest, who kept away', () => {
		expect(data.related.map(({ recused }) => recused)).toEqual([true]);
	});
});

describe('The second owners’ committee', () => {
	const { data } = get('matters', 'jinguiyuan/2023-03-15-election');
	const term = termOn(get('bodies', 'jinguiyuan/owners-committee').data, '2023-06-18');
	test('has the members that were elected, with more candidates than seats', () => {
		const { elected, seats, candidates } = data.election!;
		expect(elected).toHaveLength(seats);
		expect(candidates).toBeGreaterThan(seats);
		const began = term.members.filter(({ byElection }) => !byElection).map(({ name }) => name);
		expect(elected.map(({ name }) => name).sort()).toEqual(began.sort());
	});
	test('counts every one of them as elected by more than half, the last one as in the minutes', () => {
		const [vote] = votesOn('matters/jinguiyuan/2023-03-15-election');
		for (const { heads, area, name } of data.election!.elected)
			expect(resultOf({ ...vote!.vote, for: { heads, area } }, vote!.on)!.strict.passed, name).toBe(true);
		expect(data.election!.elected.at(-1)).toMatchObject(vote!.vote.for);
	});
	test('gets the seal in time, the rooms and the books late', () => {
		const late = term.handovers.filter(({ due, done }) => due === '2023-06-27' && done).map(({ due, done }) => daysBetween(due, done!));
		expect(late.filter((days) => days > 0)).toHaveLength(2);
		expect(late.filter((days) => days <= 0)).toHaveLength(1);
	});
	test('keeps the candidates’ particulars on site', () => {
		const candidates = get('notices', 'jinguiyuan/2023-05-10-candidates');
		expect(candidates.data.audience).toBe('onsite');
		expect(candidates.data.inspect).toBeDefined();
	});
});

test('A vote of 2019 fails under the rule of its day, and the same ballots pass under the Code', () => {
	const [vote] = votesOn('matters/jinguiyuan/2019-09-10-intercom');
	expect(vote!.outcome).toBe('rejected');
	expect(resultOf(vote!.vote, vote!.on)!.strict.passed).toBe(false);
	expect(resultOf(vote!.vote, '2021-01-01')!.strict.passed).toBe(true);
});

test('The car wash has three times as many for it as against it, and is dropped for three quarters', () => {
	const wash = get('matters', 'jinguiyuan/2024-10-16-car-wash');
	const [vote] = votesOn(wash.id);
	const result = resultOf(vote!.vote, vote!.on)!;
	expect(wash.data.state).toBe('dropped');
	expect(result.special).toBe(true);
	expect(vote!.vote.for.heads).toBeGreaterThan(vote!.vote.against.heads * 2.9);
	expect(shortBy(vote!.vote, vote!.on).map(({ asks }) => asks)).toEqual(['approval', 'approval']);
});

test('The charging shed waits: nothing is signed or paid before the vote', () => {
	const shed = get('matters', 'jinguiyuan/2024-07-25-charging');
	expect(shed.data.state).toBe('open');
	expect(shed.data.contract).toBeUndefined();
	expect(paymentsOf(shed.id, ledgers)).toEqual([]);
});

test('The burst drain is repaired first and accounted for after: ground, confirmer, notice, payment', () => {
	const drain = get('matters', 'jinguiyuan/2025-07-29-drain');
	const [payment] = paymentsOf(drain.id, ledgers);
	const report = get('notices', drain.data.emergency!.report!.replace('notices/', ''));
	expect(drain.data.emergency!.confirmedOn).toBe(drain.data.raisedOn);
	expect(payment!.on > report.data.period!.closesOn).toBe(true);
	expect(payment!.amount).toBe(fen(drain.data.apportionment!.amount));
});

test('The account of a quarter is late, and the programme’s one late milestone says why', () => {
	const ledger = get('ledgers', 'jinguiyuan/2025-Q2-common-income');
	expect(daysBetween('2025-07-30', ledger.data.publishedOn!)).toBeGreaterThan(0);
	const { stages } = get('matters', 'jinguiyuan/2025-04-01-red-property').data;
	const late = stages.flatMap(({ milestones }) => milestones).filter(({ due, done }) => done && done > due);
	expect(stages).toHaveLength(3);
	expect(late).toHaveLength(1);
	expect(late[0]!.note).toBeTruthy();
});

describe('Every matter', () => {
	test('of every kind has a record', () => {
		const kinds = new Set(matters.map(({ data }) => data.kind));
		expect([...kinds].sort()).toEqual(Object.keys(matterKinds).sort());
	});
	test.for(matters.map(({ id, data }) => [id, data] as [string, Matter]))('%s stands on records that stand on it', ([id, data]) => {
		const linked = data.steps.flatMap(({ record }) => record ?? []);
		const back = [...meetings, ...notices, ...ledgers, ...all('documents'), ...all('bodies')].filter((entry) =>
			JSON.stringify(entry.data).includes(`"${id}"`),
		);
		expect(linked.length, 'steps with a record').toBeGreaterThan(0);
		expect(back.length, 'records that name it').toBeGreaterThan(0);
	});
});
