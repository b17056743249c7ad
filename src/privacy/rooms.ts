import type { Placed } from './found.ts';
import { matchesIn } from './matches.ts';
import { isHome, isHousehold, PERSON_NEAR, THING_BEFORE } from './offices.ts';
import { FULL_NAME, isName, PERSON, TITLED } from './persons.ts';

/**
 * Rooms of households in a text. A building or an entrance is no household; a room is, and with a person beside it all the more.
 * Rooms of offices, meters and lamps are known by what stands right beside them.
 */
export const roomsIn = (text: string): Placed[] => {
	if (!MAY_BE_ROOM.test(text)) return [];
	const found: Placed[] = [];
	for (const { may, pattern, holds } of patterns)
		for (const match of may.test(text) ? matchesIn(text, pattern) : []) {
			const end = match.index + match[0].length;
			if (!holds(match[0].trim(), text.slice(Math.max(0, match.index - 30), match.index), text.slice(end, end + 14))) continue;
			found.push(roomAt(match[0], match.index));
		}
	return found;
};

/** A room as it is written at a place of a text. */
export const roomAt = (written: string, index: number): Placed => {
	const text = written.trim();
	const at = index + written.indexOf(text);
	return { what: '房号', text, key: text.replace(/[\s\-—–号楼栋幢棟座单元室户门]/g, ''), at, end: at + text.length };
};

/** Every room has three digits in a row, two and a letter, or a side of a floor: most texts are done with at this look. */
const MAY_BE_ROOM = /\d{3}|\d{2}[A-H]|[零〇○一二三四五六七八九]{3}|[楼层Ff][-—]?[A-H东西南北中左右前后\d]|\d\s?室/;

interface Pattern {
	/** what a text must have at the least */
	may: RegExp;
	pattern: RegExp;
	holds(room: string, before: string, after: string): boolean;
}

const GAP = '[ \\t\\u3000]{0,2}';
const COUNT = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})';
const BUILDING = `(?<![\\d.,/:A-Za-z第-])(?:[A-Za-z]?\\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})${GAP}(?:号楼|號樓|栋|棟|幢|[#＃]楼?)`;
const TOWER = '(?<![A-Za-z\\d第])[A-Za-z\\d]{1,2}座';
const ENTRANCE = `(?:${COUNT}|[甲乙丙丁东南西北中左右A-Za-z])${GAP}(?:单元|單元|梯|门)`;
const FLOOR = `(?:${COUNT}|[顶底])${GAP}[楼层Ff]${GAP}[-—]?`;
/** Three or four digits that are not the beginning of an amount, a day or a count of something. */
const NO_COUNT =
	'(?![\\d年元平㎡人票米吨千万亿个台盏次份页点部张间套%％‰度天日月小时分秒岁株棵盆条项名多余级件只块位期班路批]|m²|[kK][wWmMgG]|[.,:/]\\d|[-—~至]\\s?\\d{1,4}(?:年|[-/.])|\\s?(?:元|平方|人次|户))';
const NUMBER = `\\d{3,4}${NO_COUNT}(?![层家座])`;
const CHINESE_NUMBER = `[零〇○一二三四五六七八九]{3,4}(?=\\s?(?:室|号(?!楼)|房))|[一二三四五六七八九][一二三四五六七八九]?[零〇○][一二三四五六七八九](?!\\s?(?:单元|层|楼|号楼|栋|幢|期|区|梯|年|户|人|元|平))`;
const LETTERED = `(?:[A-Z]\\d{3,4}${NO_COUNT}|\\d{2}[A-H](?![A-Za-z\\d级类型号区座栋幢]))`;
const ROOM = `${GAP}(?:[-—–]${GAP})?(?:${FLOOR})?(?:${NUMBER}|${CHINESE_NUMBER}|${LETTERED}|\\d{3,4}(?=${GAP}(?:室|号房|号门|户(?:业主|住户|居民|家|的)))|十?[一二三四五六七八九]?层?\\d{3,4}室|\\d{1,2}(?=${GAP}室(?![\\d一二两三]?厅)))${GAP}(?:居室|室|號|号|户|房)?`;
/** A side of a floor: `17楼C室`, `四楼西户`, `28F-A室`. */
const SIDE = `${GAP}(?:[-—–]${GAP})?${FLOOR}(?:[东西南北中左右]|[A-H]\\d?|\\d{1,2})${GAP}(?:边户|户(?![型数])|室|座)|${GAP}${COUNT}楼[前后][间厢房]`;
/** The names of houses end so. Floors are counted, offices have their own. */
const HOUSE =
	'(?:[\\u4e00-\\u9fff]{1,6}(?:阁|轩|苑|榭|斋|邸|庭|庭院|公寓|花园|山庄|府|居|园|庄|台|院|里|城|湾|舍|坞|新村)|[\\u4e00-\\u9fff]{1,5}(?<![\\d号一二三四五六七八九十几各本该每底顶大主裙附高上下]|办公|综合|行政|教学|写字|服务|商务|商业|门诊|住院|实验|图书|活动|党群)楼)';
/** A room as its floor and its door say: `1203`, not `2024`. */
const DOOR = '(?<!\\d)(?:0?\\d|[1-5]\\d)(?:0[1-9]|1\\d|20)(?!\\d)';

const BEFORE_PERSON = new RegExp(`(?:${PERSON}|${TITLED})[（(，,：:、住在是的家说称指]{0,4}$`);
const BEFORE_HOUSEHOLD =
	/(?:(?<!居|业|包|常|总)住在?|家在|户号|房号|入住|搬[到进]|租[给住]|隔壁|楼[上下](?!\d{3,4}(?:会议|活动|办公))|对门|该户|涉事户|(?:住户|业主|户主)[：:（(]|退)[是为:： （(]{0,2}$/;
const AFTER_NAME = new RegExp(`^${FULL_NAME}(?![\\u4e00-\\u9fff])`);
const isNamed = (after: string): boolean => {
	const [name] = AFTER_NAME.exec(after) ?? [];
	return name !== undefined && isName(name);
};
const AFTER_PERSON = new RegExp(
	`^[）)，,：:、的 ]{0,2}(?:一?位|那位|那|的)?(?:业主|住户|户主|房主|租户|租客|房客|住着|老太|老人|老头|老伯|阿婆|大爷|大妈|一家|家(?:的|里|中)|${TITLED})`,
);
/** What a household pays, or does to its flat. */
const OF_HOUSEHOLD =
	'装修|押金|保证金|物业费|水费|电费|燃气费|暖气费|采暖费|停车费|车位费|有线|清运|垃圾|房租|租金|分摊|欠[费缴]|拒[绝不交]|漏水|渗水|封阳台|噪声|噪音|扰民|违建|群租|空置|过户';
const AFTER_HOUSEHOLD = new RegExp(
	`^[）) 的]{0,2}(?:(?:20)?\\d\\d年度?)?${GAP}(?:[退补收交缴欠][水电]{0,2})?(?:${OF_HOUSEHOLD}|业主|住户|户主|租户|房客|家)`,
);
const BEFORE_PAYMENT = new RegExp(`(?:${OF_HOUSEHOLD}|退|退还|补收|代收|代缴|收)${GAP}[（(:：]?$`);

/** Beside a person a room alone is a room, even without its building. */
const besidePerson = (room: string, before: string, after: string): boolean =>
	!isYear(room) && (BEFORE_PERSON.test(before) || BEFORE_HOUSEHOLD.test(before) || AFTER_PERSON.test(after));

/** Beside what only a household has, digits with a line between are a room. */
const besideHousehold = (room: string, before: string, after: string): boolean =>
	!THING_BEFORE.test(before) &&
	(besidePerson(room, before, after) || AFTER_HOUSEHOLD.test(after) || BEFORE_PAYMENT.test(before) || isNamed(after));

const isYear = (room: string): boolean => /(?:^|\D)(?:19|20)\d\d$/.test(room.trim());

const BUILT = /[栋棟幢#＃座梯门]|号楼|號樓|单元|單元/;
const LINED = /\d\s?[-—–]/;
const PEOPLED = new RegExp(`[住户家租退]|隔壁|楼[上下]|对门|${PERSON}|${OF_HOUSEHOLD}`);

const patterns: readonly Pattern[] = [
	{
		may: BUILT,
		pattern: new RegExp(
			`(?:${BUILDING}${GAP}(?:${ENTRANCE}|[东南西北中左右][户门])?|${TOWER}${GAP}(?:${ENTRANCE})?|${ENTRANCE})(?:${SIDE}|${ROOM})|${ENTRANCE}${GAP}(?:${FLOOR})?\\d{3,4}户`,
			'g',
		),
		holds: isHousehold,
	},
	{ may: /[室房]/, pattern: new RegExp(`${HOUSE}${GAP}\\d{3,4}${GAP}(?:室|号房|房(?![产租价屋间]))`, 'g'), holds: isHome },
	{
		may: /[阁轩榭斋邸居]/,
		pattern: new RegExp(`[\\u4e00-\\u9fff]{1,4}[阁轩榭斋邸居]${GAP}${DOOR}${NO_COUNT}(?![层家座室])`, 'g'),
		holds: isHome,
	},
	{
		may: /号/,
		pattern: new RegExp(
			`(?:\\d{1,4}弄|[\\u4e00-\\u9fff]{1,6}(?:路|街|巷|弄|里|村|坊|胡同|道))?(?<![第\\d编])\\d{1,4}号${GAP}(?:${ENTRANCE})?(?:\\d{3,4}${GAP}(?:室|号房)|${SIDE})`,
			'g',
		),
		holds: isHome,
	},
	{ may: BUILT, pattern: new RegExp(`${BUILDING}${GAP}[\\u4e00-\\u9fff]{1,4}(?:先生|女士|师傅)${DOOR}`, 'g'), holds: isHousehold },
	{
		may: LINED,
		pattern: /(?<![\d.A-Za-z/:〔（(-])\d{1,3}[-—–]\d{1,2}[-—–]\d{3,4}(?![\d年-]|[.:/]\d)/g,
		holds: (room, before, after) =>
			!THING_BEFORE.test(before) &&
			(!isYear(room) || PERSON_NEAR.test(before.slice(-8) + after.slice(0, 8))) &&
			isHousehold(room, before, after),
	},
	{ may: LINED, pattern: /(?<![\d.A-Za-z/:-])\d{1,3}[-—–]\d{3,4}\s?室/g, holds: isHousehold },
	{
		may: /[A-Z]/,
		pattern: new RegExp(`(?<![\\dA-Za-z/.:-])(?:[A-Z]\\d?|\\d{1,2}[A-Z](?=[-—–]))${GAP}[-—–]?\\d{3,4}(?![\\d.A-Za-z-])`, 'g'),
		holds: besideHousehold,
	},
	{
		may: LINED,
		pattern: /(?<![\d.A-Za-z/:年-])\d{1,2}[-—–](?:\d{1,2}[-—–])?\d{3,4}(?![\d-]|[.:/%]\d|\s?[元人个户台次月日㎡平])/g,
		holds: besideHousehold,
	},
	{ may: /[室房]/, pattern: /(?<![\d.A-Za-z/年-]|\d:)\d{3,4}\s?(?:室|号房|房)(?!间)/g, holds: besidePerson },
	{
		may: PEOPLED,
		pattern: new RegExp(`(?<![\\d.A-Za-z/年¥￥-]|\\d:)(?:${DOOR}|0?[1-9]0[1-9])${NO_COUNT}`, 'g'),
		holds: (room, before, after) => besidePerson(room, before, after) || AFTER_HOUSEHOLD.test(after),
	},
	{
		may: /[户家]/,
		pattern: new RegExp(
			`(?<![\\d.A-Za-z/年:-])${DOOR}室?(?:(?:[、和与及]${DOOR}室?)+(?:等)?[两二三四五六七八九十\\d]{1,2}[户家]|室?[至到~—-]${DOOR}室?(?:各户|各家|住户|业主))`,
			'g',
		),
		holds: () => true,
	},
	{
		may: /室/,
		pattern: new RegExp(`(?<![\\d.A-Za-z/年:-])${DOOR}室?(?:[、和与及]${DOOR}室?)*[、和与及]${DOOR}室`, 'g'),
		holds: isHousehold,
	},
	{
		may: /住/,
		pattern: /(?<=(?<!居|业|包|常|总)住在?)[一二三四五六七八九十]?[零〇○一二三四五六七八九]{3}(?=的|室|号房|那|[，,。]|$)/g,
		holds: () => true,
	},
];

/** Rooms in the name of a file, where a building is written in letters: `3dong1202`, `6-1302-yajin`, `room-1906`. */
export const roomsInName = (file: string): Placed[] =>
	[
		...matchesIn(
			file.replace(/\d{4}-\d{2}-\d{2}/g, (day) => '/'.repeat(day.length)),
			IN_NAME,
		),
	]
		.filter(([room]) => /[a-z]/i.test(room) || !isYear(room))
		.map(({ 0: room, index }) => roomAt(room, index));
const IN_NAME = new RegExp(
	`(?<![a-z0-9])(?:(?:\\d{1,2}|[a-z])(?:dong|zhuang|haolou|lou|zuo|hao|b)-?(?:\\d(?:danyuan|dy)-?)?${DOOR}(?:shi|fang|hu)?|(?:room|fang|fangjian|shi)-?${DOOR}|(?<!\\d-)\\d{1,2}-(?:\\d-)?${DOOR})(?![\\da-z])`,
	'gi',
);
