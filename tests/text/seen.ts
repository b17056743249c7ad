import { Parser } from 'htmlparser2';

const INLINE = new Set(['strong', 'a', 'img']);

/** What is seen of a page: each line, cell and item one text, a list's numbers as the browser counts them, bold between ⟦ and ⟧. */
export function seenInHtml(html: string): string[] {
	let text = '';
	let number = '';
	const counts: (number | null)[] = [];
	/** Writes the number of an item before what stands first in it. */
	const numbered = (piece: string) => {
		text += number + piece;
		number = '';
	};
	const parser = new Parser({
		onopentag(name, attributes) {
			if (name === 'br' || name === 'img') numbered('');
			if (!INLINE.has(name)) text += '\n';
			if (name === 'ol') counts.push(0);
			if (name === 'ul') counts.push(null);
			if (name === 'strong') numbered('⟦');
			if (name !== 'li') return;
			const count = counts.pop();
			counts.push(count === null ? null : attributes.value === undefined ? count! + 1 : Number(attributes.value));
			number += count === null ? '' : `${counts.at(-1)}. `;
		},
		ontext(piece) {
			if (piece.trim() === '') text += ' ';
			else numbered(piece.replace(/\n/g, ' '));
		},
		onclosetag(name) {
			if (name === 'li' || name === 'p') numbered('');
			if (name === 'ol' || name === 'ul') counts.pop();
			if (name === 'strong') text += '⟧';
			if (!INLINE.has(name)) text += '\n';
		},
	});
	parser.end(html);
	return text
		.split('\n')
		.map((line) => line.replace(/\s+/g, ' ').trim())
		.filter(Boolean);
}
