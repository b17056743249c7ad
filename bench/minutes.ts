import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many records one community has. */
export const PER_COMMUNITY = 100;

const places = ['党群服务中心', '1栋架空层', '物业服务中心', '社区议事厅'];
const matters = [
	'电梯大修',
	'雨污管网疏通',
	'充电桩布点',
	'门禁更换',
	'监控升级',
	'地下车库照明',
	'绿化补种',
	'外墙修补',
	'消防水泵',
	'垃圾分类亭',
];
const asks = [
	'提出来三次了，希望这个月能有结果',
	'请先把三家报价贴出来再定',
	'噪声太大，能不能换个时间施工',
	'钱从哪里出要说清楚',
	'修完以后请给大家看验收单',
];
const answers = [
	'工程部下周三前给出方案',
	'报价和比选结果在公告栏贴七天',
	'改在上午九点到十一点施工',
	'从公共收益里支出，账目随本季度公布',
	'验收时请两位业主到场',
];
const forms = ['joint', 'committee', 'courtyard', 'reception'];

/** Writes so many invented minutes, about 1.5 KB of Markdown each, in folders of communities. The same number gives the same files. */
export function writeMinutes(content: string, n: number): void {
	for (let i = 0; i < n; i++) {
		const community = communityOf(i);
		const folder = join(content, 'meetings', community);
		if (i % PER_COMMUNITY === 0) {
			mkdirSync(folder, { recursive: true });
			// Hugo makes a list of a folder only where this stands.
			writeFileSync(join(folder, '_index.md'), `---\ntitle: ${community}\n---\n`);
		}
		writeFileSync(join(content, fileOf(i)), minutes(i));
	}
}

export const communityOf = (i: number): string => `c${String(Math.floor(i / PER_COMMUNITY) + 1).padStart(4, '0')}`;

/** `meetings/c0001/2021-03-04-joint-7.md` */
export const fileOf = (i: number): string => `meetings/${communityOf(i)}/${dayOf(i)}-${forms[i % 4]}-${i % PER_COMMUNITY}.md`;

const dayOf = (i: number) => new Date(Date.UTC(2018, 0, 3 + (i % PER_COMMUNITY) * 28 + (i % 7))).toISOString().slice(0, 10);

/** Minutes number `i`; `more` is added to the text, `titled` to the title, for an edit. */
export function minutes(i: number, { more = '', titled = '' } = {}): string {
	const pick = (some: string[], salt: number) => some[(i * 31 + salt * 17 + Math.floor(i / 13)) % some.length]!;
	const items = [1, 2].map((k) => ({ matter: pick(matters, k), ask: pick(asks, k), answer: pick(answers, k) }));
	return `---
title: ${items[0]!.matter}等两项议题${titled}
form: ${forms[i % 4]}
bodies: [bodies/${communityOf(i)}/committee]
heldOn: ${dayOf(i)}
place: ${pick(places, 5)}
status: approved
publishedOn: ${dayOf(i)}
agenda:
  - title: ${items[0]!.matter}
    decision: ${items[0]!.answer}。
    outcome: passed
sources:
  - title: 会议记录第${i}号（虚构）
---

${items.map(itemText).join('\n\n')}

| 议题 | 同意 | 反对 | 弃权 |
|---|---|---|---|
${items.map(({ matter }, k) => `| ${matter} | ${4 + ((i + k) % 5)} | ${(i + k) % 2} | 0 |`).join('\n')}
${more}`;
}

const itemText = ({ matter, ask, answer }: { matter: string; ask: string; answer: string }, k: number) => `## ${k + 1}. ${matter}

到会业主说：${ask}。居委会请物业公司先把**${matter}**的来龙去脉讲清楚。

- 物业公司说明：现场看过两次，设备还能用，但是备件要等两周，价格比去年高一成；
- 业委会的意见：超过五千元的开支要先公示；
- 楼栋长提醒：施工时要留出通道，晚上八点以后不动工。

会上商定：${answer}。由业主委员会盯着办，办完以后在公开栏写明结果。`;
