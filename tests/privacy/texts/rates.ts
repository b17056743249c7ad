import { attachments } from '../../../src/checks/attachments.ts';
import { recordsOf, type Said } from '../../../src/checks/check.ts';
import { privacy } from '../../../src/checks/privacy.ts';
import { settings as settingsSchema } from '../../../src/schema/settings.ts';
import { example } from '../../examples.ts';
import type { Texts } from './kinds.ts';

/** The board whose own line and mailbox the honest texts give. */
const settings = settingsSchema.parse({
	name: '测试栏',
	lede: '只为测试。',
	url: 'https://gongkailan.example',
	operator: '测试居委会',
	phone: '0000-6000100',
	email: 'board@gongkailan.example',
	corrections: '请打电话。',
});

/** What the checks say of a text where it stands. */
function saidOf(text: string, at: Texts['at']): Said[] {
	if (at === 'upload') return attachments.run(recordsOf([], [`uploads/ceshiyuan/2026/${text}`], { settings }));
	const records = recordsOf([at === 'payee' ? paidTo(text) : example('documents', {}, { body: text })], [], { settings });
	return privacy.run(records);
}

const paidTo = (counterparty: string) =>
	example('ledgers', {
		entries: [{ on: '2026-01-05', direction: 'out', kind: 'otherOut', amount: '50.00', purpose: '退款', counterparty }],
	});

/** What becomes of a text: refused for a number in it, shown to a person, or let be. */
export type Outcome = 'refused' | 'hinted' | 'passed';

export function outcomeOf(text: string, at?: Texts['at']): Outcome {
	const said = saidOf(text, at);
	if (said.some(({ kind, confirm }) => !confirm && kind !== 'note')) return 'refused';
	return said.length > 0 ? 'hinted' : 'passed';
}

/** How many of some texts come out as each, and which. */
export function outcomes(all: readonly Texts[]): Record<Outcome, string[]> & { count: number } {
	const out = { refused: [] as string[], hinted: [] as string[], passed: [] as string[], count: 0 };
	for (const { kind, at, texts } of all)
		for (const text of texts) {
			out[outcomeOf(text, at)].push(`${kind}: ${text}`);
			out.count++;
		}
	return out;
}

/** `12 of 150 (8.0 %)` */
export const share = (some: number, all: number): string => `${some} of ${all} (${((100 * some) / all).toFixed(1)} %)`;
