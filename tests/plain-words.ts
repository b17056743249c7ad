/** Words that mislead a resident or sound translated, what to write instead, and what a page shows that can hold them. */
import { Parser } from 'htmlparser2';

/** One turn of words that no page may have. */
export interface Worn {
	/** how it looks in a line of what is shown; `^` and `$` are the ends of the line */
	pattern: RegExp;
	/** what to write */
	better: string;
	/** as it stood on a page */
	planted: string;
	/** what is lawful and looks like it */
	twin: string;
	/** addresses of pages that may say so: others are quoted there, or the word means something else */
	except?: RegExp;
}

/** Case studies quote reports, and a board that lists cases quotes the case studies. */
const CASES = /^\/(?:cases|data\/cases|feed\.xml|search)/;

export const wornWords: readonly Worn[] = [
	{
		pattern: /现在可以提意见的，/mu,
		better: '正在公示、可以提意见的有5项',
		planted: '现在可以提意见的，有五件',
		twin: '现在没有可以提意见的公示',
	},
	{
		pattern: /^[一二两三四五六七八九十]+本账$/mu,
		better: '数用数字写：4本账',
		planted: '四本账',
		twin: '两本账分开记账，不互相抵用。',
	},
	{
		pattern: /(?:季度|半年|全年|月)少了[\d,.]+元/mu,
		better: '支出比收入多121,669.85元',
		planted: '一季度少了121,669.85元，结余280万元',
		twin: '12月少了3,240度',
	},
	{
		pattern: /(?:季度|半年|全年|月)多了[\d,.]+元/mu,
		better: '结余增加27,154.62元',
		planted: '一季度多了27,154.62元，结余24.15万元',
		twin: '电费比上季度多了一成',
	},
	{ pattern: /结余连[升降]/mu, better: '结余连续三个季度下降', planted: '结余连降三季。', twin: '结余连续三个季度下降。' },
	{ pattern: /^全部公开$/mu, better: '全部记录', planted: '全部公开', twin: '到期的全部公开了' },
	{ pattern: /能照搬的/mu, better: '可以借鉴的', planted: '能照搬的', twin: '做法不能照搬，要先问过业主' },
	{ pattern: /^拿走|“拿走”/mu, better: '下载', planted: '拿走', twin: '工具谁拿走，谁登记' },
	{ pattern: /^看数字$/mu, better: '看表格', planted: '看数字', twin: '不能只看数字' },
	{ pattern: /各小区应公开的/mu, better: '看各小区公开情况', planted: '各小区应公开的', twin: '各小区公开情况' },
	{ pattern: /算式不?平/mu, better: '加总无误（加总有误）', planted: '算式平 收入、支出由16笔明细相加', twin: '算式写在旁边' },
	{ pattern: /在公开栏上公开/mu, better: '发布：4月11日', planted: '在公开栏上公开。', twin: '公开栏上没有，不是没有公开' },
	{ pattern: /放宽左边/mu, better: '去掉筛选条件', planted: '少写几个字，或放宽左边的范围。', twin: '不合条件，不能临时放宽' },
	{ pattern: /现在只找了全站/mu, better: '请先选小区', planted: '小区很多，现在只找了全站的资料。', twin: '只找全站的资料' },
	{ pattern: /没有贴东西|这里没有这一页/mu, better: '没有这个网页', planted: '这里没有贴东西', twin: '北门公告栏上没有贴' },
	{ pattern: /网址可能抄错/mu, better: '网址可能有误', planted: '网址可能抄错了一个字。', twin: '记录抄错了，更正记录' },
	{ pattern: /不合规定/mu, better: '不符合规定', planted: '2处不合规定', twin: '2处不符合规定' },
	{ pattern: /[未已]了结/mu, better: '未解决、已解决', planted: '发现的问题，未了结9条，已了结5条', twin: '这场纠纷还没有了结' },
	{ pattern: /(?<!\p{Script=Han})过\d+天/mu, better: '已逾期257天', planted: '责任方确认未公开，过257天', twin: '经过257天，不超过30天' },
	{ pattern: /提前\d+日，少了?\d+日/mu, better: '提前5天，少了2天', planted: '2024年10月18日公告，提前5日，少2日', twin: '提前7日公告' },
	{
		pattern: /这天已到期/mu,
		better: '已到期，应由业委会公开',
		planted: '这天已到期，由业主委员会公开',
		twin: '这天到期，应由业主委员会公开',
	},
	{
		pattern: /(?<!\p{Script=Han})结果：(?:维持|修改)/mu,
		better: '处理：没有采纳；处理：已采纳，改了',
		planted: '结果：修改。10月13日答复：照办',
		twin: '表决结果：维持原方案',
	},
	{ pattern: /重新起算/mu, better: '公示期重新计算', planted: '公示期不重新起算', twin: '从起算到现在' },
	{ pattern: /^取下(?:时间)?$|还贴着/mu, better: '撤下；仍在张贴', planted: '还贴着', twin: '请把墙上的飞线取下' },
	{ pattern: /^来龙去脉$/mu, better: '相关记录', planted: '来龙去脉', twin: '说清楚来龙去脉', except: /^\/matters\// },
	{ pattern: /其中\d+人交叉任职/mu, better: '其中3人同时在社区党组织任职', planted: '其中3人交叉任职。', twin: '双向进入，交叉任职' },
	{ pattern: /^近日$/mu, better: '近期安排', planted: '近日', twin: '近日有雨' },
	{ pattern: /不互相抵(?!用)/mu, better: '分开记账，不互相抵用', planted: '四本账分开记，不互相抵', twin: '分开记账，不互相抵用' },
	{ pattern: /按每平方米算是/mu, better: '平均每平方米32.50元', planted: '按每平方米算是32.50元。', twin: '合同价按每平方米每月2.10元算' },
	{ pattern: /评过的|评满意/mu, better: '95件有评价，88件满意；满意；占有评价的', planted: '评过的95件里88件满意', twin: '评为四星' },
	{ pattern: /下单|评单/mu, better: '登记、评价', planted: '从下单到评单', twin: '派单、接单', except: CASES },
	{ pattern: /^(?:发现|分析|处置)$/mu, better: '报来、查明、办结', planted: '处置', twin: '道闸故障处置快' },
	{
		pattern: /\d+步走到第?\d+步|\d+步走了\d+步/mu,
		better: '共8步，现在第3步',
		planted: '选举，8步走到第3步。',
		twin: '分四步走，走到表决',
	},
	{ pattern: /现在看：/mu, better: '请看新的公示：', planted: '现在看：关于屋面翻修的公示', twin: '现在看来，方案可行' },
	{ pattern: /未决(?!定)/mu, better: '没有定', planted: '议了5项，定了4项，1项未决', twin: '未决定的，下次再议' },
	{ pattern: /数字账/mu, better: '主要数字', planted: '数字账', twin: '数字和账目' },
	{ pattern: /之前和之后|做之前|做以前和做以后/mu, better: '前后对比', planted: '做之前和做之后', twin: '会议之前公告' },
	{ pattern: /^谁做的$/mu, better: '参与各方', planted: '谁做的', twin: '谁做的谁签字' },
	{ pattern: /旁人的报道/mu, better: '记者现场所见', planted: '检查记录、旁人的报道所见。', twin: '没有旁人在场' },
	{ pattern: /能对着看/mu, better: '可以核对', planted: '验收单。能对着看。', twin: '和存根对着看过' },
	{ pattern: /一对就知道/mu, better: '一比就知道', planted: '晚没晚，一对就知道。', twin: '一比就知道' },
	{ pattern: /接不接得上/mu, better: '期初和上期期末是否相同', planted: '期初接不接得上上期期末', twin: '水管接上了' },
	{
		pattern: /共\d+条，最新的在前|^[^，。]+，共\d+条。$/mu,
		better: '16件、28期：数各有量词',
		planted: '金桂苑的事项，共16条。',
		twin: '问题清单上墙，承诺共28条',
	},
	{ pattern: /审计法律/mu, better: '审计和法律服务', planted: '3月27日　审计法律', twin: '审计和法律服务' },
	{
		pattern: /今天\d+月\d+日，是最后一天/mu,
		better: '今天是最后一天',
		planted: '今天4月13日，是最后一天',
		twin: '今天4月13日，还有3天（含今天）',
	},
	{ pattern: /原文未写/mu, better: '湖北（城市不详）', planted: '湖北（原文未写城市）', twin: '原文没有写时间' },
	{ pattern: /体现了?哪一“共”/mu, better: '归类', planted: '五共体现了哪一“共”', twin: '五共归类' },
	{ pattern: /付了没有|^办了没有$/mu, better: '付款情况、办理情况', planted: '付了没有', twin: '付了两笔，没有欠款' },
	// Promises that the board does not keep.
	{
		pattern: /大字版|繁体版|离线(?:也能|可以)?[看读]|短信(?:提醒|通知您|订阅)/mu,
		better: '只写做得到的',
		planted: '首页可以换成大字版',
		twin: '简体、繁体都可以搜',
	},
	{
		pattern: /什么手机都能看|任何手机都能看/mu,
		better: '旧手机也能看',
		planted: '什么手机都能看，不用装东西',
		twin: '旧手机也能看，不用装东西',
	},
	{
		pattern: /搜的词不传出去/mu,
		better: '搜的词不传给别的网站',
		planted: '搜索在手机上进行，搜的词不传出去。',
		twin: '搜的词不传给别的网站',
	},
	{
		pattern: /都不会悄悄|不悄悄[改删]|任何改动都|改过的都留着/mu,
		better: '更正的写明改前改后',
		planted: '公开了的不悄悄改、不悄悄删。',
		twin: '公开以后每改一次，加一条；不许悄悄改。',
	},
	{ pattern: /每一页都能用A4纸/mu, better: '每条记录都能用A4纸打印', planted: '每一页都能用A4纸打印', twin: '每条记录都能用A4纸打印' },
];

/** Where words stand that are not text: what is shown on hovering, read aloud, or printed before a cell. */
const SPOKEN = ['title', 'aria-label', 'alt', 'placeholder', 'data-l'];
/** Elements that run on in the line. A small text beside a heading is a line of its own. */
const INLINE = new Set('a abbr b bdi cite code del dfn em i ins kbd mark q s samp span strong sub sup time tspan u var wbr'.split(' '));

/** What a page shows or says aloud, a line for each block and each attribute. */
export function linesOf(html: string): string {
	const lines: string[] = [''];
	let silent = 0;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (name === 'script' || name === 'style') silent += 1;
				if (!INLINE.has(name)) lines.push('');
				const said = [...SPOKEN.map((attribute) => attributes[attribute]), name === 'meta' ? attributes.content : undefined];
				const running = lines.pop()!;
				lines.push(...said.filter((text) => text !== undefined), running);
			},
			ontext(text) {
				if (silent === 0) lines.push(lines.pop() + text.replaceAll('\n', ' '));
			},
			onclosetag(name) {
				if (name === 'script' || name === 'style') silent -= 1;
				if (!INLINE.has(name)) lines.push('');
			},
		},
		{ decodeEntities: true },
	);
	parser.end(html);
	return lines
		.map((line) => line.trim())
		.filter(Boolean)
		.join('\n');
}

/** The worn words in what a page shows, each as a line that says what stands there and what to write; `page` is its address. */
export const wornIn = (lines: string, page: string): string[] =>
	wornWords
		.filter(({ except }) => !except?.test(page))
		.flatMap(({ pattern, better }) => {
			const found = pattern.exec(lines)?.[0];
			return found ? [`${page}：“${found}” → ${better}`] : [];
		});
