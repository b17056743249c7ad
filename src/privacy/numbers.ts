import { codeFault } from '../basics/unified-code.ts';
import { isIdentity, luhn } from './checksums.ts';
import { readOut } from './disguises.ts';
import type { Found } from './found.ts';
import { type Candidate, candidates, holdsDay, isBorder, isSpaced, type Run, runsIn, shapeOf } from './runs.ts';

/** Mobile numbers, identity numbers, bank cards and fixed lines in a text, however their digits are grouped. */
export function numbersIn(text: string, heads = ''): Found[] {
	const runs = runsIn(text);
	return [...mobiles(text, runs, heads), ...identities(text, runs), ...cards(text, runs, heads), ...spoken(text)];
}

const MOBILE = /^(?:(?:00)?86|0)?1[3-9]\d{9}$/;
/** How people group a mobile number; anything else might be several numbers. */
const MOBILE_SHAPES = new Set(
	'11 3-4-4 3-3-5 3-8 7-4 4-4-3 4-3-4 3-5-3 3-2-2-2-2 3-2-3-3 3-3-3-2 3-4-2-2 3-2-2-4 3-1-3-4 1-2-4-4 1-3-3-4 1-10 2-9 5-6 6-5 8-3 9-2'.split(
		' ',
	),
);
/** A round number before a unit is an amount, and so is what goes on behind a point; no board counts eleven digits otherwise. */
const isAmount = (digits: string, after: string): boolean =>
	/^\.\d/.test(after) || (/0{6}$/.test(digits) && /^\s{0,2}(?:元|万|亿|平|㎡|m²|吨|千瓦|度|立方)/.test(after));
const CALLED = /电话|手机|号码|联系|拨打|致电|来电|微信|短信|加我|找我|[Tt][Ee][Ll]|打给|呼/;

function mobiles(text: string, runs: readonly Run[], heads: string): Found[] {
	return [...candidates(runs, 11, 15)].map(withoutX).flatMap((found) => {
		if (
			!MOBILE.test(found.digits) ||
			isAmount(found.digits, text.slice(found.end, found.end + 6)) ||
			/[\d.]\.$/.test(text.slice(0, found.start))
		)
			return [];
		const body = withoutPrefix(found);
		const around = `${heads}${text.slice(Math.max(0, found.start - 30), found.end + 12)}`;
		return isOneMobile(body, around) ? [{ what: '手机号', text: text.slice(found.start, found.end), key: found.digits.slice(-11) }] : [];
	});
}

/** An X is the check sign of identity numbers; beside a mobile number it is a letter like another. */
const withoutX = (found: Candidate): Candidate =>
	/[Xx]$/.test(found.digits)
		? { ...found, digits: found.digits.slice(0, -1), groups: found.groups.map((group) => group.replace(/[Xx]/, '')), end: found.end - 1 }
		: found;

/** Without the country's or the old long-distance prefix. */
function withoutPrefix(found: Candidate): Candidate {
	const [first = '', ...rest] = found.groups;
	if (found.digits.length === 11) return found;
	const extra = found.digits.length - 11;
	if (first.length === extra) return { ...found, digits: found.digits.slice(extra), groups: rest, between: found.between.slice(1) };
	return { ...found, digits: found.digits.slice(extra), groups: [first.slice(extra), ...rest] };
}

function isOneMobile(found: Candidate, around: string): boolean {
	const { groups, between } = found;
	if (groups.length === 1 || isSpaced(found)) return true;
	if (holdsDay(found)) return false;
	const isCalled = CALLED.test(around);
	const shape = shapeOf(found);
	if (groups.every((group) => group.length === 1)) return isCalled;
	if (between.some(isBorder)) return isCalled && MOBILE_SHAPES.has(shape);
	if (between.every((gap) => /^[()]+$/.test(gap))) return true;
	if (between.some((gap) => gap.trim() === '.') && groups.length < 3) return false;
	// A row of many figures, as a table reads when it has lost its borders.
	if (found.others > 2 && between.every((gap) => gap.trim() === '') && !isCalled) return false;
	if (shape === '3-4-4' || shape === '3-3-5' || shape === '3-8') return true;
	if (between.every((gap) => gap.trim() === '')) return isCalled && MOBILE_SHAPES.has(shape);
	return groups.length <= 6 && (MOBILE_SHAPES.has(shape) || isCalled);
}

/** Province, day of birth; the last three digits and the check sign. */
const PROVINCE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])';
const IDENTITY = new RegExp(`^${PROVINCE}\\d{4}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]$`);
const OLD_IDENTITY = new RegExp(`^${PROVINCE}\\d{4}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}$`);

function identities(text: string, runs: readonly Run[]): Found[] {
	return [...candidates(runs, 15, 18)].flatMap((found): Found[] => {
		const { digits, groups, start, end } = found;
		const around = text.slice(Math.max(0, start - 20), end + 4);
		const is18 = IDENTITY.test(digits) && !/[A-Za-z]/.test(text[end] ?? '') && !/[A-Za-z]/.test(text[start - 1] ?? '');
		const is15 = OLD_IDENTITY.test(digits) && groups.length === 1 && /身份证|证件/.test(around);
		if (!is18 && !is15) return [];
		if (is18 && groups.length > 1 && !isIdentity(digits) && !isSpaced(found) && !['6-8-4', '6-4-4-4', '4-4-4-4-2'].includes(shapeOf(found)))
			return [];
		if (is18 && codeFault(digits) === null && (!isIdentity(digits) || /信用代码/.test(around))) return [];
		return [{ what: '身份证号', text: text.slice(start, end), key: digits }];
	});
}

const BANKING = /账号|帐号|卡号|账户|帐户|银行|转账|收款|汇款|打款|储蓄|信用卡|开户/;

/** Four by four, the issuer apart, or digit by digit. */
const isOneCard = (found: Candidate): boolean =>
	found.groups.length === 1 ||
	isSpaced(found) ||
	(!found.between.some((gap) => isBorder(gap) || gap.trim() === '.') && CARD_SHAPES.test(shapeOf(found)));
const CARD_SHAPES = /^(?:4-4-4-[4-7]|4-4-4-4-[1-3]|6-\d+|8-8|6-4-[69]|6-6-[47])$/;

function cards(text: string, runs: readonly Run[], heads: string): Found[] {
	return [...candidates(runs, 16, 19)].flatMap((found): Found[] => {
		const { digits, start, end } = found;
		const around = `${heads}${text.slice(Math.max(0, start - 30), end + 20)}`;
		if (!/^[3-6]\d{15,18}$/.test(digits) || !isOneCard(found) || !luhn(digits) || !BANKING.test(around)) return [];
		return [{ what: '银行卡号', text: text.slice(start, end), key: digits }];
	});
}

/** What is written in Chinese digits or with letters for digits. */
const spoken = (text: string): Found[] =>
	readOut(text).flatMap((digits): Found[] => {
		const identity = new RegExp(IDENTITY.source.slice(1, -1)).exec(digits)?.[0];
		if (identity) return [{ what: '身份证号', text: identity, key: identity }];
		if (/^[3-6]\d{15,18}$/.test(digits) && luhn(digits) && BANKING.test(text)) return [{ what: '银行卡号', text: digits, key: digits }];
		const mobile = digits.length < 30 && /1[3-9]\d{9}/.exec(digits)?.[0];
		return mobile ? [{ what: '手机号', text: mobile, key: mobile }] : [];
	});

/** Whether what stands over a column says that numbers to be called or paid to stand in it. */
export const headsNumbers = (heads: string): boolean => CALLED.test(heads) || BANKING.test(heads);

/** 0000 is the area code of invented places. */
const LINE = /^(?:86)?(0(?:10|2\d|[3-9]\d\d|000))([2-9]\d{6,7})(\d{0,5})$/;

/** Fixed lines with an area code, and those that are called so. `key`: area code and number, without an extension. */
export function linesIn(text: string): Found[] {
	const long = [...candidates(runsIn(text), 10, 17)].flatMap(({ digits, groups, start, end }): Found[] => {
		const [, area, number] = LINE.exec(digits) ?? [];
		if (!area || !number || groups.length > 4 || groups[0]!.length > 12) return [];
		// The area code stands alone or the whole number does.
		const isGrouped = groups[0] === area || groups[0] === '86' || groups[0]!.length >= area.length + number.length;
		return isGrouped ? [{ what: '固定电话', text: text.slice(start, end), key: area + number }] : [];
	});
	const short = [...text.matchAll(/(?:电话|座机|热线|拨打|致电)[为是:： ]{0,3}([2-9]\d{2,3}[- ]?\d{4})(?![\d-])/g)].map(
		({ 1: number = '' }): Found => ({ what: '固定电话', text: number, key: number.replace(/\D/g, '') }),
	);
	return [...shortest(long), ...short];
}

/** A number and the same number with an extension are one. */
const shortest = (found: readonly Found[]): Found[] =>
	found.filter(({ text }) => !found.some((other) => other.text !== text && text.startsWith(other.text)));
