import { periodDays } from '../basics/days.ts';
import type { Commitment } from '../schema/commitments.ts';
import { cadences } from '../schema/commitments.ts';
import type { Check, Said } from './check.ts';

/** The results of a commitment are of periods it covers, each of the length it says, each written once. */
export const commitmentResults: Check = {
	id: 'commitment-results',
	kind: 'slip',
	asks: '承诺的结果写对了期间吗？一期只写了一次吗？',
	run: (records) =>
		records
			.of('commitments')
			.flatMap(({ file, data }) => [
				...(data.until && data.until < data.from
					? [{ file, field: 'until', problem: `到${data.until}为止，早于开始的${data.from}。`, fix: '改正日期。' }]
					: []),
				...data.items.flatMap((item, i) =>
					resultsOf(item, data).map((said) => ({ file, ...said, field: `items[${i + 1}].${said.field}` })),
				),
			]),
};

const LENGTH = { month: /-\d\d$/, quarter: /-Q/, half: /-H/, year: /^\d{4}$/ } as const;

function resultsOf({ every, results }: Commitment['items'][number], { from, until }: Commitment): Omit<Said, 'file'>[] {
	return results.flatMap(({ period }, i) => {
		const field = `results[${i + 1}].period`;
		const { first, last } = periodDays(period);
		const at = results.findIndex((other) => other.period === period);
		return [
			...(LENGTH[every].test(period)
				? []
				: [{ field, problem: `说${cadences[every]}报一次，这里写的是${period}。`, fix: '期间写成一样长的。' }]),
			...(last < from || (until && first > until)
				? [{ field, problem: `${period}不在承诺的时间里（${from}至${until ?? '今后'}）。`, fix: '改正期间。' }]
				: []),
			...(at < i ? [{ field, problem: `${period}已经在第${at + 1}条写过。`, fix: '一期只留一条；改数用更正。' }] : []),
		];
	});
}
