import { undisguised } from './disguises.ts';

/** What must not be on the open web. `what`: its Chinese name; `shown`: enough of it to find the place, and no more. */
export interface PersonalDatum {
	what: string;
	shown: string;
}

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

interface Detector {
	what: string;
	pattern: RegExp;
	holds?: (found: string, around: string) => boolean;
}

/** @law 个人信息保护法 第二十五条；民法典 第一千零三十四条 */
const detectors: readonly Detector[] = [
	{ what: '身份证号', pattern: /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g },
	{
		what: '银行卡号',
		pattern: /(?<!\d)[3-6]\d{3}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,4})?(?!\d)/g,
		holds: (found, around) => /账号|帐号|卡号|账户|银行|转账|收款/.test(around) && luhn(found.replace(/\D/g, '')),
	},
	{
		what: '手机号',
		pattern: /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:(?:[-. ·、]?\d{4}){2}|[-. ]\d{3}[-. ]\d{5})(?![\d])/g,
		holds: (_, around) => !/\d\.\d{2}元/.test(around),
	},
	{ what: '手机号', pattern: /(?<!\d[-. ·、])(?<!\d)1[-. ·、][3-9](?:[-. ·、]\d){9}(?![-. ·、]?\d)/g },
	{
		what: '车牌号',
		pattern: new RegExp(
			`[${PROVINCES}][A-HJ-NP-Z][·•\\s]?(?:[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳])(?![A-Z0-9])`,
			'g',
		),
		holds: (found) => /\d/.test(found),
	},
	{ what: '微信号', pattern: /(?:微信(?:号|ID)?|[Vv][Xx]|加[Vv])\s*[:：]?\s*[A-Za-z][-_A-Za-z0-9]{5,19}/g },
	{ what: 'QQ号', pattern: /(?:[Qq]{2}|扣扣)号?\s*[:：]?\s*[1-9]\d{4,10}(?!\d)/g },
	{ what: '不动产权证号', pattern: new RegExp(`[${PROVINCES}][(（]\\d{4}[)）].{2,12}?不动产权第\\d{5,12}号`, 'g') },
];

/** The personal data in a text, through the usual disguises; each only once. */
export function personalData(text: string): PersonalDatum[] {
	const plain = undisguised(text);
	const found = new Map<string, PersonalDatum>();
	for (const { what, pattern, holds } of detectors)
		for (const match of plain.matchAll(pattern)) {
			const around = plain.slice(Math.max(0, match.index - 20), match.index + match[0].length + 20);
			const key = match[0].replace(/[-. ·、]/g, '');
			if ((holds ? holds(match[0], around) : true) && ![...found.keys()].some((known) => known.includes(key)))
				found.set(key, { what, shown: masked(match[0]) });
		}
	return [...found.values()];
}

/** The first three and the last two signs: enough to find it. */
const masked = (text: string): string => `${text.slice(0, 3)}…${text.slice(-2)}`;

/** Luhn's check of a card number's last digit. */
function luhn(digits: string): boolean {
	if (digits.length < 16 || digits.length > 19) return false;
	let sum = 0;
	[...digits].reverse().forEach((digit, i) => {
		const n = Number(digit) * (i % 2 ? 2 : 1);
		sum += n > 9 ? n - 9 : n;
	});
	return sum % 10 === 0;
}
