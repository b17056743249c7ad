import { risesIn } from '../domain/request.ts';
import type { Request } from '../schema/requests.ts';
import type { Check, Said } from './check.ts';

/** The counts of a month of requests hold together: parts come to the whole, and no step has more than the one before. */
export const requestSums: Check = {
	id: 'request-sums',
	kind: 'slip',
	asks: '各类、各渠道加起来等于收到的吗？一步不多于前一步吗？',
	run: (records) =>
		records.of('requests').flatMap(({ file, data }) => [...wholes(data), ...steps(data), ...days(data)].map((said) => ({ file, ...said }))),
};

type Found = Omit<Said, 'file'>;

function wholes(data: Request): Found[] {
	const lists = [
		['kinds', '各类', data.kinds.map(({ received }) => received)],
		['channels', '各渠道', data.channels.map(({ received }) => received)],
		['tiers', '各级办理', data.tiers.map(({ n }) => n)],
	] as const;
	const inTime = data.kinds.map((kind) => kind.inTime);
	return [
		...lists.flatMap(([field, word, parts]) => (parts.length ? compared(field, word, parts, '收到', data.received) : [])),
		...(inTime.length ? compared('kinds', '各类按时答复', inTime, '按时答复', data.inTime) : []),
	];
}

function compared(field: string, word: string, parts: readonly number[], name: string, whole: number): Found[] {
	const total = parts.reduce((a, b) => a + b, 0);
	return total === whole
		? []
		: [{ field, problem: `${word}${parts.join('＋')}＝${total}，${name}写的是${whole}。`, fix: '对照登记表改正；没有归类的归到“其他”。' }];
}

function steps(data: Request): Found[] {
	const { received, answered, inTime, orders } = data;
	const more = (field: string, problem: string): Found => ({ field, problem, fix: '查一查哪个数写错了。' });
	return [
		...(answered > received ? [more('answered', `答复${answered}件，比收到的${received}件还多。`)] : []),
		...(inTime > answered ? [more('inTime', `按时答复${inTime}件，比答复的${answered}件还多。`)] : []),
		...(orders.placed > received ? [more('orders.placed', `登记${orders.placed}件，比收到的${received}件还多。`)] : []),
		...risesIn(orders).map(({ step, before }) =>
			more(`orders.${step.key}`, `${step.name}${step.n}件，比${before.name}的${before.n}件还多。`),
		),
		...data.kinds.flatMap((kind, i) =>
			kind.inTime > kind.received ? [more(`kinds[${i + 1}].inTime`, `按时答复${kind.inTime}件，比收到的${kind.received}件还多。`)] : [],
		),
		...data.mediations.flatMap(({ n, settled }, i) =>
			settled !== undefined && (n === undefined || settled > n)
				? [
						more(
							`mediations[${i + 1}].settled`,
							n === undefined ? '没有写调解几件，却写了达成几件。' : `达成${settled}件，比调解的${n}件还多。`,
						),
					]
				: [],
		),
		...twice(
			'kinds',
			data.kinds.map(({ kind }) => kind),
		),
		...twice(
			'channels',
			data.channels.map(({ name }) => name),
		),
		...twice(
			'tiers',
			data.tiers.map(({ tier }) => tier),
		),
	];
}

const twice = (field: string, keys: readonly string[]): Found[] =>
	keys.flatMap((key, i) =>
		keys.indexOf(key) < i ? [{ field: `${field}[${i + 1}]`, problem: `和第${keys.indexOf(key) + 1}条是同一项。`, fix: '合成一条。' }] : [],
	);

/** A case goes from patrol to analysis to disposal. */
const days = ({ cases }: Request): Found[] =>
	cases.flatMap(({ patrolledOn, analysedOn, disposedOn }, i) => {
		const order = [
			['analysedOn', '查明', analysedOn, patrolledOn],
			['disposedOn', '办结', disposedOn, analysedOn ?? patrolledOn],
		] as const;
		return order.flatMap(([field, word, on, before]) =>
			on && before && on < before
				? [
						{
							field: `cases[${i + 1}].${field}`,
							problem: `${word}写的是${on}，早于前一步的${before}。`,
							fix: '照报来、查明、办结的先后核对日期。',
						},
					]
				: [],
		);
	});
