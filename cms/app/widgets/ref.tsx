import type { List } from 'immutable';
import { forwardRef, useEffect, useImperativeHandle, useState } from 'react';
import { type Named, recordsNamed } from '../records.ts';
import type { Control, ControlProps } from './control.ts';

/** Another record of the board, chosen by its name. */
export const RefControl = forwardRef<Control, ControlProps>(function RefControl(props, ref) {
	const { field, collection, value, forID, classNameWrapper, onChange, setActiveStyle, setInactiveStyle } = props;
	const [groups, setGroups] = useState<{ title: string; records: Named[] }[] | null>(null);
	const names = (field.get('refersTo') as List<string>).join(' ');
	const community = collection.getIn(['desk', 'community']) as string | undefined;
	useEffect(() => {
		let isHere = true;
		recordsNamed(names.split(' '), community).then((found) => isHere && setGroups(found));
		return () => {
			isHere = false;
		};
	}, [names, community]);
	useImperativeHandle(ref, () => ({ isValid: () => true, focus: () => document.getElementById(forID)?.focus() }), [forID]);
	const chosen = typeof value === 'string' ? value : '';
	const isKnown = chosen === '' || groups?.some(({ records }) => records.some(({ id }) => id === chosen));
	return (
		<select
			id={forID}
			className={`${classNameWrapper} desk-select`}
			value={chosen}
			onChange={(event) => onChange(event.target.value)}
			onFocus={setActiveStyle}
			onBlur={setInactiveStyle}
		>
			<option value="">{groups === null ? '正在读取……' : field.get('required') === false ? '（不填）' : '请选择'}</option>
			{!isKnown && <option value={chosen}>{groups === null ? chosen : `${chosen}（还没有公开）`}</option>}
			{groups?.map(({ title, records }) => (
				<optgroup key={title} label={title}>
					{records.map(({ id, title: name }) => (
						<option key={id} value={id}>
							{/^\d/.test(id.split('/').at(-1)!) ? `${id.split('/').at(-1)!.slice(0, 10)} ${name}` : name}
						</option>
					))}
				</optgroup>
			))}
		</select>
	);
});
