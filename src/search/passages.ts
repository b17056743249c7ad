import { Parser } from 'htmlparser2';

/** What the search knows of one record's page. */
export interface Passage {
	url: string;
	title: string;
	/** What stands in the page's `[data-pagefind-body]`, one block a line. */
	text: string;
	/** The day it is listed under, or empty. */
	day: string;
	collection: string;
	collectionName: string;
	/** The community it belongs to; null is the whole board's. */
	community: string | null;
}

/**
 * Reads a rendered page; null if it has no `[data-pagefind-body]` and so is not to be found. That element names its record in `data-title`,
 * `data-day`, `data-collection`, `data-collection-name` and, for a community's record, `data-community`.
 *
 * The text is that of the element without what is marked `data-pagefind-ignore` or `hidden`, without navigation, forms, drawings and scripts.
 * Words for screen readers (`.vh`) are text like any other. Every element ends a line except those that run within a sentence
 * ({@link RUNS_ON}), so two cells of a table are two lines; blanks within a line are evened out; `<wbr>` is nothing. The first line
 * is always the title, wherever it stands on the page. This text is what every search is measured against.
 */
export function passageOf(html: string, url: string): Passage | null {
	const { text, facts } = read(html);
	if (!facts) return null;
	const fact = (name: string) => {
		const value = facts[`data-${name}`];
		if (value === undefined) throw new Error(`${url}: the element with data-pagefind-body has no data-${name}, which the search needs`);
		return value;
	};
	const title = oneLine(fact('title'));
	const lines = text.split('\n').map(oneLine).filter(Boolean);
	return {
		url,
		title,
		text: [title, ...lines.filter((line) => line !== title)].join('\n'),
		day: fact('day'),
		collection: fact('collection'),
		collectionName: fact('collection-name'),
		community: facts['data-community'] || null,
	};
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Elements that do not end a line. */
const RUNS_ON = new Set(
	'a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(' '),
);

const NOT_READ = new Set('form head iframe nav noscript script style svg template'.split(' '));

function read(html: string): { text: string; facts: Record<string, string> | null } {
	let text = '';
	let facts: Record<string, string> | null = null;
	/** How many elements deep we are within a body, and within what is not read. */
	let inside = 0;
	let ignored = 0;
	const parser = new Parser({
		onopentag(name, attributes) {
			const isBody = 'data-pagefind-body' in attributes;
			if (isBody) facts ??= attributes;
			if (inside > 0 || isBody) inside++;
			if (inside > 0 && (ignored > 0 || NOT_READ.has(name) || 'data-pagefind-ignore' in attributes || 'hidden' in attributes)) ignored++;
			if (inside > 0 && !RUNS_ON.has(name)) text += '\n';
		},
		ontext(piece) {
			if (inside > 0 && ignored === 0) text += piece.replace(/\n/g, ' ');
		},
		onclosetag(name) {
			if (inside > 0 && !RUNS_ON.has(name)) text += '\n';
			if (ignored > 0) ignored--;
			if (inside > 0) inside--;
		},
	});
	parser.end(html);
	return { text, facts };
}
