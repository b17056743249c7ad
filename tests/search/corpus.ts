/** An invented board for the search to be tried on: three communities, the whole board's own records, both scripts, many numbers. */
import type { Passage } from '../../src/search/passages.ts';

export const communities = [
	{ id: 'jinguiyuan', name: '金桂苑', records: 120 },
	{ id: 'wangxi', name: '望溪花园', records: 40 },
	{ id: 'qingfengli', name: '青枫里', records: 12 },
];

const collections = [
	['meetings', '会议纪要'],
	['ledgers', '资金账'],
	['notices', '公示公告'],
	['documents', '制度'],
] as const;

const topics =
	'电梯大修 屋面防水翻修 充电桩布点 门禁更换 雨污管网疏通 外墙空鼓排查 儿童乐园翻新 垃圾投放点撤并 消防水泵检修 公共收益分配 物业续聘 地下车库照明'.split(
		' ',
	);
const bodies = ['业主委员会', '物业服务中心', '社区居民委员会', '三方联合办公室', '楼栋长', '审计小组', '街道住建科'];
const words = ['WiFi', 'POS机', 'LED灯', 'UPS电源', 'A座', 'B1层', 'property', 'prospect', 'proper', 'iPhone', 'GB 50974', 'PM2.5'];
const sentences: ((pick: Pick) => string)[] = [
	(pick) =>
		`${pick(bodies)}就${pick(topics)}说明情况，到会${pick.number(80)}人，同意${pick.number(60)}票，反对${pick.number(9)}票，弃权${pick.number(5)}票。`,
	(pick) => `${pick(topics)}预算${pick.money()}元，由维修资金支出${pick.money()}元，公共收益支出${pick.money()}元。`,
	(pick) => `依据民法典第278条，专有部分面积${pick.money()}㎡，占${pick.number(100)}%，过半数。`,
	(pick) =>
		`${pick.number(30)}栋${pick.number(4)}单元反映${pick(words)}故障，${pick(bodies)}答应${pick.number(12)}月${pick.number(28)}日前办结。`,
	(pick) => `凭证号${pick.number(99999)}，对方单位为示例${pick(['电梯', '防水', '园林', '审计'])}有限公司，账号尾号${pick.number(9999)}。`,
	(pick) => `“先公示、后表决、再签约”，${pick(bodies)}逐项答复；意见${pick.number(40)}条，采纳${pick.number(20)}条。`,
	(pick) =>
		`關於${pick(['電梯維修', '維修資金續交', '業主大會表決', '停車費調整', '廣場舞擾民'])}，${pick(['業主委員會', '物業服務中心'])}另行說明。`,
	(pick) => `本次共办件${pick.number(2000)}件，按时办结${pick.number(2000)}件；①现场核实②电话回访③张榜公布。`,
];

type Pick = { <T>(from: readonly T[]): T; number(below: number): number; money(): string };

/** Every record of the invented board, in no particular order. */
export const passages: Passage[] = [
	...communities.flatMap(({ id, records }, nth) => Array.from({ length: records }, (_, i) => passage(nth * 1000 + i, i, id))),
	...Array.from({ length: 15 }, (_, i) => passage(9000 + i, i, null)),
];

function passage(seed: number, nth: number, community: string | null): Passage {
	const pick = picking(seed);
	const [collection, collectionName] = community
		? pick(collections)
		: (
				[
					['cases', '案例'],
					['statistics', '统计'],
				] as const
			)[nth % 2]!;
	const day = `${2024 + (nth % 3)}-${two(1 + pick.number(12))}-${two(1 + pick.number(28))}`;
	const title = `${pick(topics)}：${pick(['联席会议纪要', '征求意见的公示', '收支明细', '实施办法', '答复'])}`;
	const blocks = Array.from({ length: 6 + pick.number(12) }, () =>
		Array.from({ length: 1 + pick.number(3) }, () => pick(sentences)(pick)).join(''),
	);
	return {
		url: community ? `/${collection}/${community}/${day}-${nth}/` : `/${collection}/${nth}/`,
		title,
		text: [title, ...blocks].join('\n'),
		day,
		collection,
		collectionName,
		community,
	};
}

function two(n: number): string {
	return String(n).padStart(2, '0');
}

/** The same choices for the same seed. */
function picking(seed: number): Pick {
	let state = (seed + 1) * 2654435761;
	const below = (n: number) => {
		state = Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5;
		const mixed = Math.imul(state ^ (state >>> 13), 0x5bd1e995);
		return ((mixed ^ (mixed >>> 16)) >>> 0) % n;
	};
	return Object.assign(<T>(from: readonly T[]) => from[below(from.length)]!, {
		number: below,
		money: () => `${(1000 + below(4_000_000)).toLocaleString('en-US')}.${two(below(100))}`,
	});
}
