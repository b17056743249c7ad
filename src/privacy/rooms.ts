import type { Placed } from './found.ts';
import { PERSON, TITLED } from './persons.ts';

/**
 * Rooms of households in a text. A building or an entrance is no household; a room is, and with a person beside it all the more.
 * Rooms of offices are known by what stands right beside them.
 */
export const roomsIn = (text: string): Placed[] => {
	if (!MAY_BE_ROOM.test(text)) return [];
	const found: Placed[] = [];
	for (const { pattern, holds } of patterns)
		for (const match of text.matchAll(pattern)) {
			const before = text.slice(Math.max(0, match.index - 30), match.index);
			const after = text.slice(match.index + match[0].length, match.index + match[0].length + 14);
			if (!holds(match[0], before, after)) continue;
			const room = match[0].trim();
			found.push({
				what: '房号',
				text: room,
				key: room.replace(/[\s\-—–号楼栋幢棟座单元室户门]/g, ''),
				at: match.index,
				end: match.index + match[0].length,
			});
		}
	return found;
};

/** Every room has three digits in a row: most texts are done with at this look. */
const MAY_BE_ROOM = /\d{3}|[零〇○一二三四五六七八九]{3}/;

interface Pattern {
	pattern: RegExp;
	holds(room: string, before: string, after: string): boolean;
}

const GAP = '[ \\t\\u3000]{0,2}';
const BUILDING = `(?<![\\d.,/:A-Za-z第-])(?:\\d{1,3}|[A-Za-z]\\d{0,2}|[一二三四五六七八九十]{1,3})${GAP}(?:号楼|號樓|栋|棟|幢|[#＃]楼?)`;
const ENTRANCE = `(?:\\d{1,2}|[一二三四五六七八九十]{1,2}|[甲乙丙丁])${GAP}(?:单元|單元|梯|门)`;
/** Three or four digits that are not the beginning of an amount, a day or a count of something. */
const NUMBER = `\\d{3,4}(?![\\d年元平㎡人票米吨千万亿个台盏次份页点部张间套%％‰层度天日月小时分秒岁株棵盆条项名多余余级家件只块座位期班路批]|m²|[kK][wWmMgG]|[.,:/]\\d|[-—~至]\\s?\\d{1,4}(?:年|[-/.])|\\s?(?:元|平方|人次|户))`;
const CHINESE_NUMBER = '[零〇○一二三四五六七八九]{3,4}(?=\\s?(?:室|号|房))';
const ROOM = `${GAP}(?:[-—–]${GAP})?(?:${NUMBER}|${CHINESE_NUMBER}|\\d{3,4}(?=${GAP}(?:室|号房|号门|户(?:业主|住户|居民|家|的)))|十?[一二三四五六七八九]?层?\\d{3,4}室)${GAP}(?:居室|室|號|号|户|房)?`;

const PERSON_NEAR = new RegExp(`${PERSON}|${TITLED}|姓名`);
/** A place where people are received or things stand, not where somebody lives. */
const OFFICE =
	'办公室|办公用房|办公地点|办公点|物业用房|业主委员会用房|业委会用房|接待室|接待点|接待处|服务中心|活动室|活动中心|值班室|会议室|警务室|卫生室|调解室|档案室|阅览室|监控室|消控室|配电房|配电室|弱电间|水泵房|泵房|设备间|机房|门卫|岗亭|驿站|服务站|服务大厅|大厅|市民中心|便民|党群|法院|仲裁|大厦|大楼|写字楼|广场|事务所|公证处|派出所|居委会|街道办|管理局|住建局|公司';
const OFFICE_BEFORE = new RegExp(
	`(?:${OFFICE})[\\s（(，,：:、是在位于设的]{0,4}$|(?:${OFFICE})[^。；\\n]{0,12}(?:地址|住所|注册地|地点|设在|位于)[^。；\\n]{0,16}$|(?:地点|会议地点|地址)[:：][^。；\\n]{0,8}(?:${OFFICE})[^。；\\n]{0,8}$`,
);
const OFFICE_AFTER = new RegExp(`^[\\s（(，,的]{0,2}(?!业主|住户|户)(?:[^\\s，。；,]{0,5})(?:${OFFICE})`);

const isHousehold = (_: string, before: string, after: string): boolean =>
	PERSON_NEAR.test(before.slice(-8) + after.slice(0, 8)) || !(OFFICE_BEFORE.test(before) || OFFICE_AFTER.test(after));

/** Beside a person a room alone is a room, even without its building. */
const besidePerson = (_: string, before: string, after: string): boolean =>
	new RegExp(`(?:${PERSON}|${TITLED})[（(，,：:、住在是的家]{0,4}$|(?:住在?|家在|户号|房号)[是为:： ]{0,2}$`).test(before) ||
	new RegExp(`^[）)，,：:、的 ]{0,2}(?:一?位|那位|的)?(?:业主|住户|户主|房主|租户|租客|住着|${TITLED})`).test(after);

const isYear = (room: string): boolean => /(?:^|\D)(?:19|20)\d\d$/.test(room.trim());

const patterns: readonly Pattern[] = [
	{ pattern: new RegExp(`${BUILDING}${GAP}(?:${ENTRANCE})?${ROOM}`, 'g'), holds: isHousehold },
	{ pattern: new RegExp(`(?<![A-Za-z])[A-Za-z\\d]{1,2}座${GAP}(?:${ENTRANCE})?${ROOM}`, 'g'), holds: isHousehold },
	{ pattern: new RegExp(`${ENTRANCE}${ROOM}|${ENTRANCE}${GAP}\\d{3,4}户`, 'g'), holds: isHousehold },
	{
		pattern: /(?<![\d.A-Za-z/:〔（(-])\d{1,3}[-—–]\d{1,2}[-—–]\d{3,4}(?![\d年-]|[.:/]\d)/g,
		holds: (room, before, after) =>
			!/[编凭号第字]\s?[^\s，。]{0,3}$/.test(before) &&
			(!isYear(room) || PERSON_NEAR.test(before.slice(-8) + after.slice(0, 8))) &&
			isHousehold(room, before, after),
	},
	{ pattern: /(?<![\d.A-Za-z/:-])\d{1,3}[-—–]\d{3,4}\s?室/g, holds: isHousehold },
	{ pattern: /(?<![\d.A-Za-z/年-]|\d:)\d{3,4}\s?(?:室|号房|房)(?!间)/g, holds: besidePerson },
	{ pattern: /(?<![\d.A-Za-z/:年-])\d{1,2}[-—–]\d{3,4}(?![\d-]|[.:/%]\d|\s?[元人个户台次年月日㎡平])/g, holds: besidePerson },
];
