import type { Check, Said } from './check.ts';

/** A firm is known by its code: the one of its assessment is that of the body assessed, and one code has one name. */
export const firmCode: Check = {
	id: 'firm-code',
	kind: 'slip',
	asks: '考核的企业和名册上的是同一家吗？',
	run: (records) => {
		const names = new Map<string, string>();
		return records.of('assessments').flatMap(({ file, data: { firm, assessee } }): Said[] => {
			if (!firm) return [];
			const known = names.get(firm.code) ?? firm.name;
			names.set(firm.code, known);
			const body = records.get(assessee);
			const registered = body?.collection === 'bodies' ? body.data.unifiedCode : undefined;
			return [
				...(registered !== undefined && registered !== firm.code
					? [{ file, field: 'firm.code', problem: `这里写的是${firm.code}，名册${assessee}上是${registered}。`, fix: '查一查哪个写错了。' }]
					: []),
				...(known !== firm.name
					? [{ file, field: 'firm.name', problem: `同一个代码，别处叫“${known}”，这里叫“${firm.name}”。`, fix: '照营业执照写成一样的。' }]
					: []),
			];
		});
	},
};
