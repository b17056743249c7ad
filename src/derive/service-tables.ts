/** The tables inside the records of service: items of a score, counts of a month, results of promises, periods of a schedule. */
import { chinesePeriod } from '../basics/days.ts';
import { type Outcome, outcomesOf } from '../domain/commitment.ts';
import { funnelOf } from '../domain/request.ts';
import type { Span } from '../domain/schedule.ts';
import { cadences, directions } from '../schema/commitments.ts';
import type { EntryOf } from '../schema/index.ts';
import { grades } from '../schema/publication.ts';
import { requestKinds, requestTiers } from '../schema/requests.ts';
import { csv } from './csv.ts';
import { type Around, insideRecord } from './identity.ts';

/** Every item of a score, each inspection, and what each assessor gave. */
export function assessmentCsv(assessment: EntryOf<'assessments'>, around: Around): string {
	const { data } = assessment;
	const half = (part: string, items: NonNullable<typeof data.party>['items']) =>
		items.map(({ what, full, score, why }) => ({ part, on: undefined, what, full, score, said: why ?? '' }));
	const rows = [
		...half('党建工作', data.party?.items ?? []),
		...half('物业服务', data.service?.items ?? []),
		...data.assessors.map(({ name, score, method }) => ({
			part: '考核方',
			on: undefined,
			what: name,
			full: score === undefined ? undefined : 100,
			score,
			said: method ?? '',
		})),
		...data.inspections.map(({ on, what, passed, found }) => ({
			part: '检查',
			on,
			what,
			full: undefined,
			score: undefined,
			said: [passed ? '合格' : '不合格', found].filter(Boolean).join('：'),
		})),
	];
	return csv<(typeof rows)[number]>(
		[
			...insideRecord(around, assessment),
			{ title: '考核期', of: () => data.period },
			{ title: '部分', of: ({ part }) => part },
			{ title: '日期', of: ({ on }) => on },
			{ title: '项目', of: ({ what }) => what },
			{ title: '满分', of: ({ full }) => full },
			{ title: '得分', of: ({ score }) => score },
			{ title: '说明', of: ({ said }) => said },
		],
		data.audience === 'web' ? rows : [],
	);
}

/** The counts of a month: steps of orders, kinds, ways, tiers. */
export function requestCsv(month: EntryOf<'requests'>, around: Around): string {
	const { data } = month;
	const rows: { list: string; name: string; n: number; inTime?: number }[] = [
		{ list: '合计', name: '收到', n: data.received, inTime: data.inTime },
		{ list: '合计', name: '答复', n: data.answered },
		...funnelOf(data.orders).map(({ name, n }) => ({ list: '订单', name, n })),
		...data.kinds.map(({ kind, received, inTime }) => ({ list: '类别', name: requestKinds[kind], n: received, inTime })),
		...data.channels.map(({ name, received }) => ({ list: '渠道', name, n: received })),
		...data.tiers.map(({ tier, n }) => ({ list: '分级', name: requestTiers[tier], n })),
	];
	return csv<(typeof rows)[number]>(
		[
			...insideRecord(around, month),
			{ title: '月份', of: () => data.period },
			{ title: '分类', of: ({ list }) => list },
			{ title: '名称', of: ({ name }) => name },
			{ title: '件数', of: ({ n }) => n },
			{ title: '按时答复', of: ({ inTime }) => inTime },
		],
		data.audience === 'web' ? rows : [],
	);
}

/** Every result of every promise, and those that are not there, as of a day. */
export function commitmentCsv(commitment: EntryOf<'commitments'>, around: Around, hasCome: (day: string) => boolean): string {
	const { data } = commitment;
	const rows = data.items.flatMap((item) => outcomesOf(item, data, hasCome).map((outcome) => ({ item, outcome })));
	return csv<(typeof rows)[number]>(
		[
			...insideRecord(around, commitment),
			{ title: '承诺什么', of: ({ item }) => item.what },
			{ title: '怎么量', of: ({ item }) => item.measure },
			{ title: '要求', of: ({ item }) => directions[item.direction] },
			{ title: '目标', of: ({ item }) => item.target },
			{ title: '单位', of: ({ item }) => item.unit },
			{ title: '多久报一次', of: ({ item }) => cadences[item.every] },
			{ title: '期间', of: ({ outcome }) => outcome.period },
			{ title: '做到', of: ({ outcome }) => outcome.value },
			{ title: '结果', of: ({ outcome }) => outcomeWords[outcome.state] },
			{ title: '来源', of: ({ outcome }) => outcome.source },
			{ title: '性质', of: ({ outcome }) => outcome.grade && grades[outcome.grade] },
			{ title: '说明', of: ({ outcome }) => outcome.note },
		],
		data.audience === 'web' ? rows : [],
	);
}

/** How a promise stands, in words. */
export const outcomeWords: Readonly<Record<Outcome['state'], string>> = {
	kept: '做到',
	broken: '没做到',
	missing: '本站未见',
	due: '还没到报的时候',
};

/** Every period of a schedule. */
export const scheduleCsv = (schedule: EntryOf<'schedules'>, around: Around, spans: readonly Span[]): string =>
	csv<Span>(
		[
			...insideRecord(around, schedule),
			{ title: '期间', of: ({ period }) => period },
			{ title: '期间名称', of: ({ period }) => chinesePeriod(period) },
			{ title: '应办次数', of: ({ due }) => due },
			{ title: '办了次数', of: ({ held }) => held },
			{ title: '结果', of: ({ state }) => spanWords[state] },
			{ title: '哪天', of: ({ days }) => days.join('；') },
			{ title: '说明', of: ({ why }) => why },
		],
		schedule.data.audience === 'web' ? spans : [],
	);

/** How a period of a schedule went, in words. */
export const spanWords: Readonly<Record<Span['state'], string>> = {
	kept: '办了',
	missed: '本站未见',
	excused: '说明了',
	running: '还没过完',
};
