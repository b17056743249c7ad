import type { Card, CardOf } from '../domain/card.ts';
import type { Stub, StubCard } from '../domain/public-part.ts';
import type { CollectionName, DataOf, EntryOf } from '../schema/index.ts';
import type { Settings } from '../schema/settings.ts';
import type { Answer, Ask, ListOptions } from './questions.ts';
import { keyOf } from './shelves.ts';

/** How many cards a page of a list holds. */
export const PAGE_SIZE = 30;

/** Gives the answer to a question, frozen, and the number under which it is remembered. */
export type Answers = (ask: Ask) => { no: number; answer: unknown };

/** The card of the named collection, or of any. */
export type CardsOf<C extends CollectionName> = [C] extends [never] ? Card : CardOf<C>;

/**
 * All that a page can know: the records, through questions. Each question is noted as asked by that page, and the page is rendered
 * again when, and only when, one of them has a new answer. Answers are frozen.
 */
export class Store {
	/** The numbers of the questions asked so far. */
	readonly asked = new Set<number>();
	/** What the page told so far, by topic. */
	readonly telling = new Map<string, readonly unknown[]>();
	/** How many cards a page of a list holds; one number for the whole site. */
	readonly pageSize: number;
	#answers: Answers;

	constructor(answers: Answers, pageSize: number) {
		this.#answers = answers;
		this.pageSize = pageSize;
	}

	/**
	 * The record, or null: also where it was withdrawn. With `fields`, only these fields of its data: the page then does not care about the
	 * rest. What a withdrawn record is called can still be asked for.
	 */
	get<C extends CollectionName>(id: string): EntryOf<C> | null;
	get<C extends CollectionName, F extends keyof DataOf<C> & string>(id: string, fields: F[]): Pick<DataOf<C>, F> | null;
	get(id: string, fields?: string[]): unknown {
		return this.#ask(fields ? ['get', id, fields] : ['get', id]);
	}

	/** What stays of a record that was withdrawn; null of any other. */
	stub(id: string): Stub | null {
		return this.#ask(['stub', id]) as Stub | null;
	}

	/** Cards of what was withdrawn in a scope (`meetings`, `meetings@c`, `@c`), the latest first. */
	withdrawn(scope: string, limit: number): StubCard[] {
		return this.#ask(['list', `${scope}~withdrawn`, { order: '-', limit }]) as StubCard[];
	}

	/** What the whole board says of itself. A board without settings cannot be shown. */
	get settings(): Settings {
		const settings = this.#ask(['get', 'settings']) as { data: Settings } | null;
		if (!settings) throw new Error('缺少 content/settings.json：没有它，公开栏不知道自己的名称。');
		return settings.data;
	}

	/** Cards of a shelf, by day: `{ order: '-', offset, limit }` for a numbered page, `{ after: key, limit }` for what follows a key. */
	list<C extends CollectionName = never>(shelf: string, options: ListOptions): CardsOf<C>[] {
		return this.#ask(['list', shelf, options]) as CardsOf<C>[];
	}

	/** The cards just before and just after a record on a shelf; `day` is the one it is listed under. */
	neighbours<C extends CollectionName = never>(
		shelf: string,
		day: string,
		id: string,
	): { before: CardsOf<C> | null; after: CardsOf<C> | null } {
		const key = keyOf(day, id);
		const [before = null] = this.list<C>(shelf, { order: '-', after: key, limit: 1 });
		const [after = null] = this.list<C>(shelf, { order: '+', after: key, limit: 1 });
		return { before, after };
	}

	/** Cards of the records that link to this one, newest first. */
	linksTo<C extends CollectionName = never>(id: string, limit = 50): CardsOf<C>[] {
		return this.list<C>(`>${id}`, { order: '-', limit });
	}

	/** The ids on a shelf, by day. */
	ids(shelf: string): string[] {
		return this.#ask(['ids', shelf]) as string[];
	}

	/** How many records stand on a shelf. */
	count(shelf: string): number {
		return this.#ask(['count', shelf]) as number;
	}

	/** The values of a family of shelves with their counts: `family('meetings#form=')`, `family('meetings@')`. */
	family(name: string): { value: string; n: number }[] {
		return this.#ask(['family', name]) as { value: string; n: number }[];
	}

	/** The values alone, for a page that does not show how many. */
	values(family: string): string[] {
		return this.#ask(['values', family]) as string[];
	}

	/** The facets a collection's records have: `facets('meetings')`, `facets('meetings@jinguiyuan')`. */
	facets(scope: string): string[] {
		return this.#ask(['facets', scope]) as string[];
	}

	/** Whether the day has come: false the day before, true from that day on. */
	passed(day: string): boolean {
		return this.#ask(['passed', day]) as boolean;
	}

	/** The day of this run. A page that asks is rendered again every day; prefer `passed`. */
	get today(): string {
		return this.#ask(['today']) as string;
	}

	/** The size of a published upload, or null if there is no such file. */
	upload(url: string): { bytes: number } | null {
		return this.#ask(['upload', url]) as { bytes: number } | null;
	}

	/** What the search knows of a shard (a community's id, or `site`). Only for pages made after all others. */
	passages(shard: string): unknown[] {
		return this.#ask(['passages', shard]) as unknown[];
	}

	/**
	 * Notes facts beside the page, as plain data, for pages of a later stage (`stages.ts`); telling none is telling nothing. Nobody hears
	 * it in `astro dev` and in the desk's preview.
	 */
	tell(topic: string, facts: readonly unknown[]): void {
		this.telling.set(topic, [...(this.telling.get(topic) ?? []), ...facts]);
	}

	/** What pages of earlier stages told of a topic, by their URLs. Nothing in `astro dev`; in the desk's preview what was told when the board was last published. */
	told<Fact = unknown>(topic: string): { url: string; facts: Fact[] }[] {
		return this.#ask(['told', topic]) as { url: string; facts: Fact[] }[];
	}

	#ask(ask: Ask): unknown {
		const { no, answer } = this.#answers(ask);
		this.asked.add(no);
		return answer;
	}
}

/** A store that answers from the tables as they are now and remembers nothing: for `astro dev` and for tests. */
export const liveStore = (answer: (ask: Ask) => Answer, pageSize: number): Store =>
	new Store((ask) => ({ no: 0, answer: frozen(answer(ask).answer) }), pageSize);

/** The value itself, frozen through and through, so that no page can change what another one reads. */
export function frozen<T>(value: T): T {
	if (value && typeof value === 'object' && !Object.isFrozen(value)) {
		Object.freeze(value);
		for (const part of Object.values(value)) frozen(part);
	}
	return value;
}
