import type { Duty } from '../../schema/rulepacks.ts';

/** By when, in words: `期满30天内`, `会前7天`; empty where the rules name no days. */
export function sayTerm({ frequency, within, before }: Pick<Duty, 'frequency' | 'within' | 'before'>): string {
	if (before !== undefined) return `提前${before}天`;
	if (within === undefined) return '';
	const from = frequency === 'standing' ? '起算' : frequency === 'perEvent' ? '事后' : '期满';
	return `${from}${within}天内`;
}
