import { FULL, type Half, sumOfItems } from '../domain/assessment.ts';
import type { Assessment } from '../schema/assessments.ts';
import type { Check, Said } from './check.ts';

/** A score is the sum of its items and no more than full, weights come to a hundred, stars stay in their range. */
export const assessmentSums: Check = {
	id: 'assessment-sums',
	kind: 'slip',
	asks: '各项得分加起来等于总分吗？不超过满分吗？',
	run: (records) =>
		records
			.of('assessments')
			.flatMap(({ file, data }) =>
				[
					...(data.party ? half('party', data.party) : []),
					...(data.service ? half('service', data.service) : []),
					...weights(data.assessors),
					...range(data),
				].map((said) => ({ file, ...said })),
			),
};

type Found = Omit<Said, 'file'>;

function half(name: string, half: Half): Found[] {
	const sum = sumOfItems(half);
	return [
		...(half.score < 0 || half.score > FULL
			? [{ field: `${name}.score`, problem: `写了${half.score}分，满分是${FULL}。`, fix: '照考核表改正。' }]
			: []),
		...half.items.flatMap(({ what, score, full }, i) =>
			score < 0 || score > full
				? [
						{
							field: `${name}.items[${i + 1}].score`,
							problem: `“${what}”写了${score}分，满分是${full}。`,
							fix: '照考核表改正；扣到负分的按零分记，写明依据。',
						},
					]
				: [],
		),
		...(sum && !sum.holds
			? [{ field: `${name}.score`, problem: `各项${sum.said}，总分写的是${half.score}。`, fix: '照考核表改正；加减分也写成一项。' }]
			: []),
		...(sum && sum.full > FULL
			? [{ field: `${name}.items`, problem: `各项满分加起来是${sum.full}，多于${FULL}。`, fix: '照考核办法改正各项满分。' }]
			: []),
	];
}

function weights(assessors: Assessment['assessors']): Found[] {
	const given = assessors.flatMap(({ weight }) => weight ?? []);
	if (!given.length) return [];
	const total = Math.round(given.reduce((a, b) => a + b, 0) * 1e4) / 1e4;
	return given.length === assessors.length && total === 100
		? []
		: [
				{
					field: 'assessors',
					problem: given.length < assessors.length ? '有的考核方写了权重，有的没有。' : `权重${given.join('＋')}＝${total}。`,
					fix: '每一方都写权重，加起来是100；不分权重的都不写。',
				},
			];
}

const range = ({ stars, assessors }: Assessment): Found[] => [
	...(stars && stars.value > stars.of
		? [{ field: 'stars.value', problem: `评了${stars.value}星，最高只有${stars.of}星。`, fix: '照评定结果改正。' }]
		: []),
	...assessors.flatMap(({ score }, i) =>
		score !== undefined && (score < 0 || score > 100)
			? [{ field: `assessors[${i + 1}].score`, problem: `写了${score}分，打分是百分制。`, fix: '换算成百分制。' }]
			: [],
	),
];
