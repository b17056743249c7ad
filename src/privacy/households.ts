import type { Found, Placed } from './found.ts';
import { matchesIn } from './matches.ts';
import { roomAt } from './rooms.ts';

/** Heads that stand over a list of households or of private persons. */
const ALONE = /(?:房号|室号|房间号|门牌号?)$|^(?:户号|住址|家庭住址|身份证号?码?|证件号码?|不动产权证号)$/;
const NAMED = /^(?:姓名|业主姓名|户主|户主姓名|住户姓名|学生姓名|业主|住户|户名|产权人|权利人|缴费人|交费人|欠费人|投票人|租客)$/;
const WITH_NAME =
	/^(?:电话|联系电话|手机号?码?|联系方式|欠费|欠缴|欠费金额|年龄|出生年月|出生日期|性别|政治面貌|职业|工作单位|专有部分面积|建筑面积|房屋面积|分摊金额|应交|应缴|已缴|签名|签字|困难|低保|补助|就读|监护)/;
/** What is said of owners in a list, and of candidates too. */
const WITH_OWNER = /^(?:面积|专有面积|意见|表决|是否|投票|结果|车牌|车位|水表|电表|读数|月数|房间|房屋|坐落|室|房)/;
const OWNER = /^(?:业主|住户|户主|户名|产权人|权利人|缴费人|交费人|欠费人|投票人|申请人|租客|户|车主)$/;
/** A room in columns of its own. */
const ROOM = /^(?:室|房|户|房间|房号)$/;
const BUILDING = /^(?:楼|楼号|栋|栋号|幢|楼栋|楼座|单元)$/;

/** Whether the heads of a table are those of a list of households or private persons. */
export function headsHouseholds(heads: string): boolean {
	const cells = cellsOf(heads);
	const has = (form: RegExp) => cells.some((cell) => form.test(cell));
	return (
		cells.length > 1 &&
		((has(ALONE) && !has(/^(?:倍率|表号|用途)$/)) ||
			(has(NAMED) && has(WITH_NAME)) ||
			(has(OWNER) && has(WITH_OWNER)) ||
			(has(ROOM) && has(BUILDING)))
	);
}

/** A blank within a cell is only for looks: `姓 名`. */
function cellsOf(heads: string): string[] {
	const border = /[|\t]/.test(heads) ? /[|\t]/ : /[\s,，]+/;
	return heads
		.split(border)
		.map((cell) => cell.replace(/\s/g, ''))
		.filter(Boolean);
}

/** Longer than any heads that people write. */
const LONGEST_HEADS = 120;

/** The first line of a text that heads a list of households or private persons. `border`: what a line must have to be of a table. */
export function householdsIn(text: string, border = /[|\t]/): Found[] {
	if (!border.test(text)) return [];
	for (const line of text.split('\n'))
		if (line.length < LONGEST_HEADS && border.test(line) && headsHouseholds(line)) {
			const text = line.trim().replace(/^\|\s*|\s*\|$/g, '');
			return [{ what: '住户明细', text, key: `住户明细 ${cellsOf(line).join('、')}` }];
		}
	return [];
}

const ROOM_CELL = /(?<=^|[|\t])[ \t]*(\d{1,2}[-—–](?:\d{1,2}[-—–])?0?\d{1,2}(?:0[1-9]|1\d|20))[ \t]*(?=[|\t]|$)/g;
const OF_HOUSEHOLDS = /户(?![型数])|业主|住户|房|室|押金|保证金|物业费|水费|电费|欠|装修|退款|投票人|缴|租/;
const OF_THINGS = /条|图|编号|点位|设备|型号|规格|凭证|节点/;

/** Rooms that fill a cell: `6-1302` beside what only a household has, or under such a head. */
export const roomCellsIn = (row: string, heads: string): Placed[] =>
	/\d[-—–]\d/.test(row) && (OF_HOUSEHOLDS.test(row) || OF_HOUSEHOLDS.test(heads)) && !OF_THINGS.test(heads)
		? [...matchesIn(row, ROOM_CELL)].map(({ 0: whole, 1: room = '', index }) => roomAt(room, index + whole.indexOf(room)))
		: [];
