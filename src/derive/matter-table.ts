/** The table of a matter: its steps and its money in one series by day. */
import { plainYuan } from '../basics/money.ts';
import { resultOf } from '../domain/matter.ts';
import type { Payment } from '../domain/matter-money.ts';
import type { EntryOf } from '../schema/index.ts';
import { funds } from '../schema/ledgers.ts';
import { steps as stepNames, stepResults } from '../schema/matters.ts';
import { csv } from './csv.ts';
import { type Around, insideRecord } from './identity.ts';

/** One line: a step, or a movement of money with its fund, its period, and the number it has in that ledger. */
interface Line {
	on: string;
	until?: string | undefined;
	planned?: string | undefined;
	sort: '步骤' | '付款' | '收款';
	name: string;
	who: string;
	result?: string | undefined;
	amount?: string | undefined;
	voucher?: string | undefined;
	fund?: string | undefined;
	period?: string | undefined;
	no?: number | undefined;
	what: string;
	record?: string | undefined;
}

/** Steps and payments of a matter by day, those that are only planned last; what came of a step is said once it is over. A matter that is not for the web gives its columns only. */
export function matterCsv(
	matter: EntryOf<'matters'>,
	around: Around,
	payments: readonly Payment[],
	hasCome: (day: string) => boolean,
): string {
	const { data } = matter;
	const steps = data.steps.map((step): Line => {
		const { on = '', until, planned, by, what, record } = step;
		const result = resultOf(step, hasCome);
		return { on, until, planned, sort: '步骤', name: stepNames[step.step], who: by, result: result && stepResults[result], what, record };
	});
	const money = payments.map(
		({ on, direction, amount, fund, period, ledger, no, entry }): Line => ({
			on,
			sort: direction === 'out' ? '付款' : '收款',
			name: entry.purpose,
			who: entry.counterparty,
			amount: plainYuan(amount),
			voucher: entry.voucher,
			fund: funds[fund],
			period,
			no,
			what: entry.note ?? '',
			record: ledger,
		}),
	);
	const last = (day: string) => day || '9';
	const lines = [...steps, ...money].sort((a, b) => (last(a.on) === last(b.on) ? 0 : last(a.on) < last(b.on) ? -1 : 1));
	return csv<Line>(
		[
			...insideRecord(around, matter),
			{ title: '日期', of: ({ on }) => on },
			{ title: '到', of: ({ until }) => until },
			{ title: '打算', of: ({ planned }) => planned },
			{ title: '步骤或收付', of: ({ sort }) => sort },
			{ title: '名称', of: ({ name }) => name },
			{ title: '谁、对方', of: ({ who }) => who },
			{ title: '结果', of: ({ result }) => result },
			{ title: '金额', of: ({ amount }) => amount },
			{ title: '凭证号', of: ({ voucher }) => voucher },
			{ title: '资金', of: ({ fund }) => fund },
			{ title: '期间', of: ({ period }) => period },
			{ title: '序号', of: ({ no }) => no },
			{ title: '经过', of: ({ what }) => what },
			{ title: '相关记录', of: ({ record }) => record },
			{
				title: '相关记录网址',
				of: ({ record, no }) => (record && !around.isWithdrawn(record) ? `${around.url}/${record}/${no ? `#e${no}` : ''}` : null),
			},
		],
		data.audience === 'web' ? lines : [],
	);
}
