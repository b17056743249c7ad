import type { z } from 'zod';
import { HIDDEN } from '../basics/signs.ts';
import { PATTERNS } from '../schema/fields.ts';
import { type JsonSchema, toJsonSchema } from './json-schema.ts';

/** One field of a form, as Decap CMS reads it. What Decap does not know is for the desk's own widgets. */
export interface DecapField {
	name: string;
	label: string;
	hint?: string;
	widget: string;
	required?: false;
	default?: unknown;
	/** a regular expression, and the words that follow “写法不对：”; of each line in a field of lines */
	pattern?: [string, string];
	options?: { value: string; label: string }[];
	multiple?: boolean;
	min?: number;
	max?: number;
	value_type?: 'int' | 'float';
	step?: number;
	fields?: DecapField[];
	label_singular?: string;
	summary?: string;
	collapsed?: boolean;
	minimize_collapsed?: boolean;
	/** the collections whose records may be chosen */
	refersTo?: readonly string[];
}

/** What the form needs of a field's JSON Schema. */
interface Property {
	type?: string;
	title?: string;
	description?: string;
	widget?: string;
	format?: string;
	options?: Readonly<Record<string, string>>;
	refersTo?: readonly string[];
	expects?: string;
	pattern?: string;
	maxLength?: number;
	minItems?: number;
	minimum?: number;
	default?: unknown;
	properties?: Readonly<Record<string, Property>>;
	required?: readonly string[];
	items?: Property;
}

/** The fields of a record's form, in the order of its schema. Stamped by the desk itself and so not asked for: `publishedOn`. */
export function fieldsOf(schema: z.ZodType): DecapField[] {
	return fieldsIn(toJsonSchema(schema) as JsonSchema & Property).map((field) =>
		field.name === 'publishedOn' ? { ...field, widget: 'hidden' } : field,
	);
}

const fieldsIn = ({ properties = {}, required = [] }: Property): DecapField[] =>
	Object.entries(properties).map(([name, property]) => {
		const isRequired = required.includes(name);
		return {
			name,
			label: property.title ?? name,
			...(property.description ? { hint: property.description } : {}),
			...(isRequired ? {} : { required: false as const }),
			...(property.default !== undefined && property.type !== 'array' ? { default: property.default } : {}),
			...widgetOf(property, isRequired),
		};
	});

type Widget = Omit<DecapField, 'name' | 'label'>;

/** The editor for one field. The first line that fits wins. */
function widgetOf(p: Property, isRequired: boolean): Widget {
	if (p.refersTo) return { widget: 'ref', refersTo: p.refersTo };
	if (p.options) return { widget: 'select', options: optionsOf(p.options) };
	if (p.widget === 'money' || p.widget === 'area' || p.widget === 'time' || p.widget === 'file' || p.widget === 'text')
		return { widget: p.widget };
	if (p.format === 'date') return { widget: 'day' };
	if (p.type === 'array') return listOf(p.items ?? {}, p, isRequired);
	// A group that may be absent is opened by the editor, so that what is required inside it is only asked for then.
	if (p.properties) return { widget: isRequired ? 'object' : 'group', fields: fieldsIn(p), collapsed: false };
	if (p.type === 'boolean') return { widget: 'boolean' };
	if (p.type === 'integer') return { widget: 'number', value_type: 'int', min: p.minimum, step: 1 };
	if (p.type === 'number') return { widget: 'number', value_type: 'float', step: 0.01 };
	return { widget: 'string', ...patternOf(p) };
}

function listOf(item: Property, list: Property, isRequired: boolean): Widget {
	const least = list.minItems ?? (isRequired ? 0 : undefined);
	// A list that must be written but may be empty asks for nothing.
	const size = { ...(least ? { min: least } : { required: false as const }), default: [] };
	if (item.options) return { widget: 'select', multiple: true, options: optionsOf(item.options), ...size };
	if (item.refersTo) return { widget: 'ref', multiple: true, refersTo: item.refersTo, ...size };
	if (item.type === 'string') return { widget: 'lines', ...patternOf(item), ...size };
	const fields = fieldsIn(item);
	return { widget: 'list', label_singular: item.title ?? list.title ?? '', collapsed: true, ...size, fields, summary: summaryOf(fields) };
}

/** What an item of a list is called while it is folded: its day, what it is, and its amount. */
function summaryOf(fields: readonly DecapField[]): string {
	const first = (...widgets: string[]) => fields.find(({ widget, required }) => required !== false && widgets.includes(widget));
	const parts = [first('day'), first('string') ?? first('text') ?? first('ref') ?? first('select'), first('money')];
	return parts.flatMap((field) => (field ? [`{{fields.${field.name}}}`] : [])).join(' ');
}

/** A line's length, or how the text must be written, in words that can stand after “写法不对：”. */
function patternOf({ pattern, maxLength, expects }: Property): Pick<DecapField, 'pattern'> {
	if (pattern === PATTERNS.line) return { pattern: [`^[^${HIDDEN.line}]{1,${maxLength}}$`, `写一行看得见的字，不超过${maxLength}字`] };
	return pattern ? { pattern: [pattern, expects ?? '照说明写'] } : {};
}

const optionsOf = (options: Readonly<Record<string, string>>) => Object.entries(options).map(([value, label]) => ({ value, label }));
