/** A text in parts, the telephone numbers in it apart from the rest: `0000-6000101（9:00至18:00）`. */
export const withPhones = (text: string): { text: string; phone: string | null }[] =>
	text
		.split(/(?<!\d)(\d{3,4}-\d{7,8})(?!\d)/)
		.filter(Boolean)
		.map((part) => ({ text: part, phone: /^\d{3,4}-\d{7,8}$/.test(part) ? plainPhone(part) : null }));

/** The digits of a telephone number to call; null for a text that is none, such as a place or the name of an account. */
export const plainPhone = (text: string): string | null => (/^[+\d][\d -]{2,19}$/.test(text) ? text.replace(/[ -]/g, '') : null);
