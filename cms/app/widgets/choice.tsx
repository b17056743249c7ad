import { List } from 'immutable';
import { forwardRef, useImperativeHandle } from 'react';
import { type Control, type ControlProps, optionsOf } from './control.ts';
import { recordProblem } from './record-problem.ts';

/** One of a few words, or several of them. */
export const ChoiceControl = forwardRef<Control, ControlProps>(function ChoiceControl(props, ref) {
	const { field, value, forID, classNameWrapper, onChange, setActiveStyle, setInactiveStyle } = props;
	useImperativeHandle(ref, () => ({ isValid: () => recordProblem(props), focus: () => document.getElementById(forID)?.focus() }), [
		props,
		forID,
	]);
	const options = optionsOf(field);
	if (field.get('multiple')) {
		const chosen = List.isList(value) ? (value as List<string>) : List<string>();
		return (
			<fieldset id={forID} className={`${classNameWrapper} desk-choices`} aria-label={String(field.get('label'))}>
				{options.map((option) => (
					<label key={option.value}>
						<input
							type="checkbox"
							checked={chosen.includes(option.value)}
							// Kept in the order of the list, whatever was ticked first.
							onChange={(event) =>
								onChange(
									List(
										options
											.map((each) => each.value)
											.filter((each) => (each === option.value ? event.target.checked : chosen.includes(each))),
									),
								)
							}
						/>
						{option.label}
					</label>
				))}
			</fieldset>
		);
	}
	const isKnown = value === undefined || value === null || value === '' || options.some((option) => option.value === value);
	return (
		<select
			id={forID}
			className={`${classNameWrapper} desk-select`}
			value={(value as string | undefined) ?? ''}
			onChange={(event) => onChange(event.target.value)}
			onFocus={setActiveStyle}
			onBlur={setInactiveStyle}
		>
			<option value="">{field.get('required') === false ? '（不填）' : '请选择'}</option>
			{!isKnown && <option value={String(value)}>{String(value)}（没有这个选项）</option>}
			{options.map((option) => (
				<option key={option.value} value={option.value}>
					{option.label}
				</option>
			))}
		</select>
	);
});
