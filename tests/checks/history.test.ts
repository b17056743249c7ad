import { expect, test } from 'vitest';
import { historyOf, type Was } from '../../src/checks/history.ts';
import type { Entry } from '../../src/schema/index.ts';
import { example } from '../examples.ts';

const TODAY = '2026-04-13';
const rules = (over: object = {}, slug = 'rules') =>
	example('documents', { title: '停车管理办法', publishedOn: '2026-03-30', ...over }, { slug });
const withdrawn = { on: '2026-04-01', why: '数字有误' };
const correction = { on: TODAY, field: '撤回', before: '已撤回', after: '恢复', why: '核对无误' };

const wasOf = ({ id, file, data }: Entry, over: Partial<Was> = {}): Was => ({
	id,
	file,
	title: 'title' in data ? data.title : null,
	publishedOn: data.publishedOn ?? null,
	formerly: data.formerly,
	corrected: data.corrections.length,
	isWithdrawn: data.withdrawn !== undefined,
	uploads: [],
	...over,
});

/** What is said of a record that was one thing and is to become another, or nothing. */
function said(before: Entry, after: Entry | null): string[] {
	const entries = after ? [after] : [];
	const files = (all: readonly Entry[], content: string) => new Map(all.map(({ file }) => [file, content]));
	const change = { before: files([before], 'before'), after: files(entries, 'after'), was: [wasOf(before)], entries, today: TODAY };
	return historyOf(change).map(({ check, file, field }) => `${check} ${file} ${field}`.trim());
}

test('P4: what was withdrawn does not come back as if it had never been', () => {
	const away = rules({ withdrawn });
	expect(said(away, rules())).toEqual([`kept ${away.file} withdrawn`]);
	expect(said(away, rules({ corrections: [correction] })), 'the page tells it').toEqual([]);
	expect(said(away, rules({ withdrawn, summary: '已停用' })), 'it stays withdrawn').toEqual([]);
	expect(said(rules(), away), 'it is withdrawn').toEqual([]);
});

test('P5: a record that only lost its old name is told one thing to write', () => {
	const [old, renamed] = [rules(), rules({}, 'parking-rules')];
	expect(said(old, renamed)).toEqual([`kept ${old.file}`]);
	expect(said(old, rules({ formerly: [old.id] }, 'parking-rules'))).toEqual([]);
	expect(said(old, null)).toEqual([`kept ${old.file}`]);
});
