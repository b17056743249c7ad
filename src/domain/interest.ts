/** Who of those in office is, or said they are, near to whom the community pays. */
import type { Day } from '../basics/days.ts';
import type { Body } from '../schema/bodies.ts';
import { holdsOn, sits } from './roster.ts';

/** One office-holder and a payee: the same person, or a firm with which they said they have to do. */
export interface Interest {
	body: string;
	post: string;
	name: string;
	/** as they said it themselves; null where the payee is the member */
	relation: string | null;
}

/** Bodies that decide what the owners' money is spent on. */
const DECIDE: readonly Body['kind'][] = ['ownersCommittee', 'managementCommittee'];

/** The office-holders who are near a payee on a day. */
export const interestsIn = (bodies: readonly Pick<Body, 'name' | 'kind' | 'terms'>[], payee: string, on: Day): Interest[] =>
	bodies.flatMap(({ name: body, kind, terms }) =>
		terms.flatMap(({ members }) =>
			members
				.filter((member) => holdsOn(member, on))
				.flatMap((member): Interest[] => {
					const { name, post, interests = [] } = member;
					return [
						...(name === payee && DECIDE.includes(kind) && sits(member, (day) => day <= on) ? [{ body, post, name, relation: null }] : []),
						...interests.filter(({ firm }) => firm === payee).map(({ relation }) => ({ body, post, name, relation })),
					];
				}),
		),
	);
