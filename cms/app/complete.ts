/** What the desk says of a record before it is sent: the same questions as on the server, in the same words. */

import { recordsOf } from '../../src/checks/check.ts';
import { checks } from '../../src/checks/index.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { labelOf } from '../../src/schema/labels.ts';
import { readFile } from '../../src/schema/reader.ts';
import { draftFindings } from '../server/checking.ts';
import { unmarked } from '../server/spoken.ts';

/** Questions that a record answers alone; the others need the rest of the board, and are asked by the server. */
const ALONE = ['audience', 'privacy', 'table-cells', 'notice-dates', 'vote-sums', 'ledger-sums', 'statistic-sums', 'claim-sources'];

/** What keeps a record from being kept as a draft: what is written and wrong. What is not written yet is no matter; what a person must judge is asked later. */
export function slipsIn(path: string, raw: string): Finding[] {
	const wrong = draftFindings(path, raw);
	if (wrong.length > 0) return wrong;
	const { entry } = readFile({ file: path, bytes: new TextEncoder().encode(raw) });
	if (!entry) return [];
	const records = recordsOf([entry], []);
	return checks
		.filter(({ id, kind }) => kind === 'slip' && ALONE.includes(id))
		.flatMap(({ id, kind, law, run }) => run(records).map((said): Finding => ({ check: id, kind, ...said, ...(law ? { law } : {}) })))
		.filter((found) => found.kind === 'slip' && !found.confirm);
}

/** A finding as a clerk reads it: the field in the words of the form, what is there, what to do. */
export const told = ({ file, field, problem, fix }: Finding): string => {
	const where = labelOf(file, field);
	return unmarked(where && !problem.startsWith(where) ? `${where}：${problem}${fix}` : `${problem}${fix}`);
};
