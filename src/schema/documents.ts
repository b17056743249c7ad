import type { z } from 'zod';
import { choice, day, line, list, record, ref, upload } from './fields.ts';
import { publication } from './publication.ts';

export const documentKinds = {
	rules: '议事规则',
	covenant: '管理规约',
	system: '管理制度',
	contract: '合同',
	policy: '政策文件',
	handbook: '手册',
	matrix: '责任清单',
	worklist: '工作清单',
	emergencyPlan: '应急预案',
	report: '报告',
} as const;

export const documentStates = { inForce: '现行', draft: '征求意见', superseded: '已废止' } as const;

/** A rule, a contract, a plan or a policy. The text is the body; the signed paper may be attached. */
export const document = record({
	title: line('标题', '文件的全称。'),
	kind: choice('类别', '是哪一类文件。', documentKinds),
	status: choice('状态', '现行、征求意见还是已废止。', documentStates),
	issuer: line('制定机关', '谁制定或签订的。'),
	number: line('文号', '有文号的写上。').optional(),
	issuedOn: day('成文日期', '文件的日期。'),
	inForceFrom: day('施行日期', '从哪天起施行。').optional(),
	inForceUntil: day('有效期至', '到哪天为止。').optional(),
	replaces: ref(['documents'], '取代', '取代了哪份文件。').optional(),
	file: upload('附件', '文件的扫描件。').optional(),
	about: list(
		ref(['meetings', 'notices', 'bodies', 'documents', 'ledgers', 'matters'], '相关记录', '通过它的会议、公示。'),
		'相关记录',
		'和这份文件有关的记录。',
	).default([]),
	...publication,
});

export type Document = z.infer<typeof document>;
