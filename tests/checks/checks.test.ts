import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkEntries, checks } from '../../src/checks/index.ts';
import type { Entry } from '../../src/schema/index.ts';
import { example, ownersVote, whole } from '../examples.ts';

/** What the checks say of a whole board in which some records are written otherwise. */
const said = (...others: Entry[]) => {
	const ids = new Set(others.map((e) => e.id));
	return checkEntries([...whole().filter((e) => !ids.has(e.id)), ...others]).map(({ check, kind, field }) =>
		`${kind} ${check} ${field}`.trim(),
	);
};
const entry = { on: '2026-01-05', direction: 'in', kind: 'parking', amount: '50.00', purpose: '地面月租', counterparty: '物业代收' };

test('a whole board that hangs together has nothing to mend', () => {
	expect(said()).toEqual([]);
});

describe('These are slips', () => {
	test.for<[string, Entry, string]>([
		['a reference to nothing', example('notices', { issuer: 'bodies/ceshiyuan/owners-comittee' }), 'slip references issuer'],
		['a reference to the wrong kind', example('notices', { about: ['cases/lifts', 'communities/ceshiyuan'] }), 'slip references about[1]'],
		['an upload that is not there', example('documents', { file: '/uploads/ceshiyuan/2026/a.pdf' }), 'slip references file'],
		[
			'a picture in a text that is not there',
			example('meetings', {}, { body: '看![东门](/uploads/ceshiyuan/2026/a.jpg)。' }),
			'slip references body',
		],
		['a community that is not there', example('documents', {}, { community: 'nowhere' }), 'slip references'],
		['a reserved name', example('meetings', {}, { slug: 'page' }), 'slip names'],
		[
			'a former name that another record has now',
			example('documents', { formerly: ['documents/ceshiyuan/rules'] }, { slug: 'rules-2' }),
			'slip names formerly[1]',
		],
		['a former name in another collection', example('documents', { formerly: ['cases/rules'] }), 'slip names formerly[1]'],
		['a former name at no address', example('notices', { formerly: ['notices/door'] }), 'slip names formerly[1]'],
		['no day of publication', example('cases', { publishedOn: undefined }), 'slip published-on publishedOn'],
		[
			'P2: minutes that were public before the meeting',
			example('meetings', { publishedOn: '2026-03-09' }),
			'slip published-on publishedOn',
		],
		['P2: a matter before anybody raised it', example('matters', { publishedOn: '2026-02-19' }), 'slip published-on publishedOn'],
		['P2: a score before it was given', example('assessments', { publishedOn: '2026-04-02' }), 'slip published-on publishedOn'],
		['P2: a promise before it was signed', example('commitments', { publishedOn: '2026-01-02' }), 'slip published-on publishedOn'],
		[
			'a correction before publication',
			example('cases', { corrections: [{ on: '2025-12-31', field: '数字', before: '40台', after: '41台', why: '抄错' }] }),
			'slip published-on corrections[1].on',
		],
		['withheld without a place to inspect it', example('documents', { audience: 'onsite' }), 'slip audience inspect'],
		[
			'withheld, yet in the file',
			example('documents', { audience: 'onsite', inspect: { where: '社区', when: '周三', ask: '档案员' } }, { body: '名单' }),
			'slip audience',
		],
		['a cell under no head', example('meetings', {}, { body: '结果|面积\n---|---\n同意|4321.00|85.2%' }), 'slip table-cells body'],
		['a closing that is one 分 off', example('ledgers', { closing: '150.01' }), 'slip ledger-sums closing'],
		['an entry outside its period', example('ledgers', { entries: [{ ...entry, on: '2026-04-01' }] }), 'slip ledger-sums entries[1].on'],
		[
			'an amount below zero',
			example('ledgers', { opening: '200.00', entries: [{ ...entry, amount: '-50.00' }] }),
			'slip ledger-sums entries[1].amount',
		],
		['a kind of the other side', example('ledgers', { entries: [{ ...entry, kind: 'tax' }] }), 'slip ledger-sums entries[1].kind'],
		[
			'an opening that is not the last closing',
			example('ledgers', { period: '2025-Q4', entries: [], opening: '99.99', closing: '99.99' }, { slug: '2025-Q4-common-income' }),
			'slip ledger-chain opening',
		],
		['the same ledger twice', example('ledgers', {}, { slug: '2026-Q1-common-income-2' }), 'slip ledger-chain period'],
		[
			'parts that do not add up',
			example('statistics', { measures: [{ name: '甲', value: 81, unit: '个', parts: [{ name: '乙', value: 80 }], grade: 'self' }] }),
			'slip statistic-sums measures[1].parts',
		],
		[
			'a part larger than its whole',
			example('statistics', {
				measures: [
					{ name: '甲', value: 8, unit: '个', grade: 'self' },
					{ name: '乙', value: 9, unit: '个', of: '甲', grade: 'self' },
				],
			}),
			'slip statistic-sums measures[2].value',
		],
		[
			'a part of nothing',
			example('statistics', { measures: [{ name: '乙', value: 9, unit: '个', of: '甲', grade: 'self' }] }),
			'slip statistic-sums measures[1].of',
		],
		[
			'ballots that do not add up by heads',
			example('meetings', { agenda: [ownersVote({ part: { heads: 211, area: '16800.00' } })] }),
			'slip vote-sums agenda[1].ownersVote.part.heads',
		],
		[
			'ballots that do not add up by 0.01 m²',
			example('meetings', { agenda: [ownersVote({ part: { heads: 210, area: '16800.01' } })] }),
			'slip vote-sums agenda[1].ownersVote.part.area',
		],
		[
			'more votes than owners',
			example('meetings', { agenda: [ownersVote({ total: { heads: 209, area: '24000.00' } })] }),
			'slip vote-sums agenda[1].ownersVote.part.heads',
		],
		[
			'more present than due',
			example('meetings', { parties: [{ name: '业委会', due: 4, present: 5 }] }),
			'slip vote-sums parties[1].present',
		],
		['a 公示 without a period', example('notices', { period: undefined }), 'slip notice-dates period'],
		[
			'a period one day short',
			example('notices', { period: { days: 7, unit: 'calendar', closesOn: '2026-03-17' } }),
			'slip notice-dates period.closesOn',
		],
		[
			'a claim from a source that is not listed',
			example('cases', {
				claims: [{ figure: '41台', what: '大修', kind: 'count', asOf: { label: '当年', precision: 'year' }, source: 2, grade: 'self' }],
			}),
			'slip claim-sources claims[1].source',
		],
		[
			'an interested source graded as a third party',
			example('cases', {
				sources: [{ title: '公司介绍', interested: true }],
				claims: [{ figure: '41台', what: '大修', kind: 'count', asOf: { label: '当年', precision: 'year' }, source: 1, grade: 'third' }],
			}),
			'slip claim-sources claims[1].grade',
		],
	])('%s', ([, record, expected]) => {
		expect(said(record)).toContain(expected);
	});
});

test('P2: what may be announced ahead, and what is published on the day itself, is left alone', () => {
	expect(said(example('notices', { publishedOn: '2026-03-01' }))).toEqual([]);
	expect(said(example('schedules', { publishedOn: '2020-01-01' }))).toEqual([]);
	expect(said(example('documents', { publishedOn: '2020-01-01' }))).toEqual([]);
	expect(said(example('meetings', { publishedOn: '2026-03-10' }))).toEqual([]);
});

test('a record may have been called otherwise before, and no two the same', () => {
	const formerly = ['documents/ceshiyuan/old-rules'];
	const renamed = example('documents', { formerly });
	expect(said(renamed)).toEqual([]);
	expect(said(renamed, example('documents', { formerly }, { slug: 'other' }))).toEqual([
		'slip names formerly[1]',
		'slip names formerly[1]',
	]);
});

test('a cross-posting without its twin is a note, and accuses nobody', () => {
	const branch = example('bodies', { name: '社区党组织', kind: 'partyBranch' }, { slug: 'party-branch' });
	const half = { name: '石安', post: '主任', from: '2023-06-18', alsoAt: [{ body: branch.id, post: '兼职委员', from: '2023-07-01' }] };
	const committee = example('bodies', { terms: [{ name: '第一届', from: '2023-06-18', formed: '选举', members: [half] }] });
	expect(said(branch, committee)).toEqual(['note cross-posting terms[1].members[1].alsoAt[1]']);
	const twin = { name: '石安', post: '兼职委员', from: '2023-07-01', alsoAt: [{ body: committee.id, post: '主任', from: '2023-06-18' }] };
	const mended = example(
		'bodies',
		{ name: '社区党组织', kind: 'partyBranch', terms: [{ name: '现任', from: '2023-06-18', formed: '选举', members: [twin] }] },
		{ slug: 'party-branch' },
	);
	expect(said(mended, committee)).toEqual([]);
});

test.each(checks)('the page of $id begins with what the check asks', ({ id, asks }) => {
	expect(readFileSync(`docs/checks/${id}.md`, 'utf8')).toMatch(`# ${asks}\n\n编号 \`${id}\` · `);
});

test.each(['shape', 'syntax', 'encoding', 'size', 'symlink', 'twins', 'place', 'kept'])(
	'the check %s of files has its page for editors',
	(id) => {
		expect(existsSync(`docs/checks/${id}.md`)).toBe(true);
	},
);
