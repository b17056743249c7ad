import type { Found, Placed } from './found.ts';
import { matchesIn } from './matches.ts';
import { roomAt } from './rooms.ts';

/** Heads that stand over a list of households or of private persons. */
const ALONE =
	/(?:[房室户门](?:屋|间|室|牌)?(?:编号|号码?)|门牌|住址|家庭地址)$|^(?:身份证号?码?|证件号码?|不动产权证号|户主|(?:户主|业主|住户|租户|承租人|老人|学生)(?:姓名|签名|签字))$/;
const NAMED = /(?:姓名|业主|住户|户主|户名|产权人|权利人|[缴交]费人|欠费人|投票人|承租人|居住人|使用人|监护人|租[客户]|车主)$/;
const WITH_NAME =
	/(?:电话|手机号?码?|联系方式)$|^(?:欠费|欠缴|年龄|出生|性别|政治面貌|职业|工作单位|专有部分面积|建筑面积|房屋面积|分摊金额|应[交缴]|已[交缴]|签名|签字|困难|低保|补助|就读|监护|健康|病[情种]|残疾)/;
/** Who has a post may be reached there. */
const POST = /^(?:职务|岗位|部门|单位|所在单位)$/;
const REACHED = /(?:电话|手机号?码?|联系方式)$/;
/** What is said of owners in a list, and of candidates too. */
const WITH_OWNER = /^(?:面积|专有面积|意见|表决|是否|投票|结果|车牌|车位|水表|电表|读数|月数|房间|房屋|坐落|室|房)/;
const OWNER = /^(?:业主|住户|户主|户名|产权人|权利人|[缴交]费人|欠费人|投票人|申请人|租[客户]|承租人|户|车主)$/;
/** A room in columns of its own. */
const ROOM = /^(?:室|房|户|房间|房号)$/;
const BUILDING = /^(?:楼|楼号|栋|栋号|幢|楼栋|楼座|单元)$/;

/** The accounts of meters that all share. */
const METERS = /^(?:倍率|表号|用途|[水电气]表用途)$/;

/** Whether the heads of a table are those of a list of households or private persons. */
export function headsHouseholds(heads: string): boolean {
	const cells = cellsOf(heads);
	const has = (form: RegExp) => cells.some((cell) => form.test(cell));
	if (cells.length < 2) return false;
	const isReached = has(POST) && cells.every((cell) => !WITH_NAME.test(cell) || REACHED.test(cell));
	return (
		(has(ALONE) && !has(METERS)) ||
		(has(NAMED) && has(WITH_NAME) && !isReached) ||
		(has(OWNER) && has(WITH_OWNER)) ||
		(has(ROOM) && has(BUILDING))
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

/** The lines of a text that head a list of households or private persons. `border`: what a line must have to be of a table. */
export const householdsIn = (text: string, border = /[|\t]/): Found[] =>
	border.test(text)
		? text
				.split('\n')
				.filter((line) => line.length < LONGEST_HEADS && border.test(line) && headsHouseholds(line))
				.map((line) => ({
					what: '住户明细',
					text: line.trim().replace(/^\|\s*|\s*\|$/g, ''),
					key: `住户明细 ${cellsOf(line).join('、')}`,
				}))
		: [];

const ROOM_CELL = /(?<=^|[|\t])[ \t]*(\d{1,2}[-—–](?:\d{1,2}[-—–])?0?\d{1,2}(?:0[1-9]|1\d|20))[ \t]*(?=[|\t]|$)/g;
const OF_HOUSEHOLDS = /户(?![型数])|业主|住户|房|室|押金|保证金|物业费|水费|电费|欠|装修|退款|投票人|缴|租/;
const OF_THINGS = /条|图|编号|点位|设备|型号|规格|凭证|节点/;

/** Rooms that fill a cell: `6-1302` beside what only a household has, or under such a head. */
export const roomCellsIn = (row: string, heads: string): Placed[] =>
	/\d[-—–]\d/.test(row) && (OF_HOUSEHOLDS.test(row) || OF_HOUSEHOLDS.test(heads)) && !OF_THINGS.test(heads)
		? [...matchesIn(row, ROOM_CELL)].map(({ 0: whole, 1: room = '', index }) => roomAt(room, index + whole.indexOf(room)))
		: [];
