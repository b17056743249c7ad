import type { Placed } from './found.ts';
import { matchesIn } from './matches.ts';
import { COMMON, FULL_NAME, isName, namesIn } from './persons.ts';

/**
 * What is nobody's business: illness, want, offences, a child's school. Only beside a person by name; of everybody together it may be
 * told: `低保户12户`. @law 个人信息保护法 第二十八条、第三十一条
 */
export const SENSITIVE =
	/患(?!者满意)|癌|尿毒症|透析|抑郁|精神(?:病|残疾|障碍|分裂)|瘫痪|半身不遂|偏瘫|中风|脑梗|心梗|糖尿病|高血压|癫痫|自闭|智障|失明|聋哑|截肢|卧床|化疗|肿瘤|乙肝|结核|丧偶|坐牢|拘留|赌博|破产|失信|残疾|艾滋|肝炎|痴呆|阿尔茨海默|白血病|重病|大病|因病|住院|手术|怀孕|流产|确诊|低保|特困|贫困|困难家庭|失业|下岗|欠费|拖欠|欠缴|刑满|服刑|吸毒|戒毒|社区矫正|前科|离婚|家暴|失独|孤寡|独居|就读|病故|自杀|轻生|去世|(?:之[子女]|孩子|儿子|女儿|孙[子女]|学生|儿童|同学|[男女]童|名叫)[^。；;\n]{0,30}(?:小学|中学|幼儿园|年级)|(?:小学|中学|幼儿园|年级)[^。；;\n]{0,30}(?:学生|同学|名叫)/;
/** Where a name has one of these at it, it is said of that person. */
const DESCRIBED = [
	new RegExp(
		`(?<![\\u4e00-\\u9fff])(${FULL_NAME}?)(?=[，,（(]\\s?[男女][，,]|患|因|身患|确诊|就读|刚做|系|离婚|家庭|一户|残疾|失业|下岗|重病|住院|瘫痪|去世|病故|怀孕|低保|特困|欠费|拖欠|欠缴|吸毒|独居|老人)`,
		'g',
	),
	new RegExp(`(?<=岁的|级的|班的|岁|班)(${FULL_NAME}?)(?=在[^，,。；;\\n]{0,12}(?:小学|中学|幼儿园|年级|上学|读书))`, 'g'),
	new RegExp(`(?<=的|班|(?<![\\u4e00-\\u9fff]))(${FULL_NAME}?)(?=[（(][^）)]{0,10}(?:小学|中学|幼儿园|年级))`, 'g'),
	new RegExp(`([${COMMON}](?:阿婆|老伯|奶奶|爷爷|大爷|大妈|老太|阿姨))`, 'g'),
];
const SCHOOL = /小学|中学|幼儿园|年级/;
/** So far from a name what is said of it may stand: before, and behind. */
const [BEFORE, BEHIND] = [20, 40];

/** Where something of the kind is said of somebody by name: from the name on, to the end of the sentence at the most. */
export function circumstancesIn(text: string): Placed[] {
	if (!SENSITIVE.test(text) && !SCHOOL.test(text)) return [];
	return [...namesIn(text), ...DESCRIBED.flatMap((pattern) => described(text, pattern))].flatMap(({ at, end }) => {
		const before = /[^。；;\n！!？?]*$/.exec(text.slice(Math.max(0, at - BEFORE), at))![0];
		const said = /^[^。；;\n！!？?]*/.exec(text.slice(at, Math.max(end, at + BEHIND)))![0].trim();
		if (!SENSITIVE.test(before + said) && !SCHOOL_BEHIND.test(said)) return [];
		return [{ what: '个人情况', text: said, key: `个人情况 ${said}`, at, end: at + said.length }];
	});
}

const SCHOOL_BEHIND = new RegExp(`^[\\u4e00-\\u9fff]{2,3}[（(在][^）)。；;]{0,12}(?:${SCHOOL.source})`);

const described = (text: string, pattern: RegExp): { at: number; end: number }[] =>
	[...matchesIn(text, pattern)]
		.filter(([, name = '']) => isName(name) || /[婆伯奶爷妈太姨]$/.test(name))
		.map(({ 0: whole, index }) => ({ at: index, end: index + whole.length }));
