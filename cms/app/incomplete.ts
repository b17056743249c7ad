import type { Map as ImmutableMap, List } from 'immutable';

interface FieldError {
	type?: string;
	message?: string;
}

/** Whether a draft with these errors may be kept: only when all of them are fields not written yet, and the editor wants it so. */
export function mayBeIncomplete(errors: ImmutableMap<string, List<FieldError> | readonly FieldError[]>): boolean {
	const all = [...errors.values()].flatMap((each) => [...each]);
	if (!all.every(({ type }) => type === 'PRESENCE' || type === 'RANGE')) return false;
	const said = [...new Set(all.map(({ message }) => message).filter(Boolean))].slice(0, 6).join('\n');
	return window.confirm(`还有 ${all.length} 项没有填：\n${said}\n\n先存成草稿吗？送审、发布以前要补全。`);
}
