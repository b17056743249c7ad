/**
 * HTML in a script that runs from right to left, its figures kept whole: between such letters a browser turns `0000-6000110` around its
 * hyphen, and the number it shows is another.
 */
export const isolated = (html: string): string =>
	html
		.split(/(<[^>]*>)/)
		.map((part) => (part.startsWith('<') ? part : part.replace(/\d+(?:[-:.]\d+)+/g, '<bdi dir="ltr">$&</bdi>')))
		.join('');
