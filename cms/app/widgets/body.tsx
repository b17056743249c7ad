import type { Map as ImmutableMap } from 'immutable';
import { forwardRef, useEffect, useId, useImperativeHandle, useRef } from 'react';
import type { Control, ControlProps } from './control.ts';
import { recordProblem } from './record-problem.ts';

/** What Decap hands to a control that may ask for a picture. */
interface PictureProps {
	mediaPaths: ImmutableMap<string, unknown>;
	onOpenMediaLibrary(wanted: object): void;
	onRemoveInsertedMedia(id: string): void;
	onRemoveMediaControl(id: string): void;
}

/** As many lines are shown at once; a longer text scrolls. */
const ROWS = { least: 12, most: 32 };

/**
 * The text of a record as it is written, marks and all: what a form turned into bold and lists and wrote back would not be the same text. How
 * it looks stands beside it, in the record's own page.
 */
export const BodyControl = forwardRef<Control, ControlProps & PictureProps>(function BodyControl(props, ref) {
	const { field, value, forID, classNameWrapper, onChange, setActiveStyle, setInactiveStyle } = props;
	const { mediaPaths, onOpenMediaLibrary, onRemoveInsertedMedia, onRemoveMediaControl } = props;
	const text = typeof value === 'string' ? value : '';
	const area = useRef<HTMLTextAreaElement>(null);
	const asked = useId();
	useImperativeHandle(
		ref,
		() => ({ isValid: () => recordProblem(props), shouldComponentUpdate: () => true, focus: () => area.current?.focus() }),
		[props],
	);
	const picture = mediaPaths.get(asked);
	useEffect(() => {
		if (typeof picture !== 'string') return;
		onRemoveInsertedMedia(asked);
		const at = area.current?.selectionEnd ?? text.length;
		const seen = window.prompt('图上有什么？看不见图的人读这句话。')?.replace(/[[\]\n]/g, '') ?? '';
		onChange(`${text.slice(0, at)}![${seen}](${picture})${text.slice(at)}`);
	}, [picture]);
	useEffect(() => () => onRemoveMediaControl(asked), []);
	return (
		<>
			<textarea
				id={forID}
				ref={area}
				className={`${classNameWrapper} desk-lines`}
				rows={Math.min(Math.max(text.split('\n').length + 1, ROWS.least), ROWS.most)}
				value={text}
				onChange={({ target }) => onChange(target.value)}
				onFocus={setActiveStyle}
				onBlur={setInactiveStyle}
			/>
			<button
				type="button"
				className="desk-more"
				onClick={() => onOpenMediaLibrary({ controlID: asked, forImage: true, allowMultiple: false, value: '', field })}
			>
				＋ 插入图片
			</button>
		</>
	);
});
