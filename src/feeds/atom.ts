import type { Day } from '../basics/days.ts';
import { escapeHtml } from '../basics/html.ts';
import type { Card } from '../domain/card.ts';
import { collections } from '../schema/index.ts';

/** What a feed says of itself. `self` and `page` are addresses from the root of the site, `/feed.xml` and `/`. */
export interface Feed {
	url: string;
	title: string;
	subtitle?: string | undefined;
	author: string;
	self: string;
	page: string;
}

/**
 * Cards as an Atom feed (RFC 4287). An entry is as old as the record's publication, or its last correction if that came later; the feed
 * is as old as the youngest of them. No clock: the same records give the same bytes.
 */
export function atom({ url, title, subtitle, author, self, page }: Feed, cards: readonly Card[]): string {
	const updated = cards.map(changedOn).sort().at(-1);
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
		`<id>${escapeHtml(url + self)}</id>`,
		`<title>${escapeHtml(title)}</title>`,
		...(subtitle ? [`<subtitle>${escapeHtml(subtitle)}</subtitle>`] : []),
		`<updated>${instant(updated ?? NEVER)}</updated>`,
		`<author><name>${escapeHtml(author)}</name></author>`,
		`<link rel="self" type="application/atom+xml" href="${escapeHtml(url + self)}"/>`,
		`<link rel="alternate" type="text/html" href="${escapeHtml(url + page)}"/>`,
		...cards.flatMap((card) => entryOf(url, card)),
		'</feed>',
		'',
	].join('\n');
}

function entryOf(url: string, card: Card): string[] {
	const address = escapeHtml(`${url}/${card.id}/`);
	const summary = card.elsewhere ? '不在网上公开。网页写明去哪里、什么时候查阅。' : card.summary;
	return [
		'<entry>',
		`<id>${address}</id>`,
		`<title>${escapeHtml(`${card.corrected ? '（有更正）' : ''}${card.title}`)}</title>`,
		`<published>${instant(card.publishedOn)}</published>`,
		`<updated>${instant(changedOn(card))}</updated>`,
		`<link rel="alternate" type="text/html" href="${address}"/>`,
		`<category term="${card.collection}" label="${collections[card.collection].title}"/>`,
		...(summary ? [`<summary>${escapeHtml(summary)}</summary>`] : []),
		'</entry>',
	];
}

/** The day a record last changed on the board: published or corrected. */
export const changedOn = ({ publishedOn, corrected }: Pick<Card, 'publishedOn' | 'corrected'>): Day =>
	corrected && corrected > publishedOn ? corrected : publishedOn;

/** Of a feed that holds nothing yet. */
const NEVER = '1970-01-01';

/** The midnight in Shanghai with which a day begins. */
const instant = (day: Day): string => `${day}T00:00:00+08:00`;
