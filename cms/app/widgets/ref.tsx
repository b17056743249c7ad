import { List } from 'immutable';
import { forwardRef, useEffect, useImperativeHandle, useState } from 'react';
import { type CollectionName, collections } from '../../../src/schema/index.ts';
import { type Named, recordsNamed } from '../records.ts';
import type { Control, ControlProps } from './control.ts';

interface Group {
	title: string;
	records: Named[];
}

/** Another record of the board, or several, chosen by name. */
export const RefControl = forwardRef<Control, ControlProps>(function RefControl(props, ref) {
	const { field, collection, value, forID, classNameWrapper, onChange, setActiveStyle, setInactiveStyle } = props;
	const [groups, setGroups] = useState<Group[] | null>(null);
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

	const isMultiple = Boolean(field.get('multiple'));
	const chosen = List.isList(value) ? (value as List<string>).toArray() : typeof value === 'string' && value ? [value] : [];
	const single = isMultiple ? '' : (chosen[0] ?? '');
	const isKnown = single === '' || groups?.some(({ records }) => records.some(({ id }) => id === single));
	const kinds = names.split(' ').map((name) => `“${collections[name as CollectionName].one}”`);
	// Of an empty list nothing can be chosen, and nobody guesses that its records are to be published first.
	if (groups?.length === 0 && chosen.length === 0)
		return (
			<p id={forID} className={`${classNameWrapper} desk-none`}>
				还没有公开的{kinds.join('、')}，所以没有可选的。
				{field.get('required') === false ? '先空着。' : '先去新建一条，发布以后再回来选。'}
			</p>
		);
	const empty = groups === null ? '正在读取……' : isMultiple ? '＋ 加一个' : field.get('required') === false ? '（不填）' : '请选择';
	const select = (
		<select
			id={forID}
			className={isMultiple ? 'desk-more' : `${classNameWrapper} desk-select`}
			value={single}
			onChange={({ target }) => onChange(isMultiple ? List([...chosen, target.value]) : target.value)}
			onFocus={setActiveStyle}
			onBlur={setInactiveStyle}
		>
			<option value="">{empty}</option>
			{!isKnown && <option value={single}>{nameIn(groups, single)}</option>}
			{groups?.map(({ title, records }) => (
				<optgroup key={title} label={title}>
					{records
						.filter(({ id }) => !isMultiple || !chosen.includes(id))
						.map((record) => (
							<option key={record.id} value={record.id}>
								{said(record)}
							</option>
						))}
				</optgroup>
			))}
		</select>
	);
	if (!isMultiple) return select;
	return (
		<div className={`${classNameWrapper} desk-refs`}>
			<ul>
				{chosen.map((id) => (
					<li key={id}>
						{nameIn(groups, id)}
						<button
							type="button"
							aria-label={`去掉${nameIn(groups, id)}`}
							onClick={() => onChange(List(chosen.filter((each) => each !== id)))}
						>
							去掉
						</button>
					</li>
				))}
			</ul>
			{select}
		</div>
	);
});

function nameIn(groups: readonly Group[] | null, id: string): string {
	if (groups === null) return '……';
	const found = groups.flatMap(({ records }) => records).find((record) => record.id === id);
	return found ? said(found) : `${id}（还没有公开）`;
}

/** Meetings of every month have much the same title, so the day goes before. */
function said({ id, title }: Named): string {
	const day = /^\d{4}-\d{2}-\d{2}/.exec(id.split('/').at(-1)!)?.[0];
	return day ? `${day} ${title}` : title;
}
