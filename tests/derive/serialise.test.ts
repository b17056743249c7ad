import { describe, expect, test } from 'vitest';
import { rewrite } from '../../src/derive/rewrite.ts';
import { deserialise, kindOf, serialise } from '../../src/derive/serialise.ts';
import { recordFiles } from '../../src/publish/files.ts';
import type { CollectionName } from '../../src/schema/index.ts';

const files = [...recordFiles('content')]
	.filter(({ file }) => /\.(?:md|json)$/.test(file))
	.map(({ file, bytes }) => ({ file, text: Buffer.from(bytes).toString('utf8'), kind: kindOf(collectionIn(file)) }));

function collectionIn(file: string): CollectionName | 'settings' {
	return file === 'settings.json' ? 'settings' : (file.split('/')[0] as CollectionName);
}

describe('Every sample record', () => {
	test('says the same when it is written anew, and the same text every time', () => {
		expect(files.length).toBeGreaterThan(200);
		for (const { file, kind, text } of files) {
			const read = deserialise(kind, text);
			const written = serialise(kind, read.data, read.body);
			expect(deserialise(kind, written), file).toEqual(read);
			expect(serialise(kind, read.data, read.body), file).toBe(written);
		}
	});

	test('stays byte for byte when it is opened and saved unchanged', () => {
		for (const { kind, text } of files) {
			const { data, body } = deserialise(kind, text);
			expect(rewrite(kind, text, data, body)).toBe(text);
		}
	});

	test('is as it was when a field is changed and changed back', () => {
		for (const { file, kind, text } of files) {
			const { data, body } = deserialise(kind, text);
			const name = 'summary' in data ? 'summary' : Object.keys(data).find((key) => typeof data[key] === 'string')!;
			const changed = rewrite(kind, text, { ...data, [name]: '改过的一句话' }, body);
			expect(changed, file).not.toBe(text);
			expect(rewrite(kind, changed, data, body), file).toBe(text);
		}
	});
});

const notice = kindOf('notices');

test('A new record has its keys in the order of the schema, amounts quoted and nothing for what was left empty', () => {
	const data = {
		topic: 'fund',
		title: '公示',
		kind: 'publicity',
		period: { unit: 'calendar', days: 7, note: '' },
		basis: [],
		result: null,
	};
	expect(serialise(notice, data, '\r\n正文\r\n第二行\n\n')).toMatchInlineSnapshot(`
		"---
		title: 公示
		kind: publicity
		topic: fund
		period:
		  days: 7
		  unit: calendar
		---

		正文
		第二行
		"
	`);
	expect(serialise(kindOf('ledgers'), { closing: '12800.00', opening: '0.00' })).toBe(
		'{\n  "opening": "0.00",\n  "closing": "12800.00"\n}\n',
	);
	expect(serialise(kindOf('meetings'), { agenda: [{ ownersVote: { matter: '4', total: { area: '86412.60' } } }] })).toContain(
		'area: "86412.60"',
	);
});

test('Names the schema does not know are kept, after those it knows', () => {
	expect(serialise(kindOf('ledgers'), { old: 1, fund: 'special' })).toBe('{\n  "fund": "special",\n  "old": 1\n}\n');
});

describe('A file written by hand', () => {
	const text = `---
# 张贴以后补了截止时刻
title: '公示'
topic: fund   # 资金
kind: publicity
channels:
  # 最要紧的
  - { kind: 电话, detail: "0571-87000000" }
  - kind: 当面
    detail: 物业服务中心
---


正文，行末有两个空格  
第二行
`;
	const { data, body } = deserialise(notice, text);

	test('keeps its comments, quotes, order and body when one field is changed', () => {
		expect(rewrite(notice, text, { ...data, topic: 'repair' }, body)).toBe(text.replace('topic: fund   #', 'topic: repair #'));
	});

	test('gets a new field where the schema has it, and loses one that was emptied', () => {
		expect(rewrite(notice, text, { ...data, addressee: '全体业主' }, body)).toContain('# 资金\naddressee: 全体业主\nkind: publicity\n');
		expect(rewrite(notice, text, { ...data, topic: '' }, body)).not.toContain('topic');
	});

	test('keeps the comment of an item whose neighbour was taken away', () => {
		const [first, second] = data.channels as unknown[];
		expect(rewrite(notice, text, { ...data, channels: [second, first] }, body)).toContain('- { kind: 电话, detail: "0571-87000000" }');
		expect(rewrite(notice, text, { ...data, channels: [first] }, body)).toContain('# 最要紧的');
	});

	test('is written anew when it cannot be taken apart', () => {
		expect(rewrite(notice, '---\n: [\n---\n', { title: '公示' })).toBe('---\ntitle: 公示\n---\n');
	});
});

test('A JSON file keeps the order of its keys and its indent', () => {
	const text = '{\n\t"period": "2026-Q1",\n\t"fund": "special",\n\t"entries": []\n}\n';
	expect(rewrite(kindOf('ledgers'), text, { fund: 'special', period: '2026-Q2', custodian: '业委会' })).toBe(
		'{\n\t"period": "2026-Q2",\n\t"custodian": "业委会",\n\t"fund": "special",\n\t"entries": []\n}\n',
	);
});
