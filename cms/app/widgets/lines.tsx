import { List } from 'immutable';
import { forwardRef, useEffect, useImperativeHandle, useState } from 'react';
import { type Control, type ControlProps, refusal } from './control.ts';
import { recordProblem } from './record-problem.ts';

/** Several short texts, one to a line, as they are pasted from a document. */
export const LinesControl = forwardRef<Control, ControlProps>(function LinesControl(props, ref) {
	const { field, value, forID, classNameWrapper, onChange, setActiveStyle, setInactiveStyle } = props;
	const kept = List.isList(value) ? (value as List<string>).join('\n') : '';
	const [text, setText] = useState(kept);
	useEffect(() => {
		if (linesOf(text).join('\n') !== kept) setText(kept);
	}, [kept, text]);
	useImperativeHandle(
		ref,
		() => ({
			isValid: () => {
				const lines = linesOf(text);
				const [pattern, words] = (field.get('pattern') as List<string> | undefined)?.toArray() ?? [];
				const wrong = pattern ? lines.findIndex((line) => !new RegExp(pattern).test(line)) : -1;
				if (wrong >= 0) return refusal(`“${field.get('label')}”第${wrong + 1}行的写法不对：${words}。`);
				return recordProblem({ ...props, value: text });
			},
			focus: () => document.getElementById(forID)?.focus(),
		}),
		[text, field, props, forID],
	);
	return (
		<textarea
			id={forID}
			className={`${classNameWrapper} desk-lines`}
			rows={Math.max(2, text.split('\n').length)}
			placeholder="一行一项"
			value={text}
			onChange={(event) => {
				setText(event.target.value);
				onChange(List(linesOf(event.target.value)));
			}}
			onFocus={setActiveStyle}
			onBlur={setInactiveStyle}
		/>
	);
});

const linesOf = (text: string): string[] =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
