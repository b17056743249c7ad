/** A share in per cent with one decimal, in whole numbers: `79.4%`. For reading beside the counts, never for deciding. */
export function percent(part: number, whole: number): string {
	if (whole === 0) return '—';
	const permille = Math.floor((part * 2000 + whole) / (whole * 2));
	return `${Math.floor(permille / 10)}.${permille % 10}%`;
}
