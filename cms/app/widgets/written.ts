/** What an editor may write in a field, and what is kept of it. Null: not to be understood. */
import { isDay } from '../../../src/basics/days.ts';

const plain = (text: string): string => text.normalize('NFKC').trim();

/** `1,234.5` `¥1234.50元` `1.2万` → `1234.50`; a third digit is not rounded away but refused. */
export function readMoney(text: string): string | null {
	const [, minus, sum] = /^([-－]?)(.+)$/.exec(plain(text).replace(/[\s,，¥￥元]/g, '')) ?? [];
	const decimal = sum === undefined ? null : decimalOf(sum);
	if (decimal === null) return null;
	return minus && Number(decimal) !== 0 ? `-${decimal}` : decimal;
}

/** `86,412.6㎡` `86412.60平方米` → `86412.60` */
export const readArea = (text: string): string | null => decimalOf(text.trim().replace(/[\s,，]|平方米|平米|㎡|m²$/g, ''));

function decimalOf(text: string): string | null {
	const [, whole = '', rest = '', wan] = /^(\d{0,11})(?:\.(\d*))?(万?)$/.exec(plain(text)) ?? [];
	if (whole + rest === '') return null;
	const shift = wan ? 4 : 0;
	const digits = rest.padEnd(shift + 2, '0');
	if (/[1-9]/.test(digits.slice(shift + 2))) return null;
	const left = (whole + digits.slice(0, shift)).replace(/^0+(?=\d)/, '') || '0';
	return `${left}.${digits.slice(shift, shift + 2)}`;
}

/** `2026.3.5` `2026年3月5日` `20260305` `2026/3/5` → `2026-03-05`; a day that does not exist is refused. */
export function readDay(text: string): string | null {
	const [, year, month, day] =
		/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain(text)) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain(text)) ?? [];
	const found = year && `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
	return isDay(found) ? found : null;
}

/** `7:30` `19：30` `19点30分` `19点` → `19:30` */
export function readTime(text: string): string | null {
	const [, hour, minute = '00'] = /^(\d{1,2})(?:[:：点时](\d{1,2})?分?)$/.exec(plain(text)) ?? [];
	const found = hour && `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
	return found && /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(found) ? found : null;
}
