import { chineseDay, type Day } from '../../basics/days.ts';

/**
 * A notice's text and the lines it is signed with, which stand on the right. A text that ends with its day (and the signer above it) is
 * signed by itself; any other gets `signer` and the day of posting.
 */
export function signed(body: string, signer: string, postedOn: Day): { text: string; lines: string[] } {
	const day = chineseDay(postedOn);
	const blocks = body.trim().split(/\n\s*\n/);
	const last = blocks.at(-1)?.trim() ?? '';
	if (last === day) return { text: blocks.slice(0, -2).join('\n\n'), lines: blocks.slice(-2).map((line) => line.trim()) };
	const lines = last.split('\n').map((line) => line.replace(/\\$/, '').trim());
	if (lines.length > 1 && lines.at(-1) === day) return { text: blocks.slice(0, -1).join('\n\n'), lines };
	return { text: body, lines: [signer, day] };
}
