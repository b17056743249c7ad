/** Whole, believable records; a test overrides only what it is about. */
import type { Member, Term } from '../src/schema/bodies.ts';
import type { CollectionName, DataOf, Entry, EntryOf } from '../src/schema/index.ts';
import { collections } from '../src/schema/index.ts';

const sources = [{ title: '会议签到表' }];

const community = {
	name: '测试苑（示例）',
	sample: true,
	place: { city: '示例市', district: '示例区', street: '桂香街道', neighbourhood: '桂香社区' },
	households: 300,
	area: '24000.00',
	serviceModel: 'professional',
	publishedOn: '2026-01-05',
	sources,
};
const body = {
	name: '测试苑业主委员会',
	kind: 'ownersCommittee',
	seats: 5,
	terms: [
		{
			name: '第一届',
			from: '2023-06-18',
			until: '2028-06-17',
			formed: '2023年6月18日业主大会选举',
			members: [{ name: '石安', post: '主任', from: '2023-06-18' }],
		},
	],
	publishedOn: '2026-01-05',
	sources,
};
const meeting = {
	title: '3月联席会议：定了一项',
	form: 'joint',
	bodies: ['bodies/ceshiyuan/owners-committee'],
	heldOn: '2026-03-10',
	place: '社区活动室',
	status: 'signed',
	original: '会议卷2026-03',
	parties: [{ name: '业主委员会', due: 5, present: 4 }],
	agenda: [{ title: '更换门禁', decision: '同意更换。', outcome: 'passed', vote: { by: '业委会', for: 4, against: 0, abstained: 0 } }],
	publishedOn: '2026-03-12',
	sources,
};
const ledger = {
	fund: 'commonIncome',
	period: '2026-Q1',
	custodian: '业主委员会',
	account: '尾号0001',
	preparedBy: '财务 傅小棠',
	reviewedBy: '监督 高秋宁',
	opening: '100.00',
	closing: '150.00',
	entries: [
		{ on: '2026-01-05', direction: 'in', kind: 'parking', amount: '80.00', purpose: '地面月租', counterparty: '物业代收' },
		{ on: '2026-02-05', direction: 'out', kind: 'tax', amount: '30.00', purpose: '税费', counterparty: '税务机关' },
	],
	reconciliation: { result: 'matched', on: '2026-04-08' },
	publishedOn: '2026-04-12',
	sources,
};
const notice = {
	title: '关于更换门禁的公示',
	kind: 'publicity',
	topic: 'repair',
	issuer: 'bodies/ceshiyuan/owners-committee',
	postedOn: '2026-03-11',
	period: { days: 7, unit: 'calendar', closesOn: '2026-03-18' },
	publishedOn: '2026-03-11',
	sources,
};
const document = {
	title: '业主大会议事规则',
	kind: 'rules',
	status: 'inForce',
	issuer: '业主大会',
	issuedOn: '2023-06-18',
	publishedOn: '2026-01-05',
	sources,
};
const statistic = {
	title: '党组织数',
	scope: '全市物业服务企业',
	city: '示例市',
	asOf: { label: '目前', precision: 'unstated' },
	measures: [
		{
			name: '党组织',
			value: 10,
			unit: '个',
			parts: [
				{ name: '党支部', value: 8 },
				{ name: '党小组', value: 2 },
			],
			grade: 'self',
		},
	],
	publishedOn: '2026-01-05',
	sources,
};
const caseStudy = {
	title: '电梯大修',
	place: { city: '示例市' },
	years: '2025年',
	bodies: [{ name: '社区党组织', role: '牵头' }],
	practices: ['jointMeeting'],
	dimensions: ['organisation'],
	claims: [{ figure: '41台', what: '完成大修', kind: 'count', asOf: { label: '当年', precision: 'year' }, source: 1, grade: 'self' }],
	publishedOn: '2026-01-05',
	sources,
};
const rulepack = {
	title: '示例规则',
	level: 'sample',
	area: '示例市',
	text: '示例办法',
	versionOn: '2025-01-01',
	inForceFrom: '2025-01-01',
	publishedOn: '2026-01-05',
	sources,
};

const matter = {
	title: '单元门禁更换',
	kind: 'repair',
	state: 'open',
	raisedOn: '2026-02-20',
	lead: 'bodies/ceshiyuan/owners-committee',
	steps: [
		{ step: 'proposal', on: '2026-02-20', by: '楼栋长', what: '书面提议更换门禁。' },
		{ step: 'putForward', on: '2026-02-27', by: '业委会', what: '列入议程。' },
		{ step: 'review', on: '2026-03-04', by: '社区党组织', what: '预审同意。' },
		{ step: 'notice', on: '2026-03-11', by: '业委会', what: '公示七天。', record: 'notices/ceshiyuan/2026-03-11-door' },
	],
	publishedOn: '2026-03-11',
	sources,
};
const request = {
	period: '2026-03',
	received: 12,
	orders: { placed: 12, dispatched: 12, accepted: 11, finished: 10, rated: 8, satisfied: 7 },
	answered: 11,
	inTime: 10,
	limitDays: 10,
	kinds: [
		{ kind: 'repair', received: 7, inTime: 6 },
		{ kind: 'parking', received: 5, inTime: 4 },
	],
	publishedOn: '2026-04-03',
	sources,
};
const assessment = {
	title: '2026年一季度双百分考核',
	kind: 'scorecard',
	scheme: '双百分考核办法',
	heldOn: '2026-04-03',
	period: '2026年一季度',
	assessee: 'bodies/ceshiyuan/owners-committee',
	assessors: [{ who: 'neighbourhood', name: '社区' }],
	party: { score: 91, items: [{ what: '组织生活', full: 100, score: 91 }] },
	service: { score: 88, items: [{ what: '保洁', full: 100, score: 88 }] },
	publishedOn: '2026-04-05',
	sources,
};
const commitment = {
	title: '服务标准承诺书',
	promisedBy: 'bodies/ceshiyuan/owners-committee',
	signatory: '负责人',
	to: '全体业主',
	signedOn: '2026-01-03',
	from: '2026-01-03',
	supervisedBy: '社区党组织',
	items: [
		{
			what: '急修20分钟到场',
			measure: '20分钟内到场的比例',
			unit: '%',
			direction: 'atLeast',
			target: 95,
			results: [{ period: '2026-Q1', value: 96, source: '急修单' }],
		},
	],
	publishedOn: '2026-01-05',
	sources,
};
const schedule = {
	title: '每月10日联席会议',
	kind: 'meeting',
	bodies: ['bodies/ceshiyuan/owners-committee'],
	every: 'month',
	onDay: 10,
	form: 'joint',
	from: '2026-01-01',
	publishedOn: '2026-01-05',
	sources,
};

const examples: Record<CollectionName, { slug: string; data: object }> = {
	communities: { slug: 'ceshiyuan', data: community },
	bodies: { slug: 'owners-committee', data: body },
	meetings: { slug: '2026-03-10-joint', data: meeting },
	ledgers: { slug: '2026-Q1-common-income', data: ledger },
	notices: { slug: '2026-03-11-door', data: notice },
	documents: { slug: 'rules', data: document },
	statistics: { slug: 'branches', data: statistic },
	cases: { slug: 'lifts', data: caseStudy },
	matters: { slug: '2026-02-20-doors', data: matter },
	requests: { slug: '2026-03', data: request },
	assessments: { slug: '2026-04-03-scorecard', data: assessment },
	commitments: { slug: '2026-01-03', data: commitment },
	schedules: { slug: 'joint-meeting', data: schedule },
	rulepacks: { slug: 'sample', data: rulepack },
};

/** A record of a collection, with some of its fields written otherwise. The community is `ceshiyuan` unless said. */
export function example<C extends CollectionName>(
	collection: C,
	over: object = {},
	{ community = 'ceshiyuan', slug = examples[collection].slug, body = '' } = {},
): EntryOf<C> {
	const { of, schema, format } = collections[collection];
	const folder = of === 'site' ? collection : `${collection}/${community}`;
	return {
		id: `${folder}/${slug}`,
		collection,
		...(of === 'site' ? {} : { community }),
		slug,
		file: `${folder}/${slug}.${format}`,
		data: schema.parse({ ...examples[collection].data, ...over }) as DataOf<C>,
		body,
	};
}

/** The data of an example as an editor would have written it. */
export const written = (collection: CollectionName, over: object = {}): Record<string, unknown> => ({
	...examples[collection].data,
	...over,
});

/** One record of each collection, all of which hang together. */
export const whole = (): Entry[] => (Object.keys(examples) as CollectionName[]).map((collection) => example(collection) as Entry);

/** A member of a committee, in office since its election unless said otherwise. */
export const member = (name: string, over: Partial<Member> = {}): Member => ({
	name,
	post: '委员',
	from: '2023-06-18',
	seat: 'member',
	byElection: false,
	alsoAt: [],
	...over,
});

/** A term of five years without anybody in it unless said otherwise. */
export const term = (over: Partial<Term> = {}): Term => ({
	name: '第二届',
	from: '2023-06-18',
	until: '2028-06-17',
	formed: '2023年6月18日业主大会选举',
	members: [],
	vacancies: [],
	handovers: [],
	...over,
});

const tally = (heads: number, area: string) => ({ heads, area });

/** A decision of all owners on using the fund, which passes, as an item of an agenda; `over` changes the vote, `item` what is around it. */
export const ownersVote = (over: object = {}, item: object = {}) => ({
	title: '使用维修资金',
	decision: '通过。',
	outcome: 'passed',
	ownersVote: {
		matter: '5',
		scope: '全体业主',
		total: tally(300, '24000.00'),
		part: tally(210, '16800.00'),
		for: tally(200, '16000.00'),
		against: tally(6, '500.00'),
		abstained: tally(4, '300.00'),
		...over,
	},
	...item,
});
