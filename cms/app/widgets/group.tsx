import { DecapCmsWidgetObject } from 'decap-cms-widget-object';
import { fromJS, Map as ImmutableMap, List } from 'immutable';
import { type ComponentType, forwardRef, useImperativeHandle, useRef } from 'react';
import type { Control, ControlProps } from './control.ts';

const Group = DecapCmsWidgetObject.controlComponent as unknown as ComponentType<ControlProps & { ref: unknown }>;

/** Several fields that belong together and may be absent altogether: opened and taken away by the editor, and asked for only while they are there. */
export const GroupControl = forwardRef<Control, ControlProps>(function GroupControl(props, ref) {
	const { value, field, forID, classNameWrapper, onChange, fieldsErrors, clearFieldErrors } = props;
	const inside = useRef<Control>(null);
	const isThere = ImmutableMap.isMap(value);
	useImperativeHandle(
		ref,
		() => ({
			isValid: () => true,
			validate: () => isThere && inside.current?.validate?.(),
			// What stands inside has errors and lists of its own to show.
			shouldComponentUpdate: () => true,
			focus: (path) => inside.current?.focus?.(path),
		}),
		[isThere],
	);
	const label = String(field.get('label'));
	const takeAway = () => {
		if (!window.confirm(`去掉“${label}”？里面填的会一起去掉。`)) return;
		for (const [id, errors] of (fieldsErrors ?? ImmutableMap()).entries())
			if ([...(errors as Iterable<{ parentIds?: readonly string[] }>)].some(({ parentIds }) => parentIds?.includes(forID)))
				clearFieldErrors(id);
		onChange(undefined);
	};
	if (!isThere)
		return (
			<div id={forID} className={`${classNameWrapper} desk-absent`}>
				<button type="button" onClick={() => onChange(fromJS(defaultsOf(field)))}>
					＋ 填写{label}
				</button>
			</div>
		);
	return (
		<div className="desk-group">
			<Group {...props} ref={inside} />
			<button type="button" className="desk-away" onClick={takeAway}>
				去掉{label}
			</button>
		</div>
	);
});

/** What stands in a group that has just been opened. */
function defaultsOf(field: ImmutableMap<string, unknown>): Record<string, unknown> {
	const fields = (field.get('fields') as List<ImmutableMap<string, unknown>> | undefined) ?? List();
	return Object.fromEntries(
		fields.toArray().flatMap((part) => {
			const name = String(part.get('name'));
			if (part.get('widget') === 'object') return [[name, defaultsOf(part)]];
			return part.has('default') ? [[name, part.get('default')]] : [];
		}),
	);
}
