import { FEW, fewIn } from '../domain/request.ts';
import type { Judgement } from './check.ts';

/** So few mediations of one topic that a neighbour may guess whose they were. */
export const smallCounts: Judgement<'requests'> = {
	id: 'small-counts',
	asks: '调解的件数会不会少到猜得出是谁？',
	of: 'requests',
	look: ({ data }) =>
		fewIn(data).map(({ at, topic, n }) => ({
			field: `mediations[${at + 1}].n`,
			expected: `不到${FEW}件的不写数`,
			actual: `“${topic}”写了${n}件`,
			fix: `把件数空着（页面写“不到${FEW}件”），或者几类合在一起写。`,
			provision: null,
		})),
};
