import { type CodeFault, codeFault } from '../basics/unified-code.ts';
import type { Check, Said } from './check.ts';

/** A firm's code is its own: a miswritten one names another firm, or none. */
export const unifiedCodes: Check = {
	id: 'unified-codes',
	kind: 'slip',
	asks: '统一社会信用代码写对了吗？',
	law: 'GB 32100-2015',
	run: (records) => [
		...records
			.of('matters')
			.flatMap(({ file, data: { bids, contract } }) => [
				...bids.flatMap(({ unifiedCode }, i) => wrong(file, `bids[${i + 1}].unifiedCode`, unifiedCode)),
				...wrong(file, 'contract.unifiedCode', contract?.unifiedCode),
			]),
		...records.of('bodies').flatMap(({ file, data }) => wrong(file, 'unifiedCode', data.unifiedCode)),
		...records.of('assessments').flatMap(({ file, data }) => wrong(file, 'firm.code', data.firm?.code)),
	],
};

function wrong(file: string, field: string, code: string | undefined): Said[] {
	const fault = code === undefined ? null : codeFault(code);
	return fault
		? [{ file, field, problem: `“${code}”${said(fault)}。`, fix: '对照营业执照改；代码用大写字母和数字，没有I、O、Z、S、V。' }]
		: [];
}

function said(fault: CodeFault): string {
	switch (fault.kind) {
		case 'length':
			return `有${fault.length}位，应当是18位`;
		case 'character':
			return `第${fault.at}位“${fault.character}”不是代码里会有的字`;
		default:
			return `第${fault.at}位是“${fault.character}”，按前面各位算应当是“${fault.expected}”，有一位写错了`;
	}
}
