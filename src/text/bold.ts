/**
 * Which stars make bold. Two stars are a mark only where nobody can have meant them as stars: names, rooms and numbers are covered with stars
 * (`张**、李**`, `3栋**室`), and to swallow those would publish another name.
 */

/** What a name that is covered is left with. */
const SURNAME =
	/[赵趙钱錢孙孫李周吴吳郑鄭王冯馮陈陳卫衛蒋蔣沈韩韓杨楊朱秦许許何吕呂施张張孔曹严嚴华华魏陶姜谢謝邹鄒章苏蘇潘葛范彭鲁魯韦韋马馬苗花方俞任袁柳唐罗羅薛雷贺賀倪汤湯殷毕畢郝邬安常傅卞齐齊康伍余顾顧孟黄黃萧蕭肖尹姚邵汪毛米戴宋庞龐熊纪紀舒屈项項祝董梁杜阮蓝藍季贾賈江童郭梅林徐邱丘骆駱高夏蔡田樊胡凌霍虞万萬柯卢盧莫房丁邓鄧洪石崔龚龔程裴陆陸翁段侯武刘劉龙龍叶葉白赖賴乔喬闻聞翟谭譚申冉桑桂牛边邊温溫庄莊晏柴瞿阎閻习習艾古易廖耿文欧歐殳沃利越隆师師聂聶辛阚简簡饶饒曾沙养鞠丰豐巢关關蒯相查荆荊游竺盖益桓公阳陽官]/u;
/** What a number or a room that is covered is left with. */
const NUMBER = /[A-Za-z0-9栋幢座楼层元号室]/u;

/** What is left of what is covered: `**公司`, `**号**室`, `第**条`. */
const TAIL = /^(?:[号室栋幢座楼层元单条款项路弄巷街省市区县镇乡村社厂店人户]|公司|有限|物业|集团|银行|花园|小区|先生|女士)/u;
/** What stands between things that are named one after another. */
const SEPARATOR = /[、，。；：,;和与及]/;

const WORD = /[\p{L}\p{N}]/u;
const BLANK = /^\s?$/;
const CANNOT_BEGIN = /[，、。；：！？…,.;:!?）)》〉」』】”’]/;
const CANNOT_END = /[（(《〈「『【“‘]/;
/** What bold that begins within a sentence may begin with. */
const BEGINS_WITHIN = /[\p{L}\p{N}《〈「『【“‘]/u;

/** Where the pairs of stars stand in a line, first the opening and then the closing ones. `unmarked`: the line with the other marks blotted out. */
export function boldPairs(line: string, unmarked = line): [open: number, close: number][] {
	const stars = [...unmarked.matchAll(/\*+/g)].filter(({ 0: run }) => run.length === 2).map(({ index }) => index);
	// The first stars begin bold or cover something.
	const mayBeWithin = stars.length % 2 === 0 && !cannotBegin(line[(stars[0] ?? 0) + 2]);
	const pairs: [number, number][] = [];
	let open: number | null = null;
	for (const at of stars) {
		if (open !== null && mayClose(line, at)) {
			if (!areCovers(line, open, at)) pairs.push([open, at]);
			open = null;
		} else if (mayOpen(line, at, mayBeWithin)) open = at;
	}
	return pairs;
}

/** Stars after a character or a digit may cover something: they begin bold only where the stars of the line come in pairs and none of them surely is a cover. */
function mayOpen(line: string, at: number, mayBeWithin: boolean): boolean {
	const next = line[at + 2];
	if (cannotBegin(next)) return false;
	return !WORD.test(line[at - 1] ?? '') || (mayBeWithin && BEGINS_WITHIN.test(next!));
}

const mayClose = (line: string, at: number): boolean => !BLANK.test(line[at - 1] ?? '') && !CANNOT_END.test(line[at - 1]!);

const cannotBegin = (next = ''): boolean => BLANK.test(next) || CANNOT_BEGIN.test(next);

/**
 * Both stand after a surname, or both after part of a number; or what they leave is the rest of something covered: `杭州**物业公司和宁波**电梯`,
 * `桂香路**号**室`, `示例**公司；报价：**元`.
 */
function areCovers(line: string, open: number, close: number): boolean {
	const [before, inside, after] = [line.slice(0, open), line.slice(open + 2, close), line.slice(close + 2)];
	if ([SURNAME, NUMBER].some((rest) => rest.test(before.at(-1) ?? '') && rest.test(inside.at(-1) ?? ''))) return true;
	const isWithin = WORD.test(before.at(-1) ?? '');
	if (isWithin) return SEPARATOR.test(inside) || TAIL.test(inside) || TAIL.test(after);
	return before.trim() !== '' && TAIL.test(inside) && SEPARATOR.test(inside);
}
