/** `2026-04-13T01:05:00Z` → `4月13日9:05`, as clocks in China show it. */
export function chineseTime(at: string | number): string {
	const instant = typeof at === 'number' ? at : Date.parse(at);
	if (Number.isNaN(instant)) return '刚才';
	const [, month, day, hour, minute] = /^\d{4}-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(new Date(instant + 8 * 3600_000).toISOString())!;
	return `${Number(month)}月${Number(day)}日${Number(hour)}:${minute}`;
}
