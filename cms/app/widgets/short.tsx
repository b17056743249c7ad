import { forwardRef, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { chineseDay, weekdayName } from '../../../src/basics/days.ts';
import { fen, yuan } from '../../../src/basics/money.ts';
import { type Control, type ControlProps, refusal } from './control.ts';
import { recordProblem } from './record-problem.ts';
import { readArea, readDay, readMoney, readTime } from './written.ts';

/** One kind of short text that is understood in several spellings and kept in one. */
interface Short {
	read(text: string): string | null;
	/** what is said of a text that cannot be understood */
	expects: string;
	/** what stands beside the field once it is understood */
	aside(value: string): string;
	unit?: string;
	placeholder: string;
	isNumber?: boolean;
	hasCalendar?: boolean;
}

function control({ read, expects, aside, unit, placeholder, isNumber, hasCalendar }: Short) {
	return forwardRef<Control, ControlProps>(function ShortControl(props, ref) {
		const { value, onChange, forID, classNameWrapper, setActiveStyle, setInactiveStyle, field } = props;
		const kept = typeof value === 'string' ? value : '';
		const [text, setText] = useState(kept);
		const [isActive, setActive] = useState(false);
		const picker = useRef<HTMLInputElement>(null);
		// What changes the record from elsewhere (a table pasted, an item moved) is shown unless somebody is writing here.
		useEffect(() => {
			if (!isActive && (read(text) ?? text.trim()) !== kept) setText(kept);
		}, [kept, isActive, text]);
		const understood = text.trim() === '' ? '' : read(text);
		const unclear = `“${field.get('label')}”写的是“${text.trim()}”，看不懂。${expects}`;
		useImperativeHandle(
			ref,
			() => ({
				isValid: () => (understood === null ? refusal(unclear) : recordProblem(props)),
				focus: () => document.getElementById(forID)?.focus(),
			}),
			[understood, unclear, props, forID],
		);
		const change = (next: string) => {
			setText(next);
			onChange(next.trim() === '' ? '' : (read(next) ?? next.trim()));
		};
		return (
			<div className={`${classNameWrapper} desk-short`}>
				<input
					id={forID}
					type="text"
					inputMode={isNumber ? 'decimal' : undefined}
					className={isNumber ? 'desk-number' : undefined}
					value={text}
					placeholder={placeholder}
					autoComplete="off"
					onChange={(event) => change(event.target.value)}
					onFocus={() => {
						setActive(true);
						setActiveStyle();
					}}
					onBlur={() => {
						setActive(false);
						setInactiveStyle();
						if (understood) setText(understood);
					}}
				/>
				{unit && <span className="desk-unit">{unit}</span>}
				{hasCalendar && (
					<button type="button" className="desk-calendar" onClick={() => picker.current?.showPicker?.()}>
						日历
						<input
							ref={picker}
							type="date"
							tabIndex={-1}
							aria-hidden="true"
							value={understood || ''}
							onChange={(event) => change(event.target.value)}
						/>
					</button>
				)}
				<span className={understood === null ? 'desk-aside desk-wrong' : 'desk-aside'}>
					{understood === null ? (isActive ? '' : expects) : understood && aside(understood)}
				</span>
			</div>
		);
	});
}

export const DayControl = control({
	read: readDay,
	expects: '写成 2026-03-10 这样的日期，要有这一天。',
	aside: (day) => `${chineseDay(day)}，${weekdayName(day)}`,
	placeholder: '年-月-日',
	hasCalendar: true,
});

export const TimeControl = control({
	read: readTime,
	expects: '写成 19:30 这样的时刻，一天结束写 24:00。',
	aside: () => '',
	placeholder: '时:分',
});

export const MoneyControl = control({
	read: readMoney,
	expects: '写成 12800.00 这样的金额，最多两位小数。',
	aside: (amount) => `${yuan(fen(amount))}元`,
	unit: '元',
	placeholder: '0.00',
	isNumber: true,
});

export const AreaControl = control({
	read: readArea,
	expects: '写成 86412.60 这样的面积，最多两位小数。',
	aside: () => '',
	unit: '平方米',
	placeholder: '0.00',
	isNumber: true,
});
