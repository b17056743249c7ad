/** The duties of several communities together. */
import { coverageChart } from '../../charts/coverage.ts';
import type { ChartFigure } from '../../charts/figure.ts';
import type { Counts } from '../../domain/duty-summary.ts';

const names = ['asked', 'onTime', 'posted', 'late', 'missing', 'due', 'none', 'notApplicable'] as const;

/** How many duties of all communities stand how. */
export const totalOf = (all: readonly Counts[]): Counts =>
	Object.fromEntries(names.map((name) => [name, all.reduce((sum, counts) => sum + counts[name], 0)])) as Counts;

/** What was asked of all communities, and how it stands, as a picture. */
export const pictureOf = ({ asked, onTime, posted, late }: Counts): ChartFigure =>
	coverageChart({
		id: 'duties',
		title: '应公开的，近十二个月',
		total: { name: '应公开', value: asked },
		unit: '项',
		parts: [
			{ name: '按期', value: onTime },
			{ name: '已现场张贴', value: posted },
			{ name: '迟了，已补', value: late },
		].filter(({ value }) => value > 0),
		remainder: '本站未见',
	});
