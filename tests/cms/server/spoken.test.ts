import { expect, test } from 'vitest';
import { spoken, unmarked } from '../../../cms/server/spoken.ts';
import { checkFiles } from '../../../src/checks/files.ts';
import { recordFiles } from '../../../src/publish/files.ts';

const titles: Record<string, string> = {
	'ledgers/jinguiyuan/2026-q1-maintenance': '金桂苑2026年第一季度维修资金账',
	'bodies/jinguiyuan/party-branch': '金桂苑党支部',
};
const titleOf = async (id: string): Promise<string | null> => titles[id] ?? null;

test.for([
	[
		'“期初结余”写的是“12,800元”，不是带引号、两位小数的元。写成 "12800.00"。',
		'“期初结余”写的是“12,800元”，不是两位小数的元。写成 12800.00。',
	],
	[
		'两个数应当相同：改这里，或者改ledgers/jinguiyuan/2026-q1-maintenance.json并写更正。',
		'两个数应当相同：改这里，或者改“金桂苑2026年第一季度维修资金账”并写更正。',
	],
	['在bodies/jinguiyuan/party-branch.json里补上', '在“金桂苑党支部”里补上'],
	[
		'引用了“bodies/jinguiyuan/party”，没有这条记录。是不是“bodies/jinguiyuan/party-branch”？',
		'引用了一条“组织”，没有这条记录。是不是“金桂苑党支部”？',
	],
	['先建 communities/ceshiyuan.json，或移到正确的小区文件夹。', '先建一条“小区”，或移到正确的小区文件夹。'],
	['引用了附件“/uploads/jinguiyuan/2026/表.pdf”，没有这个文件。', '引用了附件“表.pdf”，没有这个文件。'],
	[
		'旧编号少了“meetings/ceshiyuan/was-here”，抄走旧网址的人会找不到。\n引用了“meetings/ceshiyuan/nothing”，没有这条记录。',
		'旧编号少了“meetings/ceshiyuan/was-here”，抄走旧网址的人会找不到。\n引用了一条“会议纪要”，没有这条记录。',
	],
	['“合计”写的是“三”，写成 "86412.60"。', '“合计”写的是“三”，写成 86412.60。'],
])('an editor reads %s as %s', async ([message, said]) => {
	expect(await spoken(message!, titleOf)).toBe(said);
});

test.for([
	'写成 2026-03-10 这样的日期',
	'没有保存：王五在4月13日9:05改过这份内容。',
	'“标题”写的是“张"三"”，写法不对。',
	'请看 https://example.com/a',
])('and what names no file stays as it is: %s', async (message) => {
	expect(await spoken(message, titleOf)).toBe(message);
	expect(unmarked(message)).toBe(message);
});

test('Whatever the checks say of the sample names no file to an editor', async () => {
	const { findings } = checkFiles(recordFiles('content'), undefined, (settings) => settings!.asOf!);
	expect(findings.length).toBeGreaterThan(10);
	for (const { problem, fix } of findings)
		expect(await spoken(problem + fix, titleOf)).not.toMatch(
			/"\d|\.(?:json|md)\b|\b(?:bodies|ledgers|meetings|notices|matters|documents)\//,
		);
});
