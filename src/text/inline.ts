import { escapeHtml } from '../basics/html.ts';
import { boldPairs } from './bold.ts';

/** What a link in a record may lead to: the web, mail, a telephone, this site, this page. */
const LINK = String.raw`(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)[^\s()<>"]*`;
/** What a picture may be: something uploaded to this site. */
const PICTURE = String.raw`\/uploads\/[\w./-]+`;

/** A sign after a backslash, a picture, a link. What is none of them is shown as it is written. */
const MARKS = new RegExp(
	String.raw`\\([!-/:-@[-\`{-~])|!\[([^[\]]*)\]\((${PICTURE})\)|(?<!(?<!\\)!)\[((?:\\.|[^[\]\\])+)\]\((${LINK})\)`,
	'g',
);

/** A piece of a line as it is written, and as HTML. */
interface Piece {
	from: number;
	to: number;
	html: string;
}

/** One line as safe HTML: bold, links and pictures. Whatever is no mark is shown as it is written. */
export function inlineHtml(line: string): string {
	const marks = [...line.matchAll(MARKS)].map(
		(match): Piece => ({ from: match.index, to: match.index + match[0].length, html: markHtml(match) }),
	);
	let unmarked = '';
	for (const { from, to } of marks) unmarked += line.slice(unmarked.length, from) + '\0'.repeat(to - from);
	const stars = boldPairs(line, unmarked + line.slice(unmarked.length)).flatMap(([open, close]): Piece[] => [
		{ from: open, to: open + 2, html: '<strong>' },
		{ from: close, to: close + 2, html: '</strong>' },
	]);
	let html = '';
	let at = 0;
	for (const piece of [...marks, ...stars].sort((a, b) => a.from - b.from)) {
		html += escapeHtml(line.slice(at, piece.from)) + piece.html;
		at = piece.to;
	}
	return html + escapeHtml(line.slice(at));
}

function markHtml([, sign, alt, picture, words, address]: RegExpMatchArray): string {
	if (sign !== undefined) return escapeHtml(sign);
	if (picture !== undefined) return `<img src="${escapeHtml(picture)}" alt="${escapeHtml(alt!)}" loading="lazy">`;
	const rel = address!.startsWith('http') ? ' rel="noopener"' : '';
	return `<a href="${escapeHtml(address!)}"${rel}>${inlineHtml(words!)}</a>`;
}

/** One line without its marks, as it may stand in an attribute. */
export const plainHtml = (line: string): string => inlineHtml(line).replace(/<[^>]*>/g, '');
