import type { Answers } from './store.ts';

/**
 * Pages are rendered in stages, because some read what others say: records, lists and everything else; what collects from one
 * community's records; what collects from those; the search, which reads what all the pages before it contain.
 */
export type Stage = 0 | 1 | 2 | 3;

export const stages: readonly Stage[] = [0, 1, 2, 3];

/** The stage of the search's shards. */
export const LAST_STAGE: Stage = 3;

/** To let a page be told something, add a line here: everything else is of stage 0. The shards of the search come after all others. */
const later: readonly [RegExp, Stage][] = [
	[/^\/(findings|duties)\/[^/]+\/$/, 1],
	[/^\/data\/(findings|duties)\/[^/]+\.csv$/, 1],
	[/^\/communities\/[^/]+\/$/, 2],
	[/^\/(findings|duties)\/$/, 2],
	[/^\/data\/(findings|duties)\.csv$/, 2],
	[/^\/$/, 2],
	[/^\/search\/shards\/[^/]+\/$/, LAST_STAGE],
];

export const stageOf = (url: string): Stage => later.find(([pattern]) => pattern.test(url))?.[1] ?? 0;

/** To add a topic, add a line here: the last stage in which something is told of it, by its name up to `@`. */
const topics: Readonly<Record<string, Stage>> = {
	/** of one record: what the rules say of it */
	'findings@': 0,
	/** of a community: how many findings, and the latest */
	findings: 1,
	/** of a community: what it owes to publish */
	'duties@': 1,
	duties: 1,
};

/** The last stage in which a page may tell of a topic: whoever asks must come after it. Throws if there is no such topic. */
export function toldBy(topic: string): Stage {
	const stage = topics[topic.slice(0, topic.indexOf('@') + 1) || topic];
	if (stage === undefined) throw new Error(`no topic is called ${topic}`);
	return stage;
}

/** What a page of this stage may ask: not what pages tell or contain that are rendered with it or after it, or it would see those of the last run. */
export const within =
	(stage: Stage, ask: Answers): Answers =>
	(question) => {
		const [kind, name = ''] = question;
		if (kind === 'passages' && stage < LAST_STAGE) throw new Error('only the search may ask for passages');
		if (kind === 'told' && toldBy(String(name)) >= stage)
			throw new Error(`a page of stage ${stage} asks too early what is told of ${name}`);
		return ask(question);
	};
