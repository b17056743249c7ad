import type { Map as ImmutableMap, List } from 'immutable';
import type { ComponentType } from 'react';

/** What Decap hands to a control of ours. */
export interface ControlProps {
	value: unknown;
	field: ImmutableMap<string, unknown>;
	collection: ImmutableMap<string, unknown>;
	forID: string;
	classNameWrapper: string;
	onChange(value: unknown): void;
	setActiveStyle(): void;
	setInactiveStyle(): void;
	getEntry?(): ImmutableMap<string, unknown>;
	parentIds?: readonly string[];
	fieldsErrors?: ImmutableMap<string, unknown>;
	clearFieldErrors(id: string): void;
	editorControl: ComponentType<Record<string, unknown>>;
}

/** What Decap asks of a control: whether what stands in it may be saved. A function component that offers no such thing loses the checks of its field as well. */
export interface Control {
	isValid(): true | Refusal;
	validate?(): unknown;
	shouldComponentUpdate?(): boolean;
	focus?(path?: string): void;
}

export interface Refusal {
	error: { type: 'CUSTOM'; message: string };
}

export const refusal = (message: string): Refusal => ({ error: { type: 'CUSTOM', message } });

/** The choices of a field. */
export const optionsOf = (field: ImmutableMap<string, unknown>): { value: string; label: string }[] =>
	((field.get('options') as List<ImmutableMap<string, string>> | undefined)?.toJS() ?? []) as { value: string; label: string }[];
