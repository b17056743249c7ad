import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { see } from '../../src/privacy/attachments/see.ts';
import { deletedIn, docx, docxTable, gbPdf, pdf, photo, plainPdf, wordPart, xlsx } from './files.ts';

const NUMBER = '13800138000';
const long = '本小区2026年第一季度公共收益收支情况和维修资金使用情况说明，具体数字见附表，凭证存物业服务中心。';
/** What was found, and where. */
const found = async (name: string, bytes: Uint8Array) => (await see(name, bytes)).data.map(({ what, where }) => `${what} ${where}`);

describe('A private number is found in a PDF', () => {
	test.for<[string, Uint8Array, string]>([
		['in its text', plainPdf(`Tel ${NUMBER}`), '手机号 第1页'],
		['in Chinese codes without a font', gbPdf('GBK-EUC-H', `b5e7bbb0${Buffer.from(NUMBER).toString('hex')}`), '手机号 第1页'],
		[
			'in Unicode without a font',
			gbPdf('UniGB-UCS2-H', [...`电话${NUMBER}`].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')),
			'手机号 第1页',
		],
		['in a note', plainPdf('Minutes', { notes: [`请回电${NUMBER}`] }), '手机号 第1页的批注'],
		['in its title', plainPdf('Minutes', {}, `王师傅${NUMBER}`), '手机号 文档属性'],
		['in invisible letters', pdf({ draws: `BT 3 Tr /F1 12 Tf 50 700 Td (${NUMBER}) Tj ET` }), '手机号 第1页'],
	])('%s', async ([, bytes, expected]) => {
		expect(await found('a.pdf', bytes)).toContain(expected);
	});
});

describe('A private number is found in a DOCX', () => {
	test.for<[string, Uint8Array, string]>([
		['in its text', docx([long, `电话${NUMBER}`]), '手机号 正文'],
		['broken over runs', docx([long, ['电话138', '0013', '8000']]), '手机号 正文'],
		['in a header', docx([long], { 'word/header1.xml': wordPart('hdr', NUMBER) }), '手机号 页眉'],
		['in a footer', docx([long], { 'word/footer2.xml': wordPart('ftr', NUMBER) }), '手机号 页脚'],
		['in a comment', docx([long], { 'word/comments.xml': wordPart('comments', NUMBER) }), '手机号 批注'],
		['in a footnote', docx([long], { 'word/footnotes.xml': wordPart('footnotes', NUMBER) }), '手机号 脚注'],
		['in a text that was deleted', deletedIn(NUMBER), '手机号 正文'],
		[
			'in its properties',
			docx([long], { 'docProps/core.xml': `<cp><dc:title>纪要</dc:title><dc:creator>王${NUMBER}</dc:creator></cp>` }),
			'手机号 文档属性',
		],
		[
			'spread over the cells of a table',
			docxTable([
				['电话', '', ''],
				['138', '0013', '8000'],
			]),
			'手机号 正文',
		],
		[
			'a card under its head',
			docxTable([
				['户名', '银行账号'],
				['甲', '4111111111111111'],
			]),
			'银行卡号 正文',
		],
		[
			'a list of households',
			docxTable([
				['房号', '业主', '应交'],
				['1', '2', '3'],
			]),
			'住户明细 正文',
		],
		[
			'behind a link',
			docx([long], { 'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r1" Target="tel:${NUMBER}"/></Relationships>` }),
			'手机号 链接',
		],
		[
			'in a text box',
			docx([long], { 'word/diagrams/data1.xml': `<a><a:p><a:r><a:t>${NUMBER}</a:t></a:r></a:p></a>` }),
			'手机号 图形和文本框',
		],
		[
			'in a document within',
			docx([long], { 'word/embeddings/sheet.xlsx': xlsx([{ name: '名册', rows: [['甲', NUMBER]] }]) }),
			'手机号 里面的文件：工作表“名册”',
		],
	])('%s', async ([, bytes, expected]) => {
		expect(await found('a.docx', bytes)).toContain(expected);
	});
});

describe('A private number is found in an XLSX', () => {
	const sheet = (rows: (string | number)[][]) => ({ name: '收支', rows });
	test.for<[string, Uint8Array, string]>([
		[
			'in a cell',
			xlsx([
				sheet([
					['项目', '金额'],
					['清洗', `找${NUMBER}`],
				]),
			]),
			'手机号 工作表“收支”',
		],
		[
			'as a number',
			xlsx([
				sheet([
					['项目', '金额'],
					['清洗', Number(NUMBER)],
				]),
			]),
			'手机号 工作表“收支”',
		],
		[
			'spread over cells',
			xlsx([
				sheet([
					['电话', '', ''],
					['138', '0013', '8000'],
				]),
			]),
			'手机号 工作表“收支”',
		],
		[
			'on a hidden sheet',
			xlsx([sheet([['项目', '金额']]), { name: '名册', state: 'hidden', rows: [['甲', NUMBER]] }]),
			'手机号 隐藏的工作表“名册”',
		],
		[
			'on a very hidden sheet',
			xlsx([sheet([['项目', '金额']]), { name: '名册', state: 'veryHidden', rows: [['甲', NUMBER]] }]),
			'手机号 隐藏的工作表“名册”',
		],
		[
			'in a comment',
			xlsx([sheet([['项目']])], {
				'xl/comments1.xml': `<comments><commentList><comment><text><r><t>138</t></r><r><t>00138000</t></r></text></comment></commentList></comments>`,
			}),
			'手机号 批注',
		],
		[
			'in a header',
			xlsx([{ ...sheet([['项目']]), more: `<headerFooter><oddHeader>&amp;C${NUMBER}</oddHeader></headerFooter>` }]),
			'手机号 工作表“收支”',
		],
		['in the name of a sheet', xlsx([{ name: `王${NUMBER}`, rows: [['项目']] }]), '手机号 工作表的名字'],
		[
			'in what a pivot table keeps',
			xlsx([sheet([['项目']])], { 'xl/pivotCache/pivotCacheDefinition1.xml': `<d><sharedItems><s v="${NUMBER}"/></sharedItems></d>` }),
			'手机号 数据透视和外部数据',
		],
		['a list of households', xlsx([sheet([['6栋分摊表'], ['房号', '业主', '应交'], ['1', '张某某', 12]])]), '住户明细 工作表“收支”'],
		[
			'a card under its head',
			xlsx([
				sheet([
					['户名', '银行账号'],
					['甲', '4111111111111111'],
				]),
			]),
			'银行卡号 工作表“收支”',
		],
		[
			'in a formula',
			xlsx([sheet([['项目']])], {
				'xl/worksheets/sheet9.xml': `<worksheet><sheetData><row><c t="str"><f>"${NUMBER}"</f><v></v></c></row></sheetData></worksheet>`,
			}),
			'手机号 没有列出的工作表',
		],
	])('%s', async ([, bytes, expected]) => {
		expect(await found('a.xlsx', bytes)).toContain(expected);
	});
	test('and a ledger without any has none', async () => {
		const rows = [
			['日期', '摘要', '收入', '支出', '凭证号'],
			...Array.from({ length: 200 }, (_, i) => [
				`2026-01-${String((i % 28) + 1).padStart(2, '0')}`,
				'地面月租',
				150 + i,
				12_800.5 * i,
				`2026-01-${i}`,
			]),
		];
		expect(await found('a.xlsx', xlsx([{ name: '收支', rows }]))).toEqual([]);
	});
});

describe('A private number is found in plain text', () => {
	test('of older programs', async () => {
		expect(await found('a.csv', Buffer.concat([Buffer.from('b5e7bbb0', 'hex'), Buffer.from(`,x\n${NUMBER},y\n`)]))).toEqual([
			'手机号 第2行',
		]);
	});
	test('in the note of a photograph', async () => {
		expect(await found('a.jpg', await photo(false, `Tel ${NUMBER}`))).toEqual(['手机号 照片的附注']);
	});
});

describe('What a program cannot read is named', () => {
	test.for<[string, Promise<Uint8Array> | Uint8Array, string, string[]]>([
		['a page that is a picture', pdf({ picture: true }), 'a.pdf', ['第1页']],
		['a page that is a picture with a stamp of the scanner', plainPdf('Scanned', { picture: true }), 'a.pdf', ['第1页']],
		['a page of lines drawn as letters', pdf({ draws: '0 0 m 100 100 l S' }), 'a.pdf', ['第1页']],
		['an empty page', pdf({}), 'a.pdf', []],
		['a page with text', plainPdf('Minutes of the joint meeting in April'), 'a.pdf', []],
		['a picture', photo(false), 'a.jpg', ['图片']],
		[
			'a document that is a picture',
			photo(false).then((picture) => docx([''], { 'word/media/image1.jpeg': picture })),
			'a.docx',
			['里面的图片'],
		],
	])('%s', async ([, bytes, name, unread]) => {
		expect((await see(name, await bytes)).unread).toEqual(unread);
	});
});

describe('What may not be published whatever it says', () => {
	const bomb = zipSync({ '[Content_Types].xml': new Uint8Array(1), 'word/document.xml': new Uint8Array(70_000_000) }, { level: 1 });
	test.for<[string, Promise<Uint8Array> | Uint8Array, string, string]>([
		['a photograph that says where it was taken', photo(true), 'a.jpg', 'place'],
		[
			'a document with such a photograph',
			photo(true).then((picture) => docx([long], { 'word/media/image1.jpeg': picture })),
			'a.docx',
			'place',
		],
		['a PDF that is broken', Buffer.from('%PDF-1.4 …'), 'a.pdf', 'broken'],
		['a DOCX cut in half', docx([long]).subarray(0, 300), 'a.docx', 'broken'],
		['a document that wants a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.xlsx', 'locked'],
		['a document that unpacks to more than any has', bomb, 'a.docx', 'large'],
		['a document with an object nobody can read', docx([long], { 'word/embeddings/oleObject1.bin': 'x' }), 'a.docx', 'embedded'],
		['a document with programs', docx([long], { 'word/vbaProject.bin': 'x' }), 'a.docx', 'program'],
		['a kind of file that is not read here', Buffer.from('{\\rtf1'), 'a.rtf', 'kind'],
	])('%s', async ([, bytes, name, trouble]) => {
		expect((await see(name, await bytes)).trouble).toBe(trouble);
	});
});

test('A file that came to harm is read or refused, and the next one is read', async () => {
	const whole = [
		plainPdf(`Tel ${NUMBER}`, { notes: ['x'], picture: true }),
		docx([long]),
		xlsx([{ name: '收支', rows: [['项目', 1]] }]),
		await photo(true),
	];
	const harm = fc.record({
		file: fc.constantFrom(...whole),
		at: fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { maxLength: 20 }),
		cut: fc.option(fc.nat(5000)),
	});
	await fc.assert(
		fc.asyncProperty(harm, async ({ file, at, cut }) => {
			const bytes = Uint8Array.from(cut === null ? file : file.subarray(0, cut));
			for (const [place, value] of at) if (place < bytes.length) bytes[place] = value;
			const { data, unread } = await see('a.pdf', bytes);
			return Array.isArray(data) && Array.isArray(unread);
		}),
		{ numRuns: 2000 },
	);
	expect(await found('a.pdf', plainPdf(`Tel ${NUMBER}`))).toContain('手机号 第1页');
});
