import { chineseDay } from '../basics/days.ts';
import { withFigures } from '../basics/figures.ts';
import { pieces } from '../basics/words.ts';
import type { Answer, Facet } from './answer.ts';
import type { Piece } from './excerpt.ts';
import { addressOf, type Question } from './question.ts';
import type { SearchRecord } from './records.ts';

/** One result as it is shown. */
export interface Hit {
	record: SearchRecord;
	/** Collection, community: what stands beside the day. */
	belongsTo: string[];
	excerpt: Piece[];
}

/** Where the page shows what was found: the elements of SearchPanel.astro. */
export interface Panel {
	/** Says in the heading how the search stands. */
	say(words: string): void;
	/** Says something the reader should know about this answer. */
	note(words: string): void;
	/** Shows one page of an answer. */
	show(question: Question, answer: Answer, hits: Hit[]): void;
	/** Puts the question into the form, so that it can be changed. */
	fill(question: Question): void;
}

/** The panel in this document. */
export function panelIn(page: Document): Panel {
	const root = page.querySelector('[data-search]')!;
	const part = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`)!;
	const field = (name: string) => root.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
	const list = part('results');
	const saying = (...children: Child[]) => fill(part('headline'), ...children);
	return {
		say: (words) => saying(words),
		note: (words) => fill(part('note'), words),
		fill({ q, community, sort }) {
			field('q').value = q;
			keep(field('community'), community);
			keep(field('sort'), sort === 'new' ? 'new' : '');
		},
		show(question, answer, hits) {
			fill(part('facets'), ...answer.facets.flatMap(facetList), ...sortList(question));
			fill(list, ...hits.map(item));
			fill(part('pages'), ...pageLinks(question, answer));
			// Last: whoever waits for the count finds everything in its place.
			const total = element('span', { 'data-total': String(answer.total) }, String(answer.total));
			saying(question.q ? `“${question.q}”，找到` : '共', total, '条');
		},
	};
}

type Child = Node | string;

function element(name: string, attributes: Record<string, string>, ...children: Child[]): HTMLElement {
	const made = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
	made.append(...children);
	return made;
}

/** Puts the children in and shows the element, or hides it when there are none. */
function fill(place: HTMLElement, ...children: Child[]): void {
	place.textContent = '';
	place.append(...children);
	place.hidden = children.length === 0;
}

/** A hidden field of the form goes with it only when it says something. */
function keep(field: HTMLInputElement, value: string): void {
	field.value = value;
	field.disabled = value === '';
}

function item({ record, belongsTo, excerpt }: Hit): HTMLElement {
	const day = record.day ? [element('time', { datetime: record.day }, chineseDay(record.day))] : [];
	const facts: Child[] = [...belongsTo, ...day];
	return element(
		'li',
		{ 'data-url': record.url },
		element('h3', {}, element('a', { href: record.url }, ...breakable(record.title))),
		element('p', { class: 'sm soft' }, ...facts.flatMap((fact, i) => (i === 0 ? [fact] : [' · ', fact]))),
		...(excerpt.length > 0 ? [element('p', {}, ...marked(excerpt))] : []),
	);
}

/** What was found is marked, and figures stay on one line, as on every other page, even where only part of one was looked for. */
function marked(excerpt: readonly Piece[]): Child[] {
	let start = 0;
	return withFigures(excerpt.map(({ text }) => text).join('')).flatMap(({ text, figure }) => {
		const end = start + text.length;
		let at = 0;
		const inside = excerpt.flatMap(({ text, hit }): Child[] => {
			const part = text.slice(Math.max(0, start - at), Math.max(0, end - at));
			at += text.length;
			return part ? [hit ? element('mark', {}, part) : part] : [];
		});
		start = end;
		return figure ? [element('span', { class: 'nw' }, ...inside)] : inside;
	});
}

/** Headings break between words, as on every other page; a `<wbr>` that may be heard would be a blank in a link's name. */
const breakable = (title: string): Child[] =>
	pieces(title).flatMap((piece, i) => [
		...(i > 0 ? [element('wbr', { 'aria-hidden': 'true' })] : []),
		...marked([{ text: piece, hit: false }]),
	]);

const facetList = ({ name, choices }: Facet): HTMLElement[] => {
	const links = choices.map(({ name, href, count, taken }) =>
		element(
			'a',
			{ href, ...(taken ? { 'aria-current': 'true' } : {}) },
			name,
			...(count === null ? [] : [element('i', {}, String(count))]),
		),
	);
	return [element('p', { class: 'lab' }, name), element('div', { class: 'fc', role: 'group', 'aria-label': name }, ...links)];
};

function sortList(question: Question): HTMLElement[] {
	const choice = (name: string, sort: Question['sort']) => {
		return { name, href: addressOf({ ...question, sort, page: 1 }), count: null, taken: question.sort === sort };
	};
	return facetList({ name: '排序', choices: [choice('最相关', 'best'), choice('最新', 'new')] });
}

function pageLinks(question: Question, { page, pages }: Answer): HTMLElement[] {
	const link = (name: string, to: number, rel: string) =>
		element(
			'a',
			{ class: 'btn', rel, href: addressOf({ ...question, page: to }) },
			`${name}　`,
			element('small', {}, `第${to}页，共${pages}页`),
		);
	return [...(page > 1 ? [link('上一页', page - 1, 'prev')] : []), ...(page < pages ? [link('下一页', page + 1, 'next')] : [])];
}
