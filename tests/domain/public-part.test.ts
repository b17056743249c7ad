import { describe, expect, test } from 'vitest';
import { aroundOf, recordsOf } from '../../src/checks/check.ts';
import { linked } from '../../src/checks/linked.ts';
import { publishedOn } from '../../src/checks/published-on.ts';
import { publicPart } from '../../src/domain/public-part.ts';
import { shelvesOf } from '../../src/publish/shelves.ts';
import type { Entry } from '../../src/schema/index.ts';
import { example, whole } from '../examples.ts';

const withdrawn = { on: '2026-04-02', why: '登错了小区。', instead: 'notices/ceshiyuan/2026-04-02-door' };
const FILE = '/uploads/ceshiyuan/2026/door.pdf';

describe('P4: of a record that was withdrawn', () => {
	test.for(whole().filter(({ collection }) => collection !== 'communities'))(
		'there stay the title, the day, the reason and what to read instead: $collection',
		(entry) => {
			const { entry: stub, listing } = publicPart({ ...entry, body: '正文', data: { ...entry.data, withdrawn } } as Entry);
			const { title } = publicPart(entry).listing.card;
			expect(
				Object.keys(stub.data)
					.filter((name) => name !== 'name')
					.sort(),
			).toEqual(['publishedOn', 'title', 'withdrawn']);
			expect([stub.data, stub.body]).toMatchObject([{ title, withdrawn }, '']);
			expect(listing.card).toEqual({
				id: entry.id,
				collection: entry.collection,
				community: entry.community ?? null,
				title,
				day: withdrawn.on,
			});
		},
	);

	test('no list, count or facet has it: it stands among the withdrawn, under its former name, and keeps its files from the web', () => {
		const entry = example('notices', { withdrawn, formerly: ['notices/ceshiyuan/old'] }, { body: `见[附件](${FILE})。` });
		expect([...shelvesOf(publicPart(entry)).keys()].sort()).toEqual([
			'@ceshiyuan~withdrawn',
			'notices<ceshiyuan%2Fold',
			'notices@ceshiyuan~withdrawn',
			'notices~withdrawn',
			`~${FILE}`,
		]);
	});

	test('no other record is judged by it, nor can it be asked for', () => {
		const ledger = example('ledgers', { withdrawn });
		const around = aroundOf(recordsOf([ledger]), '2026-04-13');
		expect([around.get(ledger.id), around.of('ledgers', 'ceshiyuan')]).toEqual([null, []]);
		const matter = example('matters');
		const named = example('meetings', { withdrawn, agenda: [{ title: '门禁', decision: '同意。', outcome: 'passed', matter: matter.id }] });
		expect(linked(matter, aroundOf(recordsOf([matter, named]), '2026-04-13'), 'meetings')).toEqual([]);
	});
});

test.for([
	['has a day that has come', 'notices', '2026-04-13', []],
	['is not withdrawn before its day', 'notices', '2026-04-14', ['withdrawn.on']],
	['is not a community, under which the others stand', 'communities', '2026-04-13', ['withdrawn']],
] as const)('P4: what is withdrawn %s', ([, collection, on, fields]) => {
	const records = recordsOf([example(collection, { withdrawn: { on, why: '重复。' } }) as Entry], [], { today: '2026-04-13' });
	expect(publishedOn.run(records).map(({ field }) => field)).toEqual(fields);
});

test('P4: what is not for the web keeps its files from it, too; what is for the web shows them', () => {
	const withFile = (over: object) => publicPart(example('documents', over, { body: `[原文](${FILE})` })).listing;
	expect(withFile({})).toMatchObject({ uploads: [FILE], withholds: false });
	expect(withFile({ audience: 'owners' })).toMatchObject({ uploads: [FILE], withholds: true });
});
