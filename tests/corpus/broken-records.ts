/** Mutation operators on what a record says as a whole: its shape is right, and what it says cannot be. */
import { addDays } from '../../src/basics/days.ts';
import { fen, plainYuan } from '../../src/basics/money.ts';
import { fieldOf } from '../../src/schema/messages.ts';
import { type BrokenData, fieldsOf } from './broken-fields.ts';
import { type Sample, type Written, withAt } from './sample.ts';

type List = Written[];
const listOf = (data: Written, name: string): List => (data[name] as List | undefined) ?? [];
const oneFenMore = (amount: unknown): string => plainYuan(fen(String(amount)) + 1);

/** Sets a value by a path such as `['entries', 0, 'amount']`. */
const set = (data: Written, path: PropertyKey[], value: unknown): BrokenData => ({
	data: withAt(data, path, (holder, last) => {
		holder[last] = value;
	}),
	field: fieldOf(path),
});

/** Each operator by name: the collection it is for (all where it is none), and what it makes of a record; nothing where it does not apply. */
export const recordOperators: Record<string, (sample: Sample, pick: (n: number) => number) => BrokenData | null> = {
	'a reference to nothing': (sample, pick) => {
		const refs = fieldsOf(sample).filter(({ words, value, path }) => words.refersTo && typeof value === 'string' && path[0] !== 'rulepack');
		const field = refs[pick(refs.length || 1)];
		return field ? set(sample.data, field.path, `${String(field.value).split('/').slice(0, -1).join('/')}/nobody-knows-it`) : null;
	},
	'no day of publication': ({ data }) => {
		const { publishedOn: _, ...rest } = data;
		return { data: rest, field: 'publishedOn' };
	},
	'a correction before its publication': ({ data }) => ({
		data: {
			...data,
			corrections: [{ on: addDays(String(data.publishedOn), -1), field: '标题', before: '甲', after: '乙', why: '写错了' }],
		},
		field: 'corrections[1].on',
	}),
	'withdrawn before it was published': ({ data }) => ({
		data: { ...data, withdrawn: { on: addDays(String(data.publishedOn), -1), why: '重复' } },
		field: 'withdrawn.on',
	}),
	'a mobile number in a sentence': (sample, pick) => {
		const texts = fieldsOf(sample).filter(({ words, value }) => typeof value === 'string' && words.expects === '写一行字，不换行');
		const field = texts[pick(texts.length || 1)];
		return field ? set(sample.data, field.path, `${String(field.value).slice(0, 60)} 联系138 0013 8000`) : null;
	},
	'an identity number in full-width digits': (sample, pick) => {
		const texts = fieldsOf(sample).filter(({ words, value }) => typeof value === 'string' && words.expects === '写一行字，不换行');
		const field = texts[pick(texts.length || 1)];
		return field ? set(sample.data, field.path, `${String(field.value).slice(0, 60)} １１０１０５１９４９１２３１００２Ｘ`) : null;
	},
	'not for the web, and nowhere to inspect it': ({ data }) =>
		data.inspect || (data.audience ?? 'web') !== 'web' ? null : { data: { ...data, audience: 'onsite' }, field: 'inspect' },
	'a former name of another collection': ({ data, collection }) => ({
		data: { ...data, formerly: [`${collection === 'notices' ? 'meetings' : 'notices'}/jinguiyuan/was-here`] },
		field: 'formerly[1]',
	}),
	'a closing balance one 分 off': ({ collection, data }) =>
		collection === 'ledgers' ? set(data, ['closing'], oneFenMore(data.closing)) : null,
	'an entry of nothing': ({ collection, data }, pick) => {
		const entries = collection === 'ledgers' ? listOf(data, 'entries') : [];
		return entries.length ? set(data, ['entries', pick(entries.length), 'amount'], '0.00') : null;
	},
	'an entry outside its period': ({ collection, data }, pick) => {
		const entries = collection === 'ledgers' ? listOf(data, 'entries') : [];
		return entries.length ? set(data, ['entries', pick(entries.length), 'on'], '2019-01-01') : null;
	},
	'an expense of a kind of income': ({ collection, data }, pick) => {
		const entries = collection === 'ledgers' ? listOf(data, 'entries') : [];
		const at = pick(entries.length || 1);
		const entry = entries[at];
		return entry ? set(data, ['entries', at, 'kind'], entry.direction === 'in' ? 'tax' : 'interest') : null;
	},
	'more present than were to come': ({ collection, data }, pick) => {
		const parties = collection === 'meetings' ? listOf(data, 'parties') : [];
		const at = pick(parties.length || 1);
		const party = parties[at];
		return party ? set(data, ['parties', at, 'present'], Number(party.due) + 1) : null;
	},
	'a ballot too many': ({ collection, data }) => {
		const at = collection === 'meetings' ? listOf(data, 'agenda').findIndex(({ ownersVote }) => ownersVote) : -1;
		if (at < 0) return null;
		const vote = listOf(data, 'agenda')[at]!.ownersVote as { for: { heads: number } };
		const { data: broken } = set(data, ['agenda', at, 'ownersVote', 'for', 'heads'], vote.for.heads + 1);
		return { data: broken, field: `agenda[${at + 1}].ownersVote.part.heads` };
	},
	'an area of a vote off by 0.01 m²': ({ collection, data }) => {
		const at = collection === 'meetings' ? listOf(data, 'agenda').findIndex(({ ownersVote }) => ownersVote) : -1;
		if (at < 0) return null;
		const vote = listOf(data, 'agenda')[at]!.ownersVote as { against: { area: string } };
		const { data: broken } = set(data, ['agenda', at, 'ownersVote', 'against', 'area'], oneFenMore(vote.against.area));
		return { data: broken, field: `agenda[${at + 1}].ownersVote.part.area` };
	},
	'a 公示 without a period': ({ collection, data }) => {
		if (collection !== 'notices' || data.kind !== 'publicity') return null;
		const { period: _, ...rest } = data;
		return { data: rest, field: 'period' };
	},
	'a period that closes too early': ({ collection, data }) =>
		collection === 'notices' && data.period ? set(data, ['period', 'closesOn'], String(data.postedOn)) : null,
	'a total its parts do not come to': ({ collection, data }) => {
		const measures = collection === 'statistics' ? listOf(data, 'measures') : [];
		const at = measures.findIndex(({ parts }) => Array.isArray(parts) && parts.length > 0);
		if (at < 0) return null;
		const { data: broken } = set(data, ['measures', at, 'value'], Number(measures[at]!.value) + 1);
		return { data: broken, field: `measures[${at + 1}].parts` };
	},
	'a figure from a source that is not listed': ({ collection, data }, pick) => {
		const claims = collection === 'cases' ? listOf(data, 'claims') : [];
		return claims.length ? set(data, ['claims', pick(claims.length), 'source'], 99) : null;
	},
};
