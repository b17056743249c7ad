/** The digits of a telephone number to call; null for a text that is none, such as a place or the name of an account. */
export const plainPhone = (text: string): string | null => (/^[+\d][\d -]{2,19}$/.test(text) ? text.replace(/[ -]/g, '') : null);
