/** What is asked of the record, and what was found. */
import type { Finding } from '../schema/finding.ts';
import type { Entry } from '../schema/index.ts';
import type { Reading } from '../schema/reader.ts';
import type { Settings } from '../schema/settings.ts';
import { assessmentSums } from './assessment-sums.ts';
import { attachments } from './attachments.ts';
import { audience } from './audience.ts';
import { channels } from './channels.ts';
import { aroundOf, type Check, findingOf, judge, type Records, recordsOf } from './check.ts';
import { claimSources } from './claim-sources.ts';
import { commitmentResults } from './commitment-results.ts';
import { crossPosting } from './cross-posting.ts';
import { dutyCodes } from './duty-codes.ts';
import { firmCode } from './firm-code.ts';
import { flagHolders } from './flag-holders.ts';
import { judgements } from './judgements.ts';
import { ledgerChain } from './ledger-chain.ts';
import { ledgerSums } from './ledger-sums.ts';
import { matterDates } from './matter-dates.ts';
import { matterElection } from './matter-election.ts';
import { matterMoney } from './matter-money.ts';
import { names } from './names.ts';
import { noticeDates } from './notice-dates.ts';
import { originals } from './originals.ts';
import { privacy } from './privacy.ts';
import { publishedOn } from './published-on.ts';
import { references } from './references.ts';
import { requestSums } from './request-sums.ts';
import { rosterSeats } from './roster-seats.ts';
import { scans } from './scans.ts';
import { scheduleDays } from './schedule-days.ts';
import { statisticSums } from './statistic-sums.ts';
import { tableCells } from './table-cells.ts';
import { unifiedCodes } from './unified-codes.ts';
import { voteSums } from './vote-sums.ts';

/** Every check, in the order in which its findings are printed. */
export const checks: readonly Check[] = [
	references,
	names,
	publishedOn,
	audience,
	privacy,
	attachments,
	scans,
	originals,
	tableCells,
	noticeDates,
	voteSums,
	ledgerSums,
	ledgerChain,
	matterDates,
	matterMoney,
	matterElection,
	rosterSeats,
	unifiedCodes,
	statisticSums,
	requestSums,
	assessmentSums,
	flagHolders,
	firmCode,
	commitmentResults,
	scheduleDays,
	channels,
	claimSources,
	crossPosting,
	dutyCodes,
];

/** What every check has to say of some records. `uploads`: the names of the uploaded files. With a day, what the rules say of each record on it. */
export function checkEntries(
	entries: readonly Entry[],
	uploads: Iterable<string> = [],
	today?: string,
	known: Parameters<typeof recordsOf>[2] = {},
): Finding[] {
	const records = recordsOf(entries, uploads, { ...(today ? { today } : {}), ...known });
	const said = checks.flatMap(({ id, kind, law, run }) =>
		run(records).map((said): Finding => ({ check: id, kind, ...(law ? { law } : {}), ...said })),
	);
	if (!today) return said;
	const around = aroundOf(records, today);
	return [...said, ...entries.flatMap((entry) => judge(judgements, entry, around).map((verdict) => findingOf(entry.file, verdict)))];
}

/**
 * Everything there is to say of what was read: what is wrong with the files, then what the checks say of the records.
 * With a day, what the rules say of each record too. References to nothing are only looked for when every file could be read, so that one bad file is not reported twice.
 */
export function checkReading(reading: Reading, uploads: Iterable<string> = [], asOf?: AsOf, { seen, day = asOf }: Besides = {}): Finding[] {
	const { settings } = reading;
	const on = (which: AsOf | undefined) => (typeof which === 'function' ? which(settings ?? null) : which);
	const today = on(day);
	const said = checkEntries(reading.entries, uploads, on(asOf), {
		...(seen ? { seen } : {}),
		...(settings ? { settings } : {}),
		...(today ? { today } : {}),
	});
	const broken = slipsIn(reading.findings).length > 0;
	return [...reading.findings, ...(broken ? said.filter((f) => f.check !== 'references' && f.check !== 'ledger-chain') : said)];
}

/** What is known besides the records: what was read of their uploads, and the day it is, where no rule is to judge. */
export interface Besides {
	seen?: Records['seen'];
	day?: AsOf;
}

/** The day as of which the rules judge, or how the settings decide it. */
export type AsOf = string | ((settings: Settings | null) => string);

/** What of it keeps the record from being published. */
export const slipsIn = (findings: readonly Finding[]): Finding[] => findings.filter(({ kind }) => kind === 'slip');
