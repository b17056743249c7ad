import type { Check, Said } from './check.ts';

/** The figures of an election hang together. */
export const matterElection: Check = {
	id: 'matter-election',
	kind: 'slip',
	asks: '当选的不多于应选的、也不多于候选的吗？',
	run: (records) =>
		records.of('matters').flatMap(({ file, data: { election } }): Said[] => {
			if (!election || election.elected.length === 0) return [];
			const { seats, candidates, partyMembers, elected } = election;
			const more = (field: string, problem: string, wrong: boolean): Said[] =>
				wrong ? [{ file, field, problem, fix: '对照选举结果公告改。' }] : [];
			return [
				...more('election.elected', `应选${seats}人，当选写了${elected.length}人。`, elected.length > seats),
				...more('election.elected', `候选人${candidates}名，当选写了${elected.length}人。`, elected.length > candidates),
				...more('election.partyMembers', `当选${elected.length}人，其中党员写了${partyMembers}人。`, (partyMembers ?? 0) > elected.length),
			];
		}),
};
