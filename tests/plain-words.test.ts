import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linesOf, wornIn, wornWords } from './plain-words.ts';

const PAGE = '/communities/jinguiyuan/';

test.for(wornWords)('“$planted” is found, “$twin” is left alone', ({ planted, twin, better }) => {
	expect(wornIn(linesOf(`<main><p>${planted}</p></main>`), PAGE)).toEqual([expect.stringContaining(better)]);
	expect(wornIn(linesOf(`<main><p>${twin}</p></main>`), PAGE)).toEqual([]);
	expect(wornIn(better, PAGE)).toEqual([]);
});

test('Words are found wherever a reader meets them', () => {
	const found = [`${PAGE}：“不合规定” → 不符合规定`];
	for (const html of [
		'<p title="2处不合规定">x</p>',
		'<a aria-label="不合规定的">x</a>',
		'<img alt="不合规定">',
		'<input placeholder="不合规定">',
		'<td data-l="不合规定">1</td>',
		'<meta name="description" content="不合规定的2条">',
		'<svg><title>不合规定</title></svg>',
		'<p>不<b>合<wbr>规</b>定</p>',
		'<p>不合&#x89C4;定</p>',
	])
		expect(wornIn(linesOf(html), PAGE), html).toEqual(found);
});

test('Words are not found where nobody reads them, nor across two lines', () => {
	for (const html of [
		'<script>"不合规定"</script>',
		'<p id="不合规定">x</p>',
		'<p>不合</p><p>规定</p>',
		'<h2>拿走工具<small>全部公开了</small></h2>',
	])
		expect(wornIn(linesOf(html.replace('拿走', '谁拿走')), PAGE), html).toEqual([]);
});

test('A small text beside a heading leaves the heading a line of its own', () => {
	expect(wornIn(linesOf('<h2>近日<small>两周以内</small></h2>'), PAGE)).toHaveLength(1);
});

test('What is quoted or means something else is let stand on its own pages only', () => {
	expect(wornIn('从“下单、派单、接单、评单”做起', '/cases/lianhu-four-services/')).toEqual([]);
	expect(wornIn('来龙去脉', '/matters/jinguiyuan/2024-07-15-lifts/')).toEqual([]);
	expect(wornIn('来龙去脉', '/notices/jinguiyuan/2026-04-11-charging-ports/')).toHaveLength(1);
});

test('Forms, messages and the pages for editors do without them too', () => {
	const files = globSync([
		'README.zh-CN.md',
		'docs/{checks,editors}/*.md',
		'public/schemas/*.json',
		'src/{checks,schema}/*.ts',
		'cms/**/*.ts*',
	]);
	expect(files.length).toBeGreaterThan(150);
	expect(files.flatMap((file) => wornIn(readFileSync(file, 'utf8').replace(/["'`<>]/g, '\n'), file))).toEqual([]);
});
