import type { Placed } from './found.ts';
import { matchesIn } from './matches.ts';

/** Words for whoever lives in a room. */
export const PERSON =
	'业主|住户|户主|房主|房东|租户|租客|邻居|住着|家住|家里|他家|她家|那家|这户|该户|某户|人家|先生|女士|师傅|阿姨|大爷|大妈|叔叔|老太|老人';
const SURNAMES =
	'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭鲁韦马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公';
/** A surname with what people are called by. */
export const TITLED = `[${SURNAMES}](?:先生|女士|小姐|太太|师傅|阿姨|大爷|大妈|叔|伯|某某?|奶奶|爷爷|老师|姓)`;

/** The commonest surnames: enough to tell a payee who is a person from a firm. */
export const COMMON =
	'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤';
const SURNAME = `(?:[${COMMON}]|欧阳|司徒|上官|诸葛)`;
/** A full name, as far as its first signs can tell. */
export const FULL_NAME = `${SURNAME}[\\u4e00-\\u9fff]{1,2}`;
const NAME = new RegExp(`^${FULL_NAME}$`);
/** How what is no person ends. */
const NO_PERSON = /[会司行店所户部处站队厂组院社局园体主方民房区银业心班点铺馆场城费款等某]$/;
/** Words that begin like a name. */
const NO_NAME =
	/^(?:陈述|方[没无已未不也]|方便|方可|方能|方式|方案|方面|高度|高空|高层|高血|高龄|高额|周边|周围|周末|周知|周期|何时|何种|何人|何事|何以|付清|付款|付费|付出|严重|严格|严禁|毛坯|毛病|于是|谢绝|谢谢|万一|万元|白天|白血|马上|马路|许可|许多|余款|余额|任何|任意|任选|任职|任期|任务|金额|曾经|曾有|曾在|钱款|钱财|顾虑|顾问|范围|夏天|夏季|程序|程度|江河|江边|张贴|张挂|罗列|黄色|杜绝|石材|武装|唐突|戴口|雷雨|雷击|龙头|田地|董事|宋体|郑重|孙子|孙女|胡乱|林木|林地|段落|贺信|史料|莫要|孔洞|陆续|杨树|柳树|钟点|汤池|叶片|康复|江苏|方圆|万家|白蚁|石膏|石油|金属|安全|安心|高兴|高峰|高中|高大|石山|林立|周到|周全|宁静|严明|康乐|白色|白云|江山|江南|黄金|余地|郑东|钱江|金山|金桂|马达|马桶|龙华|万民|张力|任一|何处|何去|何方|何用|严防|严守|曾一|万达|万科|汤山|夏冬|方正|方向)/;

/** Whether a text is somebody's full name, or speaks of somebody by surname: `张三`, `王女士`. `张某某` and `一位业主` are nobody. */
export const namesPerson = (text: string): boolean => (NAME.test(text) && !NO_PERSON.test(text)) || NAMED_WITH_TITLE.test(text);
const NAMED_WITH_TITLE = new RegExp(TITLED.replace('|某某?', '').replace('|姓', ''));

/** Who is named as a private person. People in office, at work or standing for election are named by their posts. */
const ROLE =
	'(?:业主|住户|户主|房主|房东|租户|租客|承租人|出租人|居民|村民|邻居|家属|投诉人|反映人|来访人|信访人|举报人|报修人|申请人|当事人|当事双方|双方|委托人|受托人|监护人|欠费人|缴费人|求助人|捐款人|借款人|车主|伤者|死者|患者|病人|被告|原告|家长|学生|儿童|女童|男童|老人|残疾人|(?:低保|特困|困难|五保|贫困|欠费|失独|优抚|帮扶|救助|走访|慰问|失业|残疾|受助|获助|重病|患病|吸毒|戒毒|刑满释放|社区矫正)(?:户|对象|家庭|人员?|者))';
/** What stands behind a name, and not within one. */
const BEHIND =
	'(?=先生|女士|小姐|太太|阿姨|大爷|大妈|奶奶|爷爷|阿婆|老伯|老人|同学|同志|夫妇|夫妻|一[家户]|家|等|的|之|在|因|系|患|已|被|将|未|拒|欠|拖欠|反映|提出|表示|来|投|要求|认为|发言|说|称|委托|与|和|及|向|对|住|就读|离婚|失业|残疾|去世|突发|确诊|申请|签|刚|肢体|养|把|曾|多次|擅自|私自|自行|有|没|无|是|从|搬|打|骂|、|[，,。；;：:（(）)\\s]|$)';
/** What people are named with: two of these behind a surname are a given name, whatever follows. */
const GIVEN =
	'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玲红玉梅华建国文春燕云飞鹏辉斌浩宇轩涵欣怡雨雪晨晓小志秋冬夏望知诚义仁礼智信守书诗诺一乐禾苗满舟帆川山江河海波涌泉松柏林森桐竹菊荷莲莹洁琳琪瑶瑞祥福禄寿康宁安泰荣昌盛德善贤良忠孝恩惠慧淑贞雅倩婷婉娴妍媛嫣丹彤彩蓉薇萍芬香珍珠琴韵音鸣声远达通志宏博渊深浩然子梓俊豪凯旋胜利成功立业兴旺发财宝贵富新光辉耀星月阳晖旭东南西北中正大天龙虎凤鹤舒微岚霖泽润沐清澈可心思念忆梦语馨若如意佳美好妙青翠蓝紫白素朴实学勤俭民生根本元初亮晶莎茜蕾蓓羽翔翰墨';
const TITLE = '(?:先生|女士|小姐|太太|阿姨|大爷|大妈|奶奶|爷爷|阿婆|老伯|婆婆|老人|同学|小朋友|夫妇)';
/** A full name with an end. */
const WHOLE_NAME = `(?:${SURNAME}[${GIVEN}]{2}|${FULL_NAME}?${BEHIND})`;

const AFTER_ROLE = new RegExp(
	`(?:${ROLE}(?!委员|大会|代表|监督)[：:\\s（(]{0,2}(?:为|是)?|名叫|真名|姓名[：:]\\s?)(${WHOLE_NAME})(?:${TITLE})?(?:、${WHOLE_NAME}(?:${TITLE})?)*`,
	'g',
);
const WITH_TITLE = new RegExp(`(${FULL_NAME})${TITLE}`, 'g');
const BEFORE_ROLE = new RegExp(`(?<![\\u4e00-\\u9fff])(${FULL_NAME})[（(](?:住户|业主|租户|房东|房主|户主)[）)]`, 'g');

/** Private people by their full names, where a text calls them so: `业主：罗望川`, `谭小雨女士`, `孟秋（住户）`. */
export function namesIn(text: string): Placed[] {
	if (!MAY_NAME.test(text)) return [];
	return [AFTER_ROLE, WITH_TITLE, BEFORE_ROLE].flatMap((pattern) =>
		[...matchesIn(text, pattern)]
			.filter(([, name = '']) => isName(name))
			.map(({ 0: whole, 1: name = '', index }) => ({
				what: '姓名',
				text: whole,
				key: `姓名 ${name}`,
				at: index,
				end: index + whole.length,
			})),
	);
}

/** Without one of these nobody is named as a private person. */
export const MAY_NAME = new RegExp(`${ROLE}|${TITLE}|名叫|真名|姓名`);

/** Only a surname is known of these. */
const NO_GIVEN = /^.(?:先生|女士|小姐|太太|师傅|阿姨|大爷|大妈|某|老|姓|家|主任|书记|经理|总$|工$|医生|律师|法官|委员|会长|队长|站长)/;
const NO_OWNER = /[会司行所户部处队厂组院社局店站等们]$/;

/** Whether what has the form of a full name is one, where a private person is spoken of. */
export const isName = (name: string): boolean => !NO_NAME.test(name) && !NO_GIVEN.test(name) && !NO_OWNER.test(name);
