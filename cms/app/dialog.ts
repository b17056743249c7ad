/** A question over whatever is on the screen: the browser's own dialog, so that keys, focus and screen readers know it. */
export interface Asking {
	/** The id of the heading, of which the dialog has its name. */
	heading: string;
	/** What stands in the form, its buttons too; escaped by who writes it. */
	html: string;
	/** Whether it may be closed without an answer: by Esc. */
	mayLeave?: boolean;
	isNarrow?: boolean;
}

/** Asks until `onSubmit` takes what was written; answers the form then, or null when it was left. `onChange`: told whenever something else is chosen in it. */
export function asked(
	{ heading, html, mayLeave = true, isNarrow = false }: Asking,
	onSubmit: (form: HTMLFormElement) => boolean | Promise<boolean>,
	onChange?: (form: HTMLFormElement) => void,
) {
	return new Promise<HTMLFormElement | null>((resolve) => {
		const dialog = document.createElement('dialog');
		dialog.className = `desk-dialog${isNarrow ? ' narrow' : ''}`;
		dialog.setAttribute('aria-labelledby', heading);
		dialog.innerHTML = html;
		const form = dialog.querySelector('form')!;
		const over = (answer: HTMLFormElement | null) => {
			dialog.remove();
			resolve(answer);
		};
		dialog.addEventListener('cancel', (event) => {
			event.preventDefault();
			if (mayLeave) over(null);
		});
		for (const leave of dialog.querySelectorAll('[data-leave]')) leave.addEventListener('click', () => over(null));
		form.addEventListener('submit', async (event) => {
			event.preventDefault();
			if (await onSubmit(form)) over(form);
		});
		// The browser's own words for what is missing may be of another language.
		form.addEventListener(
			'invalid',
			({ target }) => {
				const field = target as HTMLInputElement;
				if (field.validity.valueMissing) field.setCustomValidity(field.dataset.missing ?? '这里还没有填。');
			},
			true,
		);
		form.addEventListener('input', () => {
			for (const field of form.querySelectorAll<HTMLInputElement>('input, select')) field.setCustomValidity('');
		});
		if (onChange) form.addEventListener('change', () => onChange(form));
		document.body.append(dialog);
		dialog.showModal();
	});
}
