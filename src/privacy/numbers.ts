import { codeFault } from '../basics/unified-code.ts';
import { isIdentity, luhn } from './checksums.ts';
import { endsCode, isAddress, isCalledCode, isNamedCode, isSerial } from './codes.ts';
import { readOut } from './disguises.ts';
import type { Placed } from './found.ts';
import { type Candidate, candidates, holdsDay, isBorder, isSpaced, runsIn, shapeOf } from './runs.ts';

/** Identity numbers, bank cards, mobile numbers and fixed lines in a text, however their digits are grouped. */
export function numbersIn(text: string, heads = ''): Placed[] {
	const found = kinds.map((): Placed[] => []);
	for (const { digits, whole } of candidates(runsIn(text), 10, 19))
		kinds.forEach(({ may, of }, i) => {
			const number = may.test(digits) ? of(text, whole(), heads) : null;
			if (number) found[i]!.push(number);
		});
	const [identities = [], cards = [], mobiles = [], lines = []] = found;
	return [...identities, ...cards, ...mobiles, ...spoken(text), ...shortest(lines), ...calledLines(text)];
}

const placed = (what: string, text: string, { start, end }: Candidate, key: string): Placed => ({
	what,
	text: text.slice(start, end),
	key,
	at: start,
	end,
});

const MOBILE = /^(?:(?:00)?86|0)?1[3-9]\d{9}[Xx]?$/;
/** How people group a mobile number; anything else might be several numbers. */
const MOBILE_SHAPES = new Set(
	'11 3-4-4 3-3-5 3-8 7-4 4-4-3 4-3-4 3-5-3 3-2-2-2-2 3-2-3-3 3-3-3-2 3-4-2-2 3-2-2-4 3-1-3-4 1-2-4-4 1-3-3-4 1-10 2-9 5-6 6-5 8-3 9-2'.split(
		' ',
	),
);
const CALLED = /电话|手机|号码|联系|拨打|致电|来电|微信|短信|加我|找我|[Tt][Ee][Ll]|打给|呼/;

function mobile(text: string, candidate: Candidate, heads: string): Placed | null {
	const found = withoutX(candidate);
	const { digits, start, end } = found;
	const before = text.slice(Math.max(0, start - 40), start);
	const after = text.slice(end, end + 12);
	if (isAmount(found, after) || /[\d.]\.$/.test(before) || isSerial(before, after) || endsCode(before)) return null;
	// Nobody writes the old prefix behind such a word.
	if (digits.length === 12 && /(?:编号|编码|序列号|条形?码)[\s:：]{0,3}$/.test(before)) return null;
	const isCalled = CALLED.test(`${heads}${before.slice(-30)}${after}`);
	return isOneMobile(withoutPrefix(found), isCalled) ? placed('手机号', text, found, digits.slice(-11)) : null;
}

/** A round number before a unit is an amount, and so is one behind a count, and what goes on behind a point; no board counts eleven digits otherwise. */
const isAmount = (found: Candidate, after: string): boolean =>
	/^\.\d/.test(after) ||
	(/0{6}$/.test(found.digits) && /^\s{0,2}(?:元|角|分|万|亿|平|㎡|m²|吨|千瓦|度|立方)/.test(after)) ||
	(found.between.length > 0 &&
		found.between.every((gap) => /^\s+$/.test(gap)) &&
		(shapeOf(found) === '3-8' ? /^\s?元/ : /^\s元/).test(after));

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

function isOneMobile(found: Candidate, isCalled: boolean): boolean {
	const { groups, between } = found;
	if (groups.length === 1 || isSpaced(found)) return true;
	if (holdsDay(found)) return false;
	const shape = shapeOf(found);
	if (groups.every((group) => group.length === 1)) return isCalled;
	if (between.some(isBorder)) return isCalled && MOBILE_SHAPES.has(shape);
	if (between.every((gap) => /^[()]+$/.test(gap))) return true;
	if (isAddress(groups, between)) return isCalled;
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
const IDENTITY_WITHIN = new RegExp(IDENTITY.source.slice(1, -1));
const OLD_IDENTITY = new RegExp(`^${PROVINCE}\\d{4}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}$`);
/** How the codes of firms, associations and offices begin. */
const FIRMS_CODE = /^(?:1[1239]|5[1239]|9[123])/;
const CALLED_IDENTITY = /身份证|证件|[一二老旧]代?证/;
/** Permits are numbered by place and day like people; who was born since then is a child. */
const SINCE_PERMITS = 2010;

function identity(text: string, found: Candidate, heads: string): Placed | null {
	const { digits, groups, start, end } = found;
	const before = `${heads}${text.slice(Math.max(0, start - 20), start)}`;
	const around = before + text.slice(end, end + 4);
	if (digits.length === 15) return groups.length === 1 && CALLED_IDENTITY.test(around) ? placed('身份证号', text, found, digits) : null;
	if (/[A-Za-z]/.test(text[end] ?? '') || /[A-Za-z]/.test(text[start - 1] ?? '')) return null;
	const isRight = isIdentity(digits);
	const isOne = groups.length === 1 || isRight || isSpaced(found) || ['6-8-4', '6-4-4-4', '4-4-4-4-2'].includes(shapeOf(found));
	const isFirm = FIRMS_CODE.test(digits) && codeFault(digits) === null && (!isRight || /信用代码/.test(around));
	return isOne && !isFirm && !isPermit(digits, isRight, before) ? placed('身份证号', text, found, digits) : null;
}

/** Whether eighteen digits in the form of an identity number are a thing's: called so, or with a day of late and a wrong check sign. */
const isPermit = (digits: string, isRight: boolean, before: string): boolean => {
	const isLate = Number(digits.slice(6, 10)) >= SINCE_PERMITS;
	if (isRight) return isLate && isCalledCode(before);
	return isNamedCode(before) || (isLate && !CALLED_IDENTITY.test(before));
};

const BANKING = /账号|帐号|卡号|账户|帐户|银行|转账|收款|汇款|打款|储蓄|信用卡|开户|存折|[农工建中交招]行|邮储|农商|信用社/;
const CALLED_CARD = /(?:卡号?|存折(?:[账帐]号)?)[^\d，,。；;|]{0,4}$/;
/** Whose account is no secret. */
const FIRM = /公司|单位|业委会|业主委员会|业主大会|居委会|物业|专户|基本户|一般户|对公|维修资金/;

/** Four by four, the issuer apart, or digit by digit. */
const isOneCard = (found: Candidate): boolean =>
	found.groups.length === 1 ||
	isSpaced(found) ||
	(!found.between.some((gap) => isBorder(gap) || gap.trim() === '.') && CARD_SHAPES.test(shapeOf(found)));
const CARD_SHAPES = /^(?:4-4-4-[4-7]|4-4-4-4-[1-3]|6-\d+|8-8|6-4-[69]|6-6-[47])$/;

function card(text: string, found: Candidate, heads: string): Placed | null {
	if (!isOneCard(found)) return null;
	const { digits, start, end } = found;
	const before = text.slice(Math.max(0, start - 30), start);
	const isBanking = BANKING.test(`${heads}${before}${text.slice(end, end + 20)}`);
	return isCard(digits, before, isBanking) ? placed('银行卡号', text, found, digits) : null;
}

/** Cards of people begin with 62 and end with a check digit; one that was copied wrong is still somebody's. */
const isCard = (digits: string, before: string, isBanking: boolean): boolean => {
	const isUnionPay = digits.startsWith('62');
	if (luhn(digits)) return isBanking || (isUnionPay && !isNamedCode(before));
	return (CALLED_CARD.test(before) || (isUnionPay && isBanking)) && !isNamedCode(before) && !FIRM.test(before);
};

/** What is written in Chinese digits or with letters for digits. */
const spoken = (text: string): Placed[] =>
	readOut(text).flatMap(({ digits, at, end }): Placed[] => {
		const identity = IDENTITY_WITHIN.exec(digits)?.[0];
		if (identity) return [{ what: '身份证号', text: identity, key: identity, at, end }];
		if (/^[3-6]\d{15,18}$/.test(digits) && luhn(digits) && BANKING.test(text.slice(Math.max(0, at - 30), end + 20)))
			return [{ what: '银行卡号', text: digits, key: digits, at, end }];
		const mobile = digits.length < 30 && /1[3-9]\d{9}/.exec(digits)?.[0];
		return mobile ? [{ what: '手机号', text: mobile, key: mobile, at, end }] : [];
	});

/** Whether what stands over a column says that numbers to be called or paid to stand in it. */
export const headsNumbers = (heads: string): boolean => CALLED.test(heads) || BANKING.test(heads);

/** 0000 is the area code of invented places. */
const LINE = /^(?:86)?(0(?:10|2\d|[3-9]\d\d|000))([2-9]\d{6,7})(\d{0,5})$/;

/** A fixed line with an area code. `key`: area code and number, without an extension. */
function line(text: string, found: Candidate): Placed | null {
	const [, area = '', number = ''] = LINE.exec(found.digits)!;
	const [first = ''] = found.groups;
	if (found.groups.length > 4 || first.length > 12) return null;
	// The area code stands alone or the whole number does.
	const isGrouped = first === area || first === '86' || first.length >= area.length + number.length;
	return isGrouped ? placed('固定电话', text, found, area + number) : null;
}

/** Fixed lines without an area code that are called so. */
const calledLines = (text: string): Placed[] =>
	[...text.matchAll(/(?:电话|座机|热线|拨打|致电)[为是:： ]{0,3}([2-9]\d{2,3}[- ]?\d{4})(?![\d-])/g)].map(
		({ 0: whole, 1: number = '', index }) => {
			const end = index + whole.length;
			return { what: '固定电话', text: number, key: number.replace(/\D/g, ''), at: end - number.length, end };
		},
	);

/** A number and the same number with an extension are one. */
function shortest(found: readonly Placed[]): Placed[] {
	const starting = new Map<number, Placed>();
	for (const each of found) if ((starting.get(each.at)?.end ?? Infinity) > each.end) starting.set(each.at, each);
	return [...starting.values()];
}

/** What a number must be by its digits alone, and whether it is one where it stands. What stands first wins where two see the same digits. */
const kinds: readonly { may: RegExp; of(text: string, found: Candidate, heads: string): Placed | null }[] = [
	{ may: new RegExp(`${IDENTITY.source}|${OLD_IDENTITY.source}`), of: identity },
	{ may: /^[3-6]\d{15,18}$/, of: card },
	{ may: MOBILE, of: mobile },
	{ may: LINE, of: line },
];
