import { PERSON, TITLED } from './persons.ts';

/** A person beside a room. */
export const PERSON_NEAR = new RegExp(`${PERSON}|${TITLED}|姓名`);
/** A place where people are received or things stand, not where somebody lives. */
const OFFICE =
	'办公室|办公用房|办公地点|办公点|物业用房|业主委员会用房|业委会用房|接待室|接待点|接待处|服务中心|客服中心|管理中心|活动室|活动中心|商务中心|交易中心|值班室|会议室|警务室|卫生室|调解室|档案室|阅览室|监控室|消控室|配电房|配电室|弱电间|水泵房|泵房|设备间|机房|门卫|岗亭|驿站|服务站|服务大厅|大厅|市民中心|便民|党群|法院|仲裁|大厦|大楼|办公楼|写字楼|商务楼|广场|产业园|科技园|创业园|事务所|公证处|派出所|居委会|街道办|管理局|住建局|公司|商铺|门面房|开标室';
/** Houses in which nobody lives; people beside a room go there. */
const HOUSES = '学校|学院|小学|中学|幼儿园|医院|银行|公园|园区';
const OFFICE_BEFORE = new RegExp(
	`(?:${OFFICE}|${HOUSES})[\\s（(，,：:、是在位于设的]{0,4}$|(?:${OFFICE})[^。；\\n]{0,12}(?:地址|住所|注册地|地点|设在|位于)[^。；\\n]{0,16}$|(?:投标人|中标人|供应商|承包人|代理|监理|单位|公司|企业)[^。；\\n]{0,10}(?:住所|地址|注册地)[^。；\\n]{0,20}$|(?:地点|会议地点|地址)[:：][^。；\\n]{0,8}(?:${OFFICE})[^。；\\n]{0,8}$`,
);
const OFFICE_AFTER = new RegExp(
	`^[（(][^）)]{0,20}(?:公司|[店所社厂部]|中心|事务所)[）)]|^[\\s（(，,的]{0,2}(?!业主|住户|户)(?:[^\\s，。；,]{0,5})(?:${OFFICE})`,
);
/** What is numbered like rooms: lamps, valves, clauses. */
export const THING_BEFORE =
	/(?:编号|点位|桩|杆号?|灯号?|消火栓|探头|摄像[头机]?|阀|井|图|表|节点|条|款|第|凭证?|字)\s?[^\s，,。；、]{0,4}$/;

/** Whether a room is a household's: nothing beside it says that an office is there, or somebody beside it says that people live there. */
export const isHousehold = (_: string, before: string, after: string): boolean =>
	PERSON_NEAR.test(before.slice(-8) + after.slice(0, 8)) || !(OFFICE_BEFORE.test(before) || OFFICE_AFTER.test(after));
const IN_OFFICE = new RegExp(`${OFFICE}|${HOUSES}`);
/** A room by its address, which firms have too. */
export const isHome = (room: string, before: string, after: string): boolean =>
	isHousehold(room, before, after) && !IN_OFFICE.test(room) && !/公司|单位|事务所|机构|注册|营业|经营|商铺|网点/.test(before + after);
