import { zlibSync } from 'fflate';
import { docx, docxTable, gbPdf, pdf, photo, plainPdf, wordPart, xlsx } from './files.ts';
import { cipheredPdf, objectsPdf } from './pdf-file.ts';
import { entry, rawZip } from './zip-file.ts';

/** A file as offices make them, close to what is refused in others, and let in. */
export interface Honest {
	says: string;
	file: string;
	bytes(): Uint8Array | Promise<Uint8Array>;
	/** where it says that something cannot be read */
	unread?: readonly string[];
}

const LONG = '本小区2026年第一季度公共收益收支情况和维修资金使用情况说明，具体数字见附表，凭证存物业服务中心。';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const link = (type: string, target: string, mode = 'TargetMode="External"') =>
	`<Relationship Id="r${target.length}" Type="${OFFICE}/${type}" Target="${target}" ${mode}/>`;
const relationships = (...links: string[]) => `<Relationships>${links.join('')}</Relationships>`;
const field = (code: string) =>
	`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>${LONG}</w:t></w:r></w:p>`;
const packed = (object: string) => {
	const data = Buffer.from(zlibSync(Buffer.from(`9 0 ${object}`)));
	return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`;
};
const ledger = [
	['日期', '摘要', '收入', '支出', '凭证号'],
	['2026-01-05', '地面月租', 12_800.5, 0, '2026-01-003'],
];

export const honest: readonly Honest[] = [
	{ says: 'a PDF that opens at its first page', file: 'a.pdf', bytes: () => objectsPdf({ catalog: '/OpenAction [3 0 R /Fit]' }) },
	{
		says: 'a PDF that opens by an action that leads to a page',
		file: 'a.pdf',
		bytes: () => objectsPdf({ catalog: '/OpenAction << /S /GoTo /D [3 0 R /XYZ null null 1] >>' }),
	},
	{
		says: 'a PDF with an outline',
		file: 'a.pdf',
		bytes: () =>
			objectsPdf({
				catalog: '/Outlines 5 0 R /PageMode /UseOutlines',
				objects: ['<< /First 6 0 R /Last 6 0 R /Count 1 >>', '<< /Title <feff4f1a8bae> /Parent 5 0 R /Dest [3 0 R /Fit] >>'],
			}),
	},
	{
		says: 'a PDF with links to the web and to an office',
		file: 'a.pdf',
		bytes: () =>
			objectsPdf({
				page: '/Annots [5 0 R 6 0 R]',
				objects: ['https://www.gov.cn/zhengce/content/202601/content_1234567.htm', 'tel:12345'].map(
					(address) => `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (${address}) >> >>`,
				),
			}),
	},
	{
		says: 'a PDF with properties in XML and in packed objects',
		file: 'a.pdf',
		bytes: () =>
			objectsPdf({
				objects: [
					packed("<< /Type /Page /Producer (Skia/PDF m139) /CreationDate (D:20260105101112+08'00') >>"),
					'<< /Type /Metadata /Subtype /XML /Length 50 >>\nstream\n<x:xmpmeta><dc:title>Minutes</dc:title></x:xmpmeta>\nendstream',
				],
			}),
	},
	{
		says: 'a PDF with a font that is called AA and a form without scripts',
		file: 'a.pdf',
		bytes: () =>
			objectsPdf({
				catalog: '/AcroForm << /Fields [5 0 R] /NeedAppearances true >>',
				resources: '/ExtGState << /AA << /SA true >> /JS << /SA true >> >>',
				objects: ['<< /FT /Tx /T (opinion) /V (agreed) /Rect [0 0 9 9] >>'],
			}),
	},
	{
		says: 'a PDF that was signed after it was written',
		file: 'a.pdf',
		bytes: () => objectsPdf({ later: 'BT /F1 12 Tf 50 700 Td (Minutes of the joint meeting in April, signed) Tj ET' }),
	},
	{
		says: 'a PDF of an older program',
		file: 'a.pdf',
		bytes: () => gbPdf('GBK-EUC-H', Buffer.from('b5e7bbb0cafdd7d6', 'hex').toString('hex').repeat(8)),
	},
	{ says: 'a PDF of three hundred pages', file: 'a.pdf', bytes: () => objectsPdf({ pages: 300 }) },
	{ says: 'a scan', file: 'a.pdf', bytes: () => pdf({ picture: true }), unread: ['第1页'] },
	{
		says: 'a DOCX with links, a bookmark and a table of contents',
		file: 'a.docx',
		bytes: () =>
			docx([], {
				'word/document.xml': `<w:document ${W}><w:body><w:p><w:bookmarkStart w:name="_Toc123456789"/></w:p>${field('TOC \\o "1-3" \\h \\z \\u')}${field('PAGE \\* MERGEFORMAT')}${field('HYPERLINK "https://www.gov.cn/dde report"')}</w:body></w:document>`,
				'word/_rels/document.xml.rels': relationships(
					link('hyperlink', 'https://www.gov.cn/'),
					link('hyperlink', 'mailto:jubao@example.gov.cn'),
					link('image', 'media/image1.png', ''),
				),
			}),
	},
	{
		says: 'a DOCX made from a template of the writer’s own disk',
		file: 'a.docx',
		bytes: () =>
			docx([LONG], {
				'word/_rels/settings.xml.rels': relationships(
					link('attachedTemplate', 'file:///C:\\Program%20Files\\Office\\Templates\\Normal.dotm'),
				),
			}),
	},
	{
		says: 'a DOCX with a picture that was pasted from the writer’s own disk',
		file: 'a.docx',
		bytes: () =>
			docx([], {
				'word/document.xml': `<w:document ${W}><w:body>${field('INCLUDEPICTURE "D:\\\\pictures\\\\1.png" \\* MERGEFORMAT')}</w:body></w:document>`,
			}),
	},
	{
		says: 'a DOCX with a text box, a header and a footer',
		file: 'a.docx',
		bytes: () => docx([LONG], { 'word/header1.xml': wordPart('hdr', '第一届业委会'), 'word/footer1.xml': wordPart('ftr', '第1页') }),
	},
	{
		says: 'a DOCX with a table in a table',
		file: 'a.docx',
		bytes: () =>
			docxTable([
				['项目', '金额'],
				['地面月租', '150.00'],
			]),
	},
	{
		says: 'a DOCX with a photograph',
		file: 'a.docx',
		bytes: async () =>
			docx([LONG], {
				'word/media/image1.jpeg': await photo(false),
				'docProps/thumbnail.jpeg': Buffer.concat([await photo(false), Buffer.from('7994a4', 'hex')]),
			}),
	},
	{
		says: 'a DOCX with an older drawing and its own fonts',
		file: 'a.docx',
		bytes: () => docx([LONG], { 'word/media/image1.emf': Buffer.alloc(300, 7), 'word/fonts/font1.odttf': Buffer.alloc(300, 9) }),
	},
	{
		says: 'an archive that is not packed',
		file: 'a.docx',
		bytes: () =>
			rawZip([
				entry('[Content_Types].xml', '<Types/>'),
				entry('word/document.xml', `<w:document ${W}><w:p><w:r><w:t>${LONG}</w:t></w:r></w:p></w:document>`),
			]),
	},
	{
		says: 'an XLSX with a ledger',
		file: 'a.xlsx',
		bytes: () => xlsx([{ name: '收支', rows: ledger }], { 'xl/printerSettings/printerSettings1.bin': Buffer.alloc(50, 1) }),
	},
	{
		says: 'an XLSX whose empty cells reach to the last row there is',
		file: 'a.xlsx',
		bytes: () =>
			xlsx([{ name: '收支', rows: ledger, more: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>' }]),
	},
	{
		says: 'an XLSX with sums, and links to the web',
		file: 'a.xlsx',
		bytes: () =>
			xlsx(
				[{ name: '收支', rows: ledger, more: '<f>SUM(C2:C90)</f><f>HYPERLINK("https://www.gov.cn/","通知")</f><f>IF(A1="a|b",1,2)</f>' }],
				{
					'xl/worksheets/_rels/sheet1.xml.rels': relationships(link('hyperlink', 'https://www.gov.cn/')),
				},
			),
	},
	{
		says: 'a table of text with negative amounts',
		file: 'a.csv',
		bytes: () => Buffer.from('日期,摘要,金额\n2026-01-05,退款,-150.00\n2026-01-06,备注|说明,+20.00\n'),
	},
	{
		says: 'a picture of today’s telephones, with nothing but nought behind it',
		file: 'a.jpg',
		bytes: async () => Buffer.concat([await photo(false), Buffer.alloc(4096)]),
		unread: ['图片'],
	},
	{ says: 'a PDF that may be read and not printed', file: 'a.pdf', bytes: () => cipheredPdf('Minutes') },
	{ says: 'a plain PDF', file: 'a.pdf', bytes: () => plainPdf('Minutes of the joint meeting in April') },
];
