/** Months of requests as a chart: how many were answered in time, late, or not yet. */
import { chinesePeriod } from '../../basics/days.ts';
import { share } from '../../basics/numbers.ts';
import type { ChartFigure } from '../../charts/figure.ts';
import { outcomesChart } from '../../charts/outcomes.ts';
import type { CardOf } from '../../domain/card.ts';
import { answersOf } from '../../domain/request.ts';

/** Of months, the oldest first: the drawing, and what it finds as a sentence. */
export function answersOver(months: readonly Pick<CardOf<'requests'>, 'period' | 'received' | 'answered' | 'inTime'>[]): {
	chart: ChartFigure;
	finding: string;
} {
	const outcomes = months.map((month) => {
		const { inTime, late, open } = answersOf(month);
		return { period: month.period, counts: [inTime, late, open] };
	});
	const received = months.reduce((all, month) => all + month.received, 0);
	const inTime = months.reduce((all, month) => all + month.inTime, 0);
	const most = [...months].sort((a, b) => b.received - a.received)[0];
	return {
		chart: outcomesChart({
			id: 'answers',
			title: '收到的诉求和按时答复',
			outcomes,
			words: ['按时答复', '超时答复', '没有答复'],
			unit: '件',
			rate: '按时率',
		}),
		finding: `近${months.length}个月收到${received}件，按时答复${inTime}件（${share(inTime, received)}）。${most ? `${chinesePeriod(most.period)}最多，${most.received}件。` : ''}`,
	};
}
