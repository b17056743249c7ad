import { readFileSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { textHtml } from '../../src/text/html.ts';
import { seenInHtml } from './seen.ts';

test.each([
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'[x](javascript:alert(1))',
	'[x](JaVaScRiPt:alert(1))',
	'[x](&#106;avascript:alert(1))',
	'[x](data:text/html,<script>alert(1)</script>)',
	'[x](vbscript:x)',
	'[x](//elsewhere.example/)',
	'[x](/\\elsewhere.example/)',
	'![x](https://elsewhere.example/pixel.png)',
	'![x" onerror="alert(1)](/uploads/a/2026/x.png)',
	'<a href="https://x" style="position:fixed">x</a>',
	'<iframe srcdoc="<script>alert(1)</script>"></iframe>',
	'<svg><style>*{}</style></svg>',
])('Nothing of the writer’s own HTML reaches a page: %s', (text) => {
	for (const { name, attributes } of elementsOf(textHtml(text))) {
		expect(['p', 'a', 'img', 'pre', 'code']).toContain(name);
		expect(['href', 'rel', 'src', 'alt', 'loading']).toEqual(expect.arrayContaining(Object.keys(attributes)));
		expect(attributes.href ?? '/').toMatch(/^(?:https:\/\/x$|\/(?!\/))/);
		expect(attributes.src ?? '/uploads/').toMatch(/^\/uploads\//);
	}
});

test('A link to the web, to a record, to a telephone stays a link', () => {
	expect(textHtml('[网](https://example.org) [账](/ledgers/a/2026-Q1/) [电话](tel:00006000100)')).toBe(
		'<p><a href="https://example.org" rel="noopener">网</a> <a href="/ledgers/a/2026-Q1/">账</a> <a href="tel:00006000100">电话</a></p>\n',
	);
});

test('A picture that was uploaded is shown', () => {
	expect(textHtml('![东门公告栏](/uploads/jinguiyuan/2026/gate.jpg)')).toContain(
		'<img src="/uploads/jinguiyuan/2026/gate.jpg" alt="东门公告栏"',
	);
});

/** What is seen, line by line. */
const seen = (text: string) => seenInHtml(textHtml(text));

describe('Stars', () => {
	test.each([
		'张*三、李*四、王*五',
		'60*150元/月、200*80元/月',
		'3*4*5',
		'2**10、2**3',
		'张**、李**签字',
		'张**和李**签字',
		'到会：张**（组长）、李**（组员）、王**',
		'3栋**室和5栋**室',
		'138****5678，139**1234、137**5678',
		'甲*乙* *丙* _丁_ __戊__ ~~己~~ `庚` ***辛***',
	])('that cover or multiply stay: %s', (text) => {
		expect(seen(text)).toEqual([text]);
	});

	test.each([
		['**改造时间：**4月20日', ['⟦改造时间：⟧4月20日']],
		['**时间：**4月20日，**地点：**东门', ['⟦时间：⟧4月20日，⟦地点：⟧东门']],
		['要**全体**业主面积和人数', ['要⟦全体⟧业主面积和人数']],
		['按**《物业管理条例》**执行', ['按⟦《物业管理条例》⟧执行']],
		['低于**60**分', ['低于⟦60⟧分']],
		['业主张**提出，**必须**先公示', ['业主张**提出，⟦必须⟧先公示']],
		['**到会：**张**和李**', ['⟦到会：⟧张**和李**']],
		['** 空格 ** 两旁', ['** 空格 ** 两旁']],
		['**一行\n另一行**', ['**一行', '另一行**']],
		['\\*\\*不是粗体\\*\\*', ['**不是粗体**']],
	])('in twos make bold: %j', (text, expected) => {
		expect(seen(text)).toEqual(expected);
	});
});

describe('Line ends', () => {
	test.each([
		['会议地点：物业用房\n参会人员：张*三\n一、收支\n1.1 收入\n（一）停车\n① 月租'],
		['大家同意。\n散会'],
		['决定如下：\n由物业负责'],
		['张三\n李四\n王五'],
		['桂香社区居民委员会\n金桂苑业主委员会'],
		['关于维修电梯的公示\n3栋电梯停用，本会决定公示。'],
		['关于维修电梯的公示\n本会收到物业的书面报告，决定公示。'],
		['今天讨论了电梯维修资金怎么\n第三条 分摊，'],
		['今天讨论了电梯维修资金怎么\n三、分摊，'],
		['plain\nwords'],
	])('are kept: %j', (text) => {
		expect(seen(text)).toEqual(text.split('\n'));
	});

	test('go where a program broke a sentence between two ideographs', () => {
		expect(seen('今天讨论了电梯维修资金怎\n么分摊，没有结\n论。')).toEqual(['今天讨论了电梯维修资金怎么分摊，没有结论。']);
		expect(seen('- 今天讨论了电梯维修资金怎\n么分摊。\n- 散会')).toEqual(['今天讨论了电梯维修资金怎么分摊。', '散会']);
	});

	test('are `<br>` too, in a line and in a cell, and a backslash at the end of one is nothing', () => {
		expect(seen('甲<br>乙<BR />丙\\\n丁')).toEqual(['甲', '乙', '丙', '丁']);
		expect(seen('| 甲<br>乙 | 丙 |\n| --- | --- |')).toEqual(['甲', '乙', '丙']);
	});

	test('An indented paragraph is a paragraph, by however many blanks', () => {
		expect(textHtml('    四格\n\n　　两个全角空格\n\n\t制表符')).toBe('<p>四格</p>\n<p>两个全角空格</p>\n<p>制表符</p>\n');
	});
});

describe('Lists', () => {
	test('keep their numbers as they are written', () => {
		expect(textHtml('1. 甲\n3. 丙\n4. 丁\n3. 又')).toBe(
			'<ol>\n<li>甲</li>\n<li value="3">丙</li>\n<li>丁</li>\n<li value="3">又</li>\n</ol>\n',
		);
	});

	test('Items set in by two blanks stand below', () => {
		expect(textHtml('1. 甲\n  - 乙\n  - 丙\n2. 丁')).toBe(
			'<ol>\n<li>甲\n<ul>\n<li>乙</li>\n<li>丙</li>\n</ul>\n</li>\n<li>丁</li>\n</ol>\n',
		);
	});

	test.each([
		'+ 120.00元',
		'- 350.00元（冲回10月多记）',
		'- 350.00',
		'- ¥30',
		'- 5%',
		'> 50,000元',
		'+ 甲',
		'1) 甲',
		'1.甲',
		'1、甲',
		'01. 甲',
		'2026. 3. 5',
		'-甲',
		'*甲',
		'>甲',
		'#甲',
	])('%s is no item', (text) => {
		expect(textHtml(text)).toMatch(/^<p>/);
		expect(seen(text)).toEqual([text]);
	});

	test('What is set in deeper than anybody sets it is text, and does not fall over', () => {
		expect(seen(`${'- '.repeat(5000)}甲`).join('')).toMatch(/^(?:- )+甲$/);
		expect(seen(`${'> '.repeat(5000)}甲`).join('')).toMatch(/^(?:> )+甲$/);
	});
});

describe('Tables', () => {
	test('A cell that stands under no head is shown', () => {
		expect(seen('结果|面积\n---|---\n同意|4321.00|85.2%')).toEqual(['结果', '面积', '同意', '4321.00', '85.2%']);
	});

	test('Rows copied from a spreadsheet are a table; lost tabs at the end of a row are empty cells', () => {
		const html = textHtml('项目\t金额\t备注\n停车\t1,200.00\t张*三\n合计\t1,200.00');
		expect(html.match(/<tr>/g)).toHaveLength(3);
		expect(html).toContain('<th scope="col" class="m">金额</th>');
		expect(html).toContain('<td>张*三</td>');
		expect(html).toContain('<td class="m">1,200.00</td>\n<td></td>');
	});

	test('Rows of figures have no head', () => {
		expect(textHtml('停车\t1200.00\n灯\t30.00')).not.toContain('<th');
	});

	test.each(['一、\t收支\n二、\t维修', '1.1\t收入\n1.2\t支出', '①\t甲\n②\t乙', '\t甲\n\t乙', '甲\t乙'])(
		'Numbered lines, indented lines and a single row are none: %j',
		(text) => {
			expect(textHtml(text)).not.toContain('<table');
		},
	);

	test('Cells that hold only a figure stand to the right, and so does the head of a column of them', () => {
		const figures = ['12', '-1,234.50元', '¥3', '85.2%', '700人/70000.00', '36户', '8,640.00平方米'];
		for (const figure of figures)
			expect(textHtml(`| 项 | 数 |\n| --- | --- |\n| 甲 | ${figure} |`)).toContain(`<td class="m">${figure}</td>`);
		for (const words of ['3栋', '第3次', '12户同意', '张*三'])
			expect(textHtml(`| 项 | 数 |\n| --- | --- |\n| 甲 | ${words} |`)).toContain(`<td>${words}</td>`);
		expect(textHtml('| 日期 |\n| --- |\n| 2026-03-10 |')).toContain('<td class="nw">2026-03-10</td>');
	});

	test('The frame of a table has a name of its own: the heading above, or what stands in its head', () => {
		const table = '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n';
		const names = [
			...textHtml(`${table}\n## 收支 **合计**"\n${table}\n${table}`).matchAll(/<section class="scroll" tabindex="0" aria-label="([^"]*)"/g),
		];
		expect(names.map(([, name]) => name)).toEqual(['甲、乙', '收支 合计&quot;', '收支 合计&quot;（2）']);
	});
});

test.each([
	['# 一\n\n## 二', 3, ['h3', 'h4']],
	['## 一\n\n### 二\n\n## 三', 3, ['h3', 'h4', 'h3']],
	['### 一', 2, ['h2']],
	['## 一\n\n#### 二', 3, ['h3', 'h4']],
] as const)('Headings go on from the page’s own and skip no level: %j at %i', (text, level, expected) => {
	expect([...textHtml(text, level).matchAll(/<(h\d)>/g)].map(([, tag]) => tag)).toEqual(expected);
});

test('A column aligned to the right says so by its class, not by a style', () => {
	const html = textHtml('| 项 | 元 |\n| --- | ---: |\n| 停车 | 12.00 |');
	expect(html).toContain('<td class="m">12.00</td>');
	expect(html).not.toContain('style');
});

/** The elements of some HTML as a browser would read them. */
function elementsOf(html: string): { name: string; attributes: Record<string, string> }[] {
	const found: { name: string; attributes: Record<string, string> }[] = [];
	const parser = new Parser({ onopentag: (name, attributes) => found.push({ name, attributes }) });
	parser.end(html);
	return found;
}

describe('docs/text.md says what is so', () => {
	const [, marks = '', stars = ''] = readFileSync('docs/text.md', 'utf8').split(/^## (?:记号|星号|接成一行)$/m);
	const written = (section: string) => [...section.matchAll(/`([^`]+)`/g)].map(([, code]) => code!.replaceAll('\\|', '|'));

	test.each(written(stars))('%s is no mark', (text) => {
		expect(seen(text)).toEqual([text]);
	});

	test.each(written(marks.split('\n').find((line) => line.includes('不是记号')) ?? ''))('%s is no mark, and begins no list', (text) => {
		expect(seen(`${text}甲`)).toEqual([`${text}甲`]);
	});
});
