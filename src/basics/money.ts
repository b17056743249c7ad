import { grouped, withCommas } from './numbers.ts';

/** Money is text in yuan with two digits (`"12800.00"`) in a record, and a whole number of 分 in arithmetic. */
export type Fen = number;

/** How an amount is written in a record. */
export const AMOUNT = /^-?\d{1,13}\.\d{2}$/;

/** `"12800.00"` → 1280000. Throws on anything else. */
export function fen(amount: string): Fen {
	if (!AMOUNT.test(amount)) throw new Error(`not an amount of yuan with two digits: ${amount}`);
	return Number(amount.replace('.', ''));
}

/** 1280000 → `"12800.00"`, as a record and a CSV write it. */
export function plainYuan(amount: Fen): string {
	const digits = String(Math.abs(amount)).padStart(3, '0');
	return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** 1280000 → `12,800.00`, as a page shows it; a minus is the full-width `－`. */
export function yuan(amount: Fen): string {
	const [whole, rest] = plainYuan(Math.abs(amount)).split('.') as [string, string];
	return `${amount < 0 ? '－' : ''}${withCommas(whole)}.${rest}`;
}

/** 24154114 → `24.15万`; below ten thousand yuan the whole yuan, `9,000`. For headings and chart labels only. */
export function wan(amount: Fen): string {
	const sign = amount < 0 ? '－' : '';
	const a = Math.abs(amount);
	if (a < 1_000_000) return `${sign}${grouped(Math.round(a / 100))}`;
	return `${sign}${String(Math.round(a / 10_000) / 100)}万`;
}

/** The sum of some amounts of 分. */
export const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((a, b) => a + b, 0);

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** 24154114 → `人民币贰拾肆万壹仟伍佰肆拾壹元壹角肆分`: the amount in the characters that cannot be altered. */
export function formalYuan(amount: Fen): string {
	const whole = Math.floor(Math.abs(amount) / 100);
	const jiao = Math.floor((Math.abs(amount) % 100) / 10);
	const last = Math.abs(amount) % 10;
	const head = `人民币${amount < 0 ? '负' : ''}`;
	const yuanText = whole ? `${formalWhole(whole)}元` : '';
	if (!jiao && !last) return `${head}${yuanText || '零元'}整`;
	const gap = whole && !jiao ? '零' : '';
	return `${head}${yuanText}${gap}${jiao ? `${DIGITS[jiao]}角` : ''}${last ? `${DIGITS[last]}分` : '整'}`;
}

function formalWhole(whole: number): string {
	const groups: number[] = [];
	for (let rest = whole; rest > 0; rest = Math.floor(rest / 10_000)) groups.unshift(rest % 10_000);
	let text = '';
	let zero = false;
	groups.forEach((group, i) => {
		if (!group) {
			zero = zero || text !== '';
			return;
		}
		if (text && (zero || group < 1000)) text += '零';
		text += formalGroup(group) + GROUPS[groups.length - 1 - i];
		zero = false;
	});
	return text;
}

function formalGroup(group: number): string {
	let text = '';
	let zero = false;
	for (let place = 3; place >= 0; place--) {
		const digit = Math.floor(group / 10 ** place) % 10;
		if (!digit) {
			zero = text !== '';
			continue;
		}
		text += (zero ? '零' : '') + DIGITS[digit] + UNITS[place];
		zero = false;
	}
	return text;
}
