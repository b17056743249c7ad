import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { markdownHtml } from '../../src/components/markdown.ts';

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
	for (const { name, attributes } of elementsOf(markdownHtml(text))) {
		expect(['p', 'a', 'img', 'pre', 'code']).toContain(name);
		expect(['href', 'rel', 'src', 'alt', 'loading']).toEqual(expect.arrayContaining(Object.keys(attributes)));
		expect(attributes['href'] ?? '/').toMatch(/^(?:https:\/\/x$|\/(?!\/))/);
		expect(attributes['src'] ?? '/uploads/').toMatch(/^\/uploads\//);
	}
});

test('A link to the web, to a record, to a telephone stays a link', () => {
	expect(markdownHtml('[网](https://example.org) [账](/ledgers/a/2026-Q1/) [电话](tel:00006000100)')).toBe(
		'<p><a href="https://example.org" rel="noopener">网</a> <a href="/ledgers/a/2026-Q1/">账</a> <a href="tel:00006000100">电话</a></p>\n',
	);
});

test('A picture that was uploaded is shown', () => {
	expect(markdownHtml('![东门公告栏](/uploads/jinguiyuan/2026/gate.jpg)')).toContain(
		'<img src="/uploads/jinguiyuan/2026/gate.jpg" alt="东门公告栏"',
	);
});

test('A line the writer broke is no blank between Chinese characters, and one between words', () => {
	expect(markdownHtml('会议\n记录')).toBe('<p>会议记录</p>\n');
	expect(markdownHtml('plain\nwords')).toBe('<p>plain\nwords</p>\n');
});

test.each([
	['# 一\n\n## 二', 3, ['h3', 'h4']],
	['## 一\n\n### 二\n\n## 三', 3, ['h3', 'h4', 'h3']],
	['### 一', 2, ['h2']],
	['## 一\n\n#### 二', 3, ['h3', 'h4']],
] as const)('Headings go on from the page’s own and skip no level: %j at %i', (text, level, expected) => {
	expect([...markdownHtml(text, level).matchAll(/<(h\d)>/g)].map(([, tag]) => tag)).toEqual(expected);
});

test('A column aligned to the right says so by its class, not by a style', () => {
	const html = markdownHtml('| 项 | 元 |\n| --- | ---: |\n| 停车 | 12.00 |');
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
