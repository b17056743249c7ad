/**
 * A share of a vote in per cent with two decimals, `79.39%`, so that a column of them lines up. What is beyond is cut off, not rounded:
 * a share that falls short of its threshold never looks as if it reached it. For reading, never for deciding.
 */
export function percent(part: number, whole: number): string {
	if (whole === 0) return '—';
	const times = part * 10_000;
	const hundredths = (times - (times % whole)) / whole;
	return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
}
