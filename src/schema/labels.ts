import { collections } from './index.ts';
import { placeOf } from './place.ts';
import { settings } from './settings.ts';

/** What is asked of a schema here, whichever kind it is. */
interface Any {
	def: { innerType?: Any; element?: Any; shape?: Record<string, Any> };
	meta(): { title?: string } | undefined;
}

/** A field in the words of the form: `agenda[1].owner` of a meeting is `“议题”第1项的“谁来办”`. The path itself where the form has no word. */
export function labelOf(file: string, field: string): string {
	if (field === '') return '';
	if (field === 'body') return '“正文”';
	let at: Any | undefined = schemaOf(file);
	const words: string[] = [];
	for (const [step, index] of stepsOf(field)) {
		at = at && (index === undefined ? inside(at).def.shape?.[step] : inside(at).def.element);
		if (!at) return field;
		if (index !== undefined) words.push(`${words.pop() ?? ''}第${index}项`);
		else words.push(`“${titleOf(at) ?? step}”`);
	}
	return words.join('的');
}

/** `agenda[1].owner` → `agenda`, `[1]`, `owner` */
const stepsOf = (field: string): [step: string, index: string | undefined][] =>
	[...field.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) => [name ?? '', index]);

function schemaOf(file: string): Any | undefined {
	const place = placeOf(file);
	if ('check' in place || place.kind === 'upload') return undefined;
	return (place.kind === 'settings' ? settings : collections[place.collection].schema) as unknown as Any;
}

function inside(schema: Any): Any {
	let at = schema;
	while (at.def.innerType) at = at.def.innerType;
	return at;
}

function titleOf(schema: Any): string | undefined {
	for (let at: Any | undefined = schema; at; at = at.def.innerType) {
		const title = at.meta()?.title;
		if (title) return title;
	}
	return undefined;
}
