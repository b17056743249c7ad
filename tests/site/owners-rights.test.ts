import { expect, test } from 'vitest';
import { chineseDay } from '../../src/basics/days.ts';
import { checkFiles } from '../../src/checks/files.ts';
import { isDecided, lastDayToRevoke } from '../../src/domain/revocation.ts';
import { recordFiles } from '../../src/publish/files.ts';
import type { EntryOf } from '../../src/schema/index.ts';
import { read } from './pages.ts';

const { entries } = checkFiles(recordFiles('content'));
const meetings = entries.filter(({ collection }) => collection === 'meetings') as EntryOf<'meetings'>[];
const textOf = (id: string): string => read(`/${id}/index.html`).replace(/<[^>]+>/g, '');
const ASKED = '可以请求法院撤销';

test('minutes in which an assembly or a committee decided say until when owners may go to court, and no others do', () => {
	const [decided, others] = [meetings.filter(({ data }) => isDecided(data)), meetings.filter(({ data }) => !isDecided(data))];
	expect(decided.length).toBeGreaterThan(0);
	for (const { id, data } of decided) expect(textOf(id), id).toContain(`到${chineseDay(lastDayToRevoke(data.publishedOn!))}；`);
	for (const { id } of others) expect(textOf(id), id).not.toContain(ASKED);
});

test('a sheet that announces a decision counts from its posting, one that calls the meeting does not say it', () => {
	expect(textOf('notices/jinguiyuan/2025-12-17-roof-result')).toContain('2025年12月17日公布时才知道的，到2026年12月17日；');
	expect(textOf('notices/jinguiyuan/2025-11-15-roof-assembly')).not.toContain(ASKED);
});

test('a matter the owners voted on says it, one they did not vote on does not', () => {
	expect(textOf('matters/jinguiyuan/2025-08-12-roof')).toContain(ASKED);
	expect(textOf('matters/jinguiyuan/2025-07-29-drain')).not.toContain(ASKED);
});

test('what a manager promised in public is said to be part of its contract', () => {
	const bound = '为物业服务合同的组成部分';
	expect(textOf('commitments/wangxi/2025-09-30-service')).toContain(bound);
});

test('a committee’s roster says how an assembly is called, about how many owners that takes, and whom to ask', () => {
	const roster = textOf('bodies/wangxi/owners-committee');
	expect(roster).toContain('本小区486户，一户算一人的话，百分之二十是98人');
	expect(roster).toContain('业委会不召集的，找街道办事处：');
	expect(textOf('bodies/wangxi/party-branch')).not.toContain('百分之二十');
});
