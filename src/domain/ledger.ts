/** What follows from a ledger: its sums, its balances, what it was for, and whether it goes on where the one before it ended. All in 分. */
import { periodBefore, periodInYear } from '../basics/days.ts';
import { type Fen, fen, sum, wan, yuan } from '../basics/money.ts';
import { expenseKinds, incomeKinds, type Ledger, type LedgerEntry, moneySources } from '../schema/ledgers.ts';

/** What a ledger adds up to, in 分: opening + income − expense, and the closing it claims. */
export interface Totals {
	opening: Fen;
	income: Fen;
	expense: Fen;
	/** opening + income − expense */
	computed: Fen;
	/** what the record says */
	closing: Fen;
}

type Entries = Pick<Ledger, 'entries'>;

/** Adds a ledger up. @law 住宅专项维修资金管理办法 第三十条 */
export function totalsOf({ opening, closing, entries }: Pick<Ledger, 'opening' | 'closing'> & Entries): Totals {
	const start = fen(opening);
	const income = amountOf(entries, 'in');
	const expense = amountOf(entries, 'out');
	return { opening: start, income, expense, computed: start + income - expense, closing: fen(closing) };
}

/** The balance in 分 after each entry, in the order written. */
export function balancesOf({ opening, entries }: Pick<Ledger, 'opening'> & Entries): Fen[] {
	let balance = fen(opening);
	return entries.map((e) => (balance += e.direction === 'in' ? fen(e.amount) : -fen(e.amount)));
}

/** What came in from, or went out for, one kind of thing, in how many entries. */
export interface Category {
	kind: LedgerEntry['kind'];
	name: string;
	amount: Fen;
	entries: number;
}

/** Income or expense by kind, the largest first; kinds of the same amount in the order the schema names them. */
export function byCategory({ entries }: Entries, direction: LedgerEntry['direction']): Category[] {
	const own = entries.filter((e) => e.direction === direction);
	return Object.entries({ ...incomeKinds, ...expenseKinds })
		.map(([kind, name]) => ({ kind: kind as LedgerEntry['kind'], name, of: own.filter((e) => e.kind === kind) }))
		.filter(({ of }) => of.length)
		.map(({ kind, name, of }) => ({ kind, name, amount: sum(of.map((e) => fen(e.amount))), entries: of.length }))
		.sort((a, b) => b.amount - a.amount);
}

/** What came in from whom. */
export interface Source {
	source: LedgerEntry['source'];
	name: string;
	amount: Fen;
}

/** Income by whose money it is, the largest first, what names no source last; none where no entry names one. */
export function bySource({ entries }: Entries): Source[] {
	const income = entries.filter((e) => e.direction === 'in');
	if (!income.some(({ source }) => source)) return [];
	const named = Object.entries(moneySources).map(([source, name]) => ({ source: source as LedgerEntry['source'], name }));
	const sums = [...named, { source: undefined, name: '其余' }].map(({ source, name }) => ({
		source,
		name,
		amount: amountOf(
			income.filter((e) => e.source === source),
			'in',
		),
	}));
	return sums
		.filter(({ amount }) => amount > 0)
		.sort((a, b) => Number(a.source === undefined) - Number(b.source === undefined) || b.amount - a.amount);
}

/** An entry as its line shows it: its number in the record from 1, and the balance after it. */
export interface Line {
	no: number;
	entry: LedgerEntry;
	amount: Fen;
	balance: Fen;
}

/** One calendar month of a ledger (`2026-03`), with what came in and went out in it and the balance at its end. */
export interface Month {
	month: string;
	lines: Line[];
	income: Fen;
	expense: Fen;
	closing: Fen;
}

/** The entries by month, in the order written: where the record goes back in time, a month comes twice, as it is written. */
export function byMonth({ opening, entries }: Pick<Ledger, 'opening'> & Entries): Month[] {
	const balances = balancesOf({ opening, entries });
	const lines = entries.map((entry, i) => ({ no: i + 1, entry, amount: fen(entry.amount), balance: balances[i]! }));
	const runs: Line[][] = [];
	for (const line of lines) {
		const run = runs.at(-1);
		if (run && monthOf(run[0]!) === monthOf(line)) run.push(line);
		else runs.push([line]);
	}
	return runs.map((run) => ({
		month: monthOf(run[0]!),
		lines: run,
		income: amountOf(
			run.map(({ entry }) => entry),
			'in',
		),
		expense: amountOf(
			run.map(({ entry }) => entry),
			'out',
		),
		closing: run.at(-1)!.balance,
	}));
}

/** One period of a fund, as a list's card or a ledger's totals give it. */
export interface Period {
	period: string;
	opening: Fen;
	income: Fen;
	expense: Fen;
	closing: Fen;
}

/**
 * The last periods of a fund up to and with `period`, oldest first, as many as follow each other without a gap and are as long:
 * months are not set beside quarters. Of two records of one period the first given stands.
 */
export function history<P extends Period>(cards: readonly P[], period: string, most: number): P[] {
	const of = new Map([...cards].reverse().map((card) => [card.period, card]));
	const found: P[] = [];
	for (let at = period, card = of.get(at); card && found.length < most; card = of.get((at = periodBefore(at)))) found.unshift(card);
	return found;
}

/** Whether a ledger goes on where the one before it ended; null where there is none before it. */
export const goesOn = (opening: Fen, before: Pick<Period, 'closing'> | undefined): { agrees: boolean; off: Fen } | null =>
	before ? { agrees: opening === before.closing, off: opening - before.closing } : null;

/** The result in one line, for a heading: `一季度结余增加27,154.62元，期末结余24.15万元`. */
export function headlineOf({ period, income, expense, closing }: Pick<Period, 'period' | 'income' | 'expense' | 'closing'>): string {
	const more = income - expense;
	const change = more > 0 ? `结余增加${yuan(more)}元` : more < 0 ? `支出比收入多${yuan(-more)}元` : income ? '收支相抵' : '没有收支';
	return `${periodInYear(period) ?? '全年'}${change}，期末结余${wan(closing)}元`;
}

/** What the periods of a fund tell, in one or two sentences: how long the balance has been rising or falling, and when more went out than came in. */
export function storyOf(periods: readonly Period[]): { said: string; more: string } {
	const steps = periods.map((p) => Math.sign(p.closing - p.opening));
	const last = steps.at(-1) ?? 0;
	const run = steps.length - 1 - steps.findLastIndex((step) => step !== last);
	const unit = periodUnit(periods.at(-1)?.period ?? '');
	const way = last > 0 ? '上升' : '下降';
	const said = !last ? '结余没有变。' : run > 1 ? `结余连续${chineseCount(run)}${unit}${way}。` : `结余比上一期${way}。`;
	const over = periods.filter((p) => p.expense > p.income).map((p) => shortPeriod(p.period));
	const none = periods.length > 1 ? '每期收入都不少于支出。' : '';
	return { said, more: over.length ? `支出大于收入的有${over.join('、')}。` : none };
}

/** `近八个季度`, for the heading over a fund's history. */
export const spanOf = (periods: readonly Period[]): string =>
	`近${chineseCount(periods.length)}${periodUnit(periods.at(-1)?.period ?? '')}`;

const amountOf = (entries: readonly LedgerEntry[], direction: LedgerEntry['direction']): Fen =>
	sum(entries.filter((e) => e.direction === direction).map((e) => fen(e.amount)));

const monthOf = ({ entry }: Line): string => entry.on.slice(0, 7);

const shortPeriod = (period: string): string => `${period.slice(0, 4)}年${periodInYear(period) ?? ''}`;

const periodUnit = (period: string): string =>
	period.length === 4 ? '年' : period[5] === 'Q' ? '个季度' : period[5] === 'H' ? '个半年' : '个月';

/** A count before a measure word: 2 is 两. Up to 99. */
function chineseCount(n: number): string {
	const digits = '零一二三四五六七八九';
	if (n === 2) return '两';
	if (n < 10) return digits[n]!;
	return `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ''}`;
}
