/** What follows from a case study: how far its figures can be trusted, and which of its comparisons can be drawn. */
import type { CaseStudy } from '../schema/cases.ts';
import { grades } from '../schema/publication.ts';

type Claims = Pick<CaseStudy, 'claims'>;
export type Grade = keyof typeof grades;

/** How many figures there are of each grade, the best recorded first; grades without a figure are left out. */
export function gradesOf({ claims }: Claims): { grade: Grade; n: number }[] {
	const order: Grade[] = ['third', 'party', 'ours', 'self'];
	return order.map((grade) => ({ grade, n: claims.filter((claim) => claim.grade === grade).length })).filter(({ n }) => n > 0);
}

/** `7个：1个第三方记录，6个自述` */
export function countClaims(study: Claims): string {
	const found = gradesOf(study);
	const [only] = found;
	if (!only) return '没有列出数字';
	if (found.length === 1) return `${only.n}个，都是${grades[only.grade]}`;
	return `${study.claims.length}个：${found.map(({ grade, n }) => `${n}个${grades[grade]}`).join('，')}`;
}

/**
 * What a reader must know before believing a case: that those who did it say so themselves. Null where somebody else recorded a figure
 * and no source is an interested party.
 */
export function caution({ claims, sources }: Claims & Pick<CaseStudy, 'sources'>): string | null {
	const interested = sources.filter((source) => source.interested).length;
	const own = claims.length > 0 && claims.every(({ grade }) => grade === 'self');
	if (!interested && !own) return null;
	const who = interested === sources.length ? '材料由做这件事的人或单位提供' : interested ? '一部分材料由做这件事的人或单位提供' : '';
	const figures = own ? '数字都是当事方自己说的，本站没有见到旁证' : '';
	return `自述：${[who, figures].filter(Boolean).join('，')}。`;
}

/** A comparison whose two sides are numbers of the same unit, to be drawn. */
export const comparisonsOf = ({ beforeAfter }: Pick<CaseStudy, 'beforeAfter'>) =>
	beforeAfter.flatMap(({ what, beforeValue, afterValue, unit = '' }) =>
		beforeValue === undefined || afterValue === undefined ? [] : [{ name: what, unit, before: beforeValue, after: afterValue }],
	);

/** Where a case is, as far as its sources say: `杭州市拱墅区小河街道长征桥社区小河佳苑`. */
export const placeOf = ({ place: { city, district = '', neighbourhood = '', estate = '' } }: Pick<CaseStudy, 'place'>): string =>
	city + district + neighbourhood + estate;
