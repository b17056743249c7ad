import { chinesePeriod } from '../basics/days.ts';
import { outcomesOf } from '../domain/commitment.ts';
import { directions } from '../schema/commitments.ts';
import type { Judgement } from './check.ts';

/** A promise that was not kept and says no reason, or whose result is not there. */
export const commitmentKept: Judgement<'commitments'> = {
	id: 'commitment-kept',
	asks: '承诺的结果按期报了吗？没做到的说明原因了吗？',
	of: 'commitments',
	look: ({ data }, { hasCome }) =>
		data.items.flatMap((item, i) =>
			outcomesOf(item, data, hasCome).flatMap(({ period, value, state, note }) => {
				const target = `${directions[item.direction]}${item.target}${item.unit}`;
				if (state === 'missing')
					return [
						{
							field: `items[${i + 1}]`,
							expected: `${chinesePeriod(period)}报“${item.what}”做到多少`,
							actual: '本站未见',
							fix: '补上这一期的结果，没做到的也写。',
							provision: null,
						},
					];
				if (state !== 'broken' || note) return [];
				return [
					{
						field: `items[${i + 1}]`,
						expected: `${chinesePeriod(period)}${target}，没做到的说明原因`,
						actual: `${value}${item.unit}，没有说明`,
						fix: '在说明里写原因和怎么改。',
						provision: null,
					},
				];
			}),
		),
};
