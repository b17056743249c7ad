/** Numbers of things: permits, contracts, machines, addresses in a network. They are long, and some look like somebody's. */

const CODE =
	/(?:许可证?|备案|证书|登记|批准|核准|受理|注册|编号|编码|代码|文号|批[号次]|图号|型号|序列号?|单号|票[号据]?|凭证|流水|回单|交易|档案|资产|合同|项目|报告|保单|订单|工单|采购|设备|机身|出厂|条形?码|SN|S\/N|No\.?)[^，,。；;、\d|]{0,10}$/i;
/** What a person carries has a number too. */
const CARRIED = /身份|证件|残疾|护照|社保|医保|驾驶|学籍|卡号/;

/** Whether what stands right before a number calls it the number of a thing. */
export const isNamedCode = (before: string): boolean => {
	const near = before.slice(-24);
	return CODE.test(near) && !CARRIED.test(near);
};

/** Whether it calls it so in full, right before: even a number that would be somebody's by its check sign. */
export const isCalledCode = (before: string): boolean =>
	/(?:许可证|备案证|备案号|登记证|登记号|受理号|注册号|批准文号|项目代码|(?:许可|备案|登记|证书|合同|报告|项目|受理|检测|招标)编号)[号\s:：]{0,3}$/.test(
		before,
	);

/** Whether a number is the end of a longer sign that has letters in it: `合同编号 GF-2019-0202-13812345678`. */
export const endsCode = (before: string): boolean =>
	/(?:编号|编码|合同|单号|凭证|文号|图号|档案)[^，,。；;\n]{0,4}(?<![A-Za-z0-9])[A-Z][A-Za-z0-9/_-]*[-/_]$/.test(before);

/** Whether a number with letters at it is the serial of a machine: `SN13857146205A`. */
export const isSerial = (before: string, after: string): boolean =>
	(/[A-Za-z]$/.test(before) || /^[A-Za-z]/.test(after)) &&
	(/(?:\bSN|S\/N|序列号|编号|机身号?|出厂|型号|批号|设备)[^，,。；;\n]{0,6}$/.test(before) ||
		(/[A-Z]{2}$/.test(before) && /^[A-Z]/.test(after)));

/** Whether the groups of a number are an address in a network. */
export const isAddress = (groups: readonly string[], between: readonly string[]): boolean =>
	groups.length === 4 && between.every((gap) => gap === '.') && groups.every((group) => Number(group) < 256 && !/^0\d/.test(group));

/** Registration of a lift or another machine that is inspected: `梯11浙A00123(25)`. It looks like a plate. */
export const isMachine = (before: string, after: string): boolean =>
	/[锅容管瓶梯起索游车]\s?\d{1,2}\s?$/.test(before) && /^\s?\(\d{2}\)/.test(after);
