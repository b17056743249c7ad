import { dayInShanghai } from '../../src/basics/days.ts';
import { escapeHtml } from '../../src/basics/html.ts';
import type { Answer, AnsweredHint, Hint } from '../protocol.ts';
import { asked } from './dialog.ts';

/** Why such words may be public, most often. */
const REASONS = ['办公或公共用房，不是住户', '店铺、车库、库房，不是住户', '已经公开的判决或公告', '没有写到具体的人', '虚构的例子'];

/** The last reason of the list: the clerk's own. */
const OTHER = '其他，自己写';

/** What was answered in this window, so that whoever goes back to change one thing need not answer the others again. */
const remembered = new Map<string, string>();

/** Asks in one list whether the words may be public, before a step: `送审`. Null when something is to be changed first. */
export async function answersTo(hints: readonly Hint[], step: string): Promise<Answer[] | null> {
	let answers: Answer[] = [];
	const form = await asked(
		{ heading: 'desk-hints-title', html: questions(hints, step) },
		(sent) => {
			const given = new FormData(sent);
			answers = hints.flatMap(({ id }) => (given.get(`may-${id}`) === 'yes' ? { id, why: whyIn(given, id) } : []));
			for (const { id, why } of answers) remembered.set(id, why);
			return true;
		},
		reasonsShown,
	);
	return form && answers.length === hints.length ? answers : null;
}

const whyIn = (given: FormData, id: string): string =>
	String(given.get(given.get(`why-${id}`) === OTHER ? `other-${id}` : `why-${id}`) ?? '').trim();

/** Shows the reasons beside what may be public, and room for another reason beside 其他. */
function reasonsShown(form: HTMLFormElement): void {
	for (const set of form.querySelectorAll('fieldset')) {
		const may = set.querySelector<HTMLInputElement>('input[value=yes]')!.checked;
		const [reason, other] = [set.querySelector('select')!, set.querySelector<HTMLInputElement>('input[type=text]')!];
		shown(reason, may);
		shown(other, may && reason.value === OTHER);
	}
}

function shown(field: HTMLSelectElement | HTMLInputElement, is: boolean): void {
	field.closest('label')!.hidden = !is;
	field.disabled = !is;
}

const questions = (hints: readonly Hint[], step: string): string => `
	<form method="dialog">
		<h1 id="desk-hints-title">这${hints.length}处可以公开吗？</h1>
		<p>这里可能写到了某一户或某个人，请您看一看能不能公开。可以公开的，选一个理由；不可以的，回去改。回答和您的名字记在编辑台，不在网页上；改了字才会再问。</p>
		<ol class="desk-hints">${hints.map(question).join('')}</ol>
		<div class="desk-buttons"><button type="submit">回答好了，${step}</button><button type="button" data-leave>都先回去改</button></div>
	</form>`;

function question(hint: Hint): string {
	const { id, places } = hint;
	const before = remembered.get(id);
	const isOther = before !== undefined && !REASONS.includes(before);
	const option = (value: string) => `<option${value === before ? ' selected' : ''}>${value}</option>`;
	return `<li><fieldset>
		<legend>${escapeHtml(places.join('、'))}</legend>
		${quoted(hint)}
		<div class="desk-may">
			<label><input type="radio" name="may-${id}" value="yes" required data-missing="请选“可以公开”或“回去改”。"${before === undefined ? '' : ' checked'}> 可以公开</label>
			<label><input type="radio" name="may-${id}" value="no" required data-missing="请选“可以公开”或“回去改”。"> 回去改</label>
		</div>
		<label${before === undefined ? ' hidden' : ''}>理由 <select name="why-${id}" required data-missing="请选一个理由。"${before === undefined ? ' disabled' : ''}>
			<option value="">请选一个</option>${REASONS.map(option).join('')}<option${isOther ? ' selected' : ''}>${OTHER}</option>
		</select></label>
		<label${isOther ? '' : ' hidden'}>写清是什么，不写是谁 <input type="text" name="other-${id}" maxlength="60" required data-missing="请写理由：是什么，不写是谁。"${isOther ? ` value="${escapeHtml(before)}"` : ' disabled'}></label>
	</fieldset></li>`;
}

/** The words as they stand, with a little around them, and what they look like. */
export const quoted = ({ text, around, problem }: Hint): string =>
	`<blockquote>${escapeHtml(around?.[0] ?? '')}<mark>${escapeHtml(text)}</mark>${escapeHtml(around?.[1] ?? '')}</blockquote><p class="desk-soft">${escapeHtml(problem)}</p>`;

/** What was answered, for the reviewer. */
export const answered = (all: readonly AnsweredHint[]): string =>
	`<ol class="desk-hints">${all
		.map(
			(each) =>
				`<li><p>${escapeHtml(each.places.join('、'))}</p>${quoted(each)}<p><b>可以公开</b>：${escapeHtml(each.why)}。<span class="desk-soft">${escapeHtml(each.person)}，${dayOf(each.at)}</span></p></li>`,
		)
		.join('')}</ol>`;

/** `2026-04-13T01:05:00Z` → `4月13日`, as in China. */
function dayOf(at: string): string {
	const [, month, day] = dayInShanghai(Date.parse(at)).split('-');
	return `${Number(month)}月${Number(day)}日`;
}
