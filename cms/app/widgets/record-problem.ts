import type { Map as ImmutableMap } from 'immutable';
import { foundIn, letPass, shownOf } from '../../../src/privacy/detectors.ts';
import { gradeOf } from '../../../src/privacy/found.ts';
import { type LetPass, textsLetPass } from '../../../src/privacy/let-pass.ts';
import { sayHidden } from '../../../src/schema/messages.ts';
import { slipsIn } from '../complete.ts';
import { fileOf } from '../draft.ts';
import { type ControlProps, type Refusal, refusal } from './control.ts';

/** The widgets whose text may be of several lines. */
const MULTILINE = ['text', 'body', 'lines'];

type Asked = Pick<ControlProps, 'value' | 'field' | 'getEntry' | 'parentIds' | 'collection'>;

/**
 * What is wrong at this field of the record it stands in: a private person's number anywhere, and for a field of the record itself what the
 * checks of the whole record say of it (a closing balance that does not add up).
 */
export function recordProblem({ value, field, getEntry, parentIds = [], collection }: Asked): true | Refusal {
	const name = String(field.get('name'));
	const kind = MULTILINE.includes(String(field.get('widget'))) ? 'lines' : 'line';
	const hidden = typeof value === 'string' && sayHidden(`“${field.get('label')}”`, value, kind);
	if (hidden) return refusal(`${hidden.problem}${hidden.fix}`);
	const data = getEntry?.().get('data') as ImmutableMap<string, unknown> | undefined;
	const allowed = (data?.get('allowed') as { toJS(): unknown } | undefined)?.toJS() as LetPass['allowed'];
	const found = typeof value === 'string' ? letPass(foundIn(value), { texts: textsLetPass(allowed) }) : [];
	const number = found.find((each) => gradeOf(each) === 'number');
	if (number)
		return refusal(
			`“${field.get('label')}”里面像是有${number.what}：“${shownOf(number)}”。删掉，或换成办公电话、岗位名称：公开以后收不回来。`,
		);
	if (parentIds.length > 0 || !getEntry) return true;
	const file = fileOf(collection, getEntry() as ImmutableMap<string, unknown>);
	// How the field itself is written is for the control to say.
	const slip = file && slipsIn(file.path, file.raw).find((finding) => finding.field === name && finding.check !== 'shape');
	return slip ? refusal(`${slip.problem}${slip.fix}`) : true;
}
