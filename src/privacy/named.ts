import { isMachine } from './codes.ts';
import { compact } from './disguises.ts';
import type { Placed } from './found.ts';
import { matchesIn } from './matches.ts';

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

interface Named {
	what: string;
	pattern: RegExp;
	/** what else must be so, given the sign, what stands before and what stands behind it */
	holds?: (found: string, before: string, after: string) => boolean;
}

/** What somebody is called by in a chat: a letter, then letters and digits. */
const NAME_IN_CHAT = `(?:搜索?|查找|添加|联系)?[\\s:：为是=(（]{0,3}(?![Ww]e[Cc]hat|[Ww]eixin)[A-Za-z][-_A-Za-z0-9]{5,19}`;
/** Papers that a person carries; of those in the second line a card or a number must be spoken of. */
const CARRIED =
	'(?:护照|(?:港澳|台湾|往来)[^\\s\\d，,。；;]{0,6}通行证|回乡证|台胞证|居留证|居住证|军官证|士兵证|警官证|残疾人?证|驾驶证|驾照|学生证|准考证|优待证|身份证)(?:档案)?(?:号码|编号|号)?';
const CARRIED_CARD = '(?:社保|社会保障|医保|医疗保险|病历|病案|住院|门诊|就诊|学籍|公积金)(?:个人)?(?:[卡证]?(?:号码|编号|账号|号)|[卡证])';

/** What has a name or a form of its own beside its digits. */
const detectors: readonly Named[] = [
	{
		what: '车牌号',
		pattern: new RegExp(
			`[${PROVINCES}]\\s?[A-HJ-NP-Za-hj-np-z][·•.\\s-]{0,2}(?:[A-HJKa-hjk][A-HJ-NP-Za-hj-np-z0-9]\\d{4}|\\d{5}[A-HJKa-hjk]|[A-HJ-NP-Za-hj-np-z0-9]{4}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳])(?![A-Za-z0-9])`,
			'g',
		),
		holds: (found, before, after) => (found.match(/\d/g)?.length ?? 0) >= 2 && !/\s(?:19|20)\d\d/.test(found) && !isMachine(before, after),
	},
	{
		what: '微信号',
		pattern: new RegExp(
			`(?:(?:微|薇|威|维)\\s?信(?!公众|群|支付|小程序)(?:号码?|账号|[Ii][Dd])?|(?<![A-Za-z0-9])(?:[VvWw][Xx]|[Ww]e[Cc]hat|weixin)号?(?=\\s{0,3}[:：为是=]|\\s{1,3}[A-Za-z][\\w-]{0,20}\\d|[a-z]{0,20}\\d)|[Vv]\\s?信号?|[加+]\\s?[Vv]|加\\s?[微薇威]|绿泡泡)${NAME_IN_CHAT}`,
			'g',
		),
	},
	{
		what: 'QQ号',
		pattern: /(?:[Qq][\s._-]?[Qq]|(?<![A-Za-z])[Qq](?=号)|扣扣|企鹅)(?!群)\s?号?码?[\s:：为是=(（]{0,3}[1-9](?:[\s-]?\d){4,10}(?![\d年])/g,
		holds: (found) => !/12345$/.test(found),
	},
	{ what: 'QQ号', pattern: /(?<![\w.])[1-9]\d{4,10}@(?:[Qq]{2}|foxmail)\.com/g },
	{
		what: '社交账号',
		pattern: /(?:抖音|快手|小红书|微博|支付宝|淘宝|闲鱼|陌陌)(?:账号|帐号|号码?|[Ii][Dd])[\s:：为是=]{0,3}[A-Za-z0-9][-_.A-Za-z0-9]{4,19}/g,
		holds: (_, before) => !/(?:社区|街道|官方|物业|公司|业委会|居委会|公开栏)[^，,。；;\n]{0,4}$/.test(before),
	},
	{
		what: '邮箱',
		pattern:
			/(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,10}(?![A-Za-z0-9@])/g,
		holds: (found) => !isOffice(found.toLowerCase()),
	},
	{
		what: '证件号',
		pattern: new RegExp(`${CARRIED}[\\s:：为是(（]{0,3}(?:[军警文]?字?第)?(?=[A-Za-z]{0,3}\\d{5})[A-Za-z0-9]{7,20}号?`, 'g'),
	},
	{ what: '证件号', pattern: new RegExp(`${CARRIED_CARD}[\\s:：为是(（]{0,3}(?=[A-Za-z]{0,3}\\d{5})[A-Za-z0-9]{8,20}`, 'g') },
	{
		what: '不动产权证号',
		pattern: new RegExp(
			`[${PROVINCES}]\\s?[(（〔[]\\s?\\d{4}\\s?[)）〕\\]].{2,14}?不动产权第?\\s?\\d{5,12}\\s?号?|不动产权证(?:号码?)?[\\s:：为是第]{0,3}\\d{5,12}`,
			'g',
		),
	},
	{ what: '房产证号', pattern: /(?:房权证|房产证|所有权证)[^\d，,。；;\n]{0,10}第?\s?\d{6,12}\s?号?/g },
];

/** A mailbox that says by its name that an office reads it, or that is in the government's domain; a name of a picture has the sign too. */
const isOffice = (mailbox: string): boolean =>
	/@[\w.-]*\bgov\.cn$|\.(?:png|jpe?g|webp|svg|gif|pdf|js|css)$/.test(mailbox) || OFFICE.test(mailbox);
const OFFICE =
	/^(?:info|service|services|support|office|admin|contact|hello|help|kefu|fuwu|wuye|yeweihui|ywh|juweihui|shequ|board|mail|post|press|media|news|hr|jobs|sales|market|tender|bid|zhaobiao|toubiao|caigou|jubao|xinfang|jiandu|12345|webmaster|postmaster|noreply|no-reply)[\d._-]{0,6}@/;

/** Each has a letter, a sign or one of these words: most Chinese sentences have none. */
const MAY_BE = /[A-Za-z@]|扣扣|企鹅|产权|房权证|房产证|所有权证|[证卡号][^，,。；;\n]{0,5}\d{5}/;

export const namedIn = (text: string): Placed[] =>
	(MAY_BE.test(text) ? detectors : []).flatMap(({ what, pattern, holds }) =>
		[...matchesIn(text, pattern)]
			.filter(({ 0: found, index }) => {
				const end = index + found.length;
				return holds ? holds(found, text.slice(Math.max(0, index - 20), index), text.slice(end, end + 20)) : true;
			})
			.map(({ 0: found, index }): Placed => ({ what, text: found, key: compact(found), at: index, end: index + found.length })),
	);
