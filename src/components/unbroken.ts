import { withFigures } from '../basics/figures.ts';

/** A tag, a comment, or an element whose text is not set in lines. */
const MARKUP = /<!--[\s\S]*?-->|<(script|style|title|svg|select|textarea|time)\b[\s\S]*?<\/\1>|<(?:"[^"]*"|'[^']*'|[^>"'])*>/g;

/** A page in which no figure of the text breaks over two lines: each that could is set in an element of its own. */
export function withoutBrokenFigures(html: string): string {
	let out = '';
	let at = 0;
	for (const markup of html.matchAll(MARKUP)) {
		out += unbroken(html.slice(at, markup.index)) + markup[0];
		at = markup.index + markup[0].length;
	}
	return out + unbroken(html.slice(at));
}

const unbroken = (text: string): string =>
	/\d/.test(text)
		? withFigures(text)
				.map((part) => (part.figure ? `<span class="nw">${part.text}</span>` : part.text))
				.join('')
		: text;
