/** Words for whoever lives in a room. */
export const PERSON =
	'业主|住户|户主|房主|房东|租户|租客|邻居|住着|家住|家里|他家|她家|那家|这户|该户|某户|人家|先生|女士|师傅|阿姨|大爷|大妈|叔叔|老太|老人';
const SURNAMES =
	'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭鲁韦马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公';
/** A surname with what people are called by. */
export const TITLED = `[${SURNAMES}](?:先生|女士|小姐|太太|师傅|阿姨|大爷|大妈|叔|伯|某某?|奶奶|爷爷|老师|姓)`;

/** The commonest surnames: enough to tell a payee who is a person from a firm. */
const COMMON =
	'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤';
const NAME = new RegExp(`^(?:[${COMMON}]|欧阳|司徒|上官|诸葛)[\\u4e00-\\u9fff]{1,2}$`);
/** How what is no person ends. */
const NO_PERSON = /[会司行店所户部处站队厂组院社局园体主方民房区银业心班点铺馆场城费款等某]$/;

/** Whether a text is somebody's full name, or speaks of somebody by surname: `张三`, `王女士`. `张某某` and `一位业主` are nobody. */
export const namesPerson = (text: string): boolean =>
	(NAME.test(text) && !NO_PERSON.test(text)) || new RegExp(TITLED.replace('|某某?', '').replace('|姓', '')).test(text);

/** Heads that stand over a list of households or of private persons, alone or together. */
const ALONE = /^(?:房号|室号|户室号|户号|房间号|门牌号?|住址|家庭住址|身份证号?码?|证件号码?|不动产权证号)$/;
const NAMED = /^(?:姓名|业主姓名|户主|住户姓名|业主)$/;
const WITH_NAME =
	/^(?:电话|联系电话|手机号?码?|联系方式|欠费|欠缴|欠费金额|年龄|出生年月|出生日期|性别|政治面貌|职业|工作单位|专有部分面积|建筑面积|房屋面积|分摊金额|应交|签名|签字)/;

/** Whether the heads of a table are those of a list of households or private persons. */
export function headsHouseholds(heads: string): boolean {
	const cells = heads.split(/[|\s,，\t]+/).filter(Boolean);
	return (
		cells.length > 1 &&
		(cells.some((cell) => ALONE.test(cell)) || (cells.some((cell) => NAMED.test(cell)) && cells.some((cell) => WITH_NAME.test(cell))))
	);
}
