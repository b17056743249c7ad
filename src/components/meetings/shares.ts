/** A share of a vote in per cent, in whole numbers and always with its tenth so that a column of them lines up: `79.4%`, `100.0%`. For reading, never for deciding. */
export function percent(part: number, whole: number): string {
	if (whole === 0) return '—';
	const permille = Math.floor((part * 2000 + whole) / (whole * 2));
	return `${Math.floor(permille / 10)}.${permille % 10}%`;
}
