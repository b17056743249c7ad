/** Findings as people read them. */
import type { Finding } from '../schema/finding.ts';

const KINDS = { slip: '要改', breach: '不符合规定', note: '提示' } as const;

/** One finding, three to five lines: file and field, what is there, what to do, what lets it pass, why. */
export function describe({ check, kind, file, field, line, problem, fix, law, confirm }: Finding): string {
	const where = [`${file}${line ? `:${line}` : ''}`, field].filter(Boolean).join(' → ');
	const pass = confirm ? [`  核对过可以公开的，在这条记录的“放行”（allowed）里加一行，写上谁、为什么：\n    ${confirm.line}`] : [];
	return [
		`【${KINDS[kind]}】${where}`,
		`  ${problem}`,
		`  ${fix}`,
		...pass,
		`  为什么：${law ? `${law}，` : ''}docs/checks/${check}.md`,
	].join('\n');
}

/** All findings and a last line that counts them. */
export function report(findings: readonly Finding[], records: number): string {
	const counted = (kind: Finding['kind']) => findings.filter((f) => f.kind === kind).length;
	const summary = `${records}条记录：${counted('slip')}处要改，${counted('breach')}处不符合规定，${counted('note')}条提示。`;
	return [...findings.map(describe), summary].join('\n\n');
}
