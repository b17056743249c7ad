/** What an assessment came to, as a list and a heading say it. */
import { grouped } from '../../basics/numbers.ts';
import type { CardOf } from '../../domain/card.ts';

const COUNTS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** `四星`; figures beyond ten. */
export const stars = (n: number): string => `${COUNTS[n] ?? n}星`;

/** `党建92分，服务88分`, `四星（最高五星）`, `给了保洁班`, `查3次，1次不合格`; empty where there is no result in a word. */
export function resultOf({
	party,
	service,
	stars: value,
	of,
	flag,
	inspections,
	failed,
}: Pick<CardOf<'assessments'>, 'party' | 'service' | 'stars' | 'of' | 'flag' | 'inspections' | 'failed'>): string {
	if (party !== null && service !== null) return `党建${grouped(party)}分，服务${grouped(service)}分`;
	if (service !== null) return `${grouped(service)}分`;
	if (party !== null) return `党建${grouped(party)}分`;
	if (value !== null) return `${stars(value)}${of ? `（最高${stars(of)}）` : ''}`;
	if (flag) return `给了${flag.holder}`;
	return inspections ? `查${inspections}次，${failed ? `${failed}次不合格` : '都合格'}` : '';
}
