import type { Finding } from '../../src/schema/finding.ts';
import type { Hint } from '../protocol.ts';

/** A request that is not done: its HTTP status, the sentence the editor reads, and the places in the record it is about. */
export class Refusal extends Error {
	readonly status: number;
	readonly findings: readonly Told[];
	/** Seconds after which it may be tried again. */
	readonly retryAfter: number | undefined;
	/** What is to be answered first. */
	readonly hints: readonly Hint[];

	constructor(status: number, message: string, { findings = [], retryAfter, hints = [] }: RefusalMore = {}) {
		super(message);
		this.hints = hints;
		this.name = 'Refusal';
		this.status = status;
		this.findings = findings;
		this.retryAfter = retryAfter;
	}
}

interface RefusalMore {
	findings?: readonly Told[];
	hints?: readonly Hint[];
	retryAfter?: number;
}

/** A finding as the desk tells it: with the field in the words of the form. */
export interface Told extends Finding {
	label: string;
}

/** A refusal that stands in the audit file already. */
export class Noticed extends Refusal {
	constructor({ status, message, findings, hints, retryAfter }: Refusal) {
		super(status, message, { findings, hints, ...(retryAfter === undefined ? {} : { retryAfter }) });
	}
}
