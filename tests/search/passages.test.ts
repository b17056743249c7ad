import { describe, expect, test } from 'vitest';
import { passageOf } from '../../src/search/passages.ts';

const page = (inner: string, title = '3月联席会议纪要') => `<!doctype html><html lang="zh-CN"><head><title>不找</title></head><body>
<nav><a href="/">首页</a></nav>
<main data-pagefind-body data-title="${title}" data-day="2026-03-07" data-collection="meetings" data-collection-name="会议纪要"
	data-community="jinguiyuan">${inner}</main>
<footer>页脚</footer></body></html>`;

const textOf = (inner: string) => passageOf(page(inner, '题'), '/x/')!.text.replace(/^题\n?/, '');

test('A record page says what it is', () => {
	expect(passageOf(page('<h1>3月<wbr>联席<wbr>会议纪要</h1><p>到会十二人。</p>'), '/meetings/jinguiyuan/2026-03-07-joint/')).toEqual({
		url: '/meetings/jinguiyuan/2026-03-07-joint/',
		title: '3月联席会议纪要',
		text: '3月联席会议纪要\n到会十二人。',
		day: '2026-03-07',
		collection: 'meetings',
		collectionName: '会议纪要',
		community: 'jinguiyuan',
	});
});

test('The title is the first line, wherever it stands on the page', () => {
	const text = passageOf(page('<p>会议纪要</p><h1>3月联席会议纪要</h1><p>到会十二人。</p>'), '/x/')!.text;
	expect(text).toBe('3月联席会议纪要\n会议纪要\n到会十二人。');
});

test('A page without a body to index is not found', () => {
	expect(passageOf('<html><body><main>名单</main></body></html>', '/meetings/')).toBeNull();
});

test('A record of no community belongs to the whole board', () => {
	const html = '<main data-pagefind-body data-title="案例" data-day="" data-collection="cases" data-collection-name="案例">文</main>';
	expect(passageOf(html, '/cases/x/')).toMatchObject({ community: null, day: '', text: '案例\n文' });
});

test('A template that forgets a fact is told so', () => {
	expect(() => passageOf('<main data-pagefind-body data-title="甲">文</main>', '/cases/x/')).toThrowErrorMatchingInlineSnapshot(
		`[Error: /cases/x/: the element with data-pagefind-body has no data-day, which the search needs]`,
	);
});

describe('The text', () => {
	test.for([
		['<tr><td>收入</td><td>支出</td></tr>', '收入\n支出', 'keeps two cells apart'],
		['<dl><div><dt>主持</dt><dd>陈某</dd></div></dl>', '主持\n陈某', 'keeps a field apart from its value'],
		['<p>第<b>278</b>条</p>', '第278条', 'runs on through what stands in a sentence'],
		['<p>甲<br>乙</p>', '甲\n乙', 'ends a line where the page does'],
		['<p>甲\n\t 乙</p>', '甲 乙', 'evens out the blanks of the source'],
		['<p>甲 &amp; 乙&nbsp;丙</p>', '甲 & 乙 丙', 'holds characters, not entities'],
		['<p>甲</p><p data-pagefind-ignore>乙<b>丙</b></p><p>丁</p>', '甲\n丁', 'leaves out what is marked so'],
		['<svg><title>图</title><text>2026</text></svg><p>甲</p>', '甲', 'leaves out drawings'],
		['<script>a()</script><style>p{}</style><p>甲</p>', '甲', 'leaves out scripts and styles'],
		[
			'<nav>上一页</nav><form><button>搜索</button></form><p hidden>乙</p><p>甲</p>',
			'甲',
			'leaves out what leads elsewhere and what is hidden',
		],
		['<p>第4步<span class="vh">，进行中</span></p>', '第4步，进行中', 'has the words for screen readers'],
		['<img alt="照片"><p>甲</p>', '甲', 'has no descriptions of pictures'],
	] as const)('%s → it $2', ([inner, text]) => {
		expect(textOf(inner)).toBe(text);
	});
});
