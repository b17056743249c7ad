import { sumOf } from '../domain/statistic.ts';
import type { Check, Said } from './check.ts';

/** The parts of a figure add up to it, and a part of another figure is no larger than that. */
export const statisticSums: Check = {
	id: 'statistic-sums',
	kind: 'slip',
	asks: '各部分加起来等于总数吗？',
	run: (records) =>
		records.of('statistics').flatMap(({ file, data }) => {
			const found: Said[] = [];
			data.measures.forEach((measure, i) => {
				const field = (name: string) => `measures[${i + 1}].${name}`;
				const sum = sumOf(measure);
				if (sum && !sum.holds)
					found.push({
						file,
						field: field('parts'),
						problem: `“${measure.name}”的总数是${measure.value}，各部分${sum.said}。`,
						fix: '对照来源改正；来源本身对不上的，不写组成，在说明里写清楚。',
					});
				if (measure.of === undefined) return;
				const whole = data.measures.find((m) => m.name === measure.of);
				if (!whole)
					found.push({
						file,
						field: field('of'),
						problem: `说是“${measure.of}”的一部分，这里没有叫这个名字的指标。`,
						fix: '照那个指标的名称写。',
					});
				else if (measure.value > whole.value)
					found.push({
						file,
						field: field('value'),
						problem: `“${measure.name}”${measure.value}，比它所属的“${whole.name}”${whole.value}还大。`,
						fix: '查一查哪个数写错了。',
					});
			});
			return found;
		}),
};
