import { docx, wordPart } from '../files.ts';
import { cipheredPdf, objectsPdf } from '../pdf-file.ts';
import { body, both, flat, type Hostile, LONG, linked, NUMBER, packedObject, sheet, W, withObjects } from './making.ts';

const run = (text: string, more = '') => `<w:r>${more}<w:t>${text}</w:t></w:r>`;
const chart = (text: string) =>
	`<c:chartSpace><c:chart><c:title><a:p><a:r><a:t>${text}</a:t></a:r></a:p></c:title></c:chart></c:chartSpace>`;
const cell = (xml: string, more = '') => ({
	'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row>${xml}</row></sheetData>${more}</worksheet>`,
});

/** Places where a number is not looked for at first sight. */
export const hiding: readonly Hostile[] = [
	{
		says: 'G8: a number in a bookmark of a PDF in a cipher without a password',
		file: 'a.pdf',
		bytes: () => cipheredPdf(NUMBER),
		found: '手机号 书签',
	},
	{
		says: 'G8: a number in a bookmark of a PDF',
		file: 'a.pdf',
		bytes: () =>
			withObjects(
				'/Outlines 5 0 R',
				'<< /First 6 0 R /Last 6 0 R /Count 1 >>',
				`<< /Title (${NUMBER}) /Parent 5 0 R /Dest [3 0 R /Fit] >>`,
			),
		found: '手机号 书签',
	},
	{
		says: 'G8: a number behind a link of a PDF',
		file: 'a.pdf',
		bytes: () =>
			objectsPdf({
				page: '/Annots [5 0 R]',
				objects: [`<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (tel:${NUMBER}) >> >>`],
			}),
		found: '手机号 链接',
	},
	{
		says: 'G8: a number in the alternative text of a PDF',
		file: 'a.pdf',
		bytes: () => withObjects('', `<< /Type /StructElem /S /Figure /Alt (${NUMBER}) >>`),
		found: '手机号 替代文字',
	},
	{
		says: 'G7: a number in a field of a form',
		file: 'a.pdf',
		bytes: () => withObjects('/AcroForm << /Fields [5 0 R] >>', `<< /FT /Tx /T (a) /V (${NUMBER}) >>`),
		found: '手机号 表单',
	},
	{
		says: 'G7: a number in a packed object',
		file: 'a.pdf',
		bytes: () => withObjects('', packedObject(`<< /Title (${NUMBER}) /Parent 1 0 R /A 1 0 R >>`)),
		found: '手机号 书签',
	},
	{
		says: 'G7: a number in packed properties',
		file: 'a.pdf',
		bytes: () => {
			const data = flat(`<x:xmpmeta><dc:title>${NUMBER}</dc:title></x:xmpmeta>`);
			return withObjects(
				'/Metadata 5 0 R',
				`<< /Type /Metadata /Subtype /XML /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`,
			);
		},
		found: '手机号 文档属性',
	},
	{
		says: 'G7: a number on a page as it was before',
		file: 'a.pdf',
		bytes: () =>
			objectsPdf({
				draws: `BT /F1 12 Tf 50 700 Td (Tel ${NUMBER}) Tj ET`,
				later: 'BT /F1 12 Tf 50 700 Td (Minutes of the joint meeting) Tj ET',
			}),
		found: '手机号 改动前的第1页',
	},
	{
		says: 'G7: a number on a layer that is switched off',
		file: 'a.pdf',
		bytes: () =>
			objectsPdf({
				catalog: '/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >>',
				resources: '/Properties << /L 5 0 R >>',
				draws: `/OC /L BDC BT /F1 12 Tf 50 700 Td (Tel ${NUMBER}) Tj ET EMC`,
				objects: ['<< /Type /OCG /Name (a) >>'],
			}),
		found: '手机号 第1页',
	},
	{
		says: 'G7: a number on a stamp',
		file: 'a.pdf',
		bytes: () => {
			const draws = `BT /F1 12 Tf 5 5 Td (Tel ${NUMBER}) Tj ET`;
			return objectsPdf({
				page: '/Annots [5 0 R]',
				objects: [
					'<< /Type /Annot /Subtype /Stamp /F 4 /Rect [50 50 300 100] /AP << /N 6 0 R >> >>',
					`<< /Type /XObject /Subtype /Form /BBox [0 0 250 50] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Length ${draws.length} >>\nstream\n${draws}\nendstream`,
				],
			});
		},
		found: '手机号 第1页的批注',
	},
	{
		says: 'G7: a number in a part of which the name says nothing',
		file: 'a.docx',
		bytes: () => docx([LONG], { 'word/a.dat': `<w:document ${W}><w:p>${run(NUMBER)}</w:p></w:document>` }),
		found: '手机号 文件内的 word/a.dat',
	},
	{
		says: 'G7: a number with hidden signs within',
		file: 'a.docx',
		bytes: () => docx([], body(`<w:p>${run('138')}${run('x', '<w:rPr><w:vanish/></w:rPr>')}${run('00138000')}</w:p>`)),
		found: '手机号 正文',
	},
	{
		says: 'G7: a number with deleted signs within',
		file: 'a.docx',
		bytes: () => docx([], body(`<w:p>${run('138')}<w:del><w:r><w:delText>9</w:delText></w:r></w:del>${run('00138000')}</w:p>`)),
		found: '手机号 正文',
	},
	{
		says: 'G8: a number in the name of a bookmark',
		file: 'a.docx',
		bytes: () => docx([], body(`<w:p><w:bookmarkStart w:name="T${NUMBER}"/>${run(LONG)}</w:p>`)),
		found: '手机号 正文',
	},
	{
		says: 'G8: a number behind a link to a telephone',
		file: 'a.docx',
		bytes: () => linked('hyperlink', `tel:${NUMBER}`),
		found: '手机号 链接',
	},
	{
		says: 'G8: a number in an alternative text',
		file: 'a.docx',
		bytes: () => docx([], body(`<w:p><w:drawing><wp:docPr descr="${NUMBER}"/></w:drawing>${run(LONG)}</w:p>`)),
		found: '手机号 正文',
	},
	{
		says: 'G7: a number in the title of a chart',
		file: 'a.docx',
		bytes: () => docx([LONG], { 'word/charts/chart1.xml': chart(NUMBER) }),
		found: '手机号 图形和文本框',
	},
	{
		says: 'G7: a number in a text of the older kind beside a newer one',
		file: 'a.docx',
		bytes: () =>
			docx(
				[],
				body(
					`<mc:AlternateContent><mc:Choice><w:p>${run(LONG)}</w:p></mc:Choice><mc:Fallback><w:p>${run(NUMBER)}</w:p></mc:Fallback></mc:AlternateContent>`,
				),
			),
		found: '手机号 正文',
	},
	{
		says: 'G7: a number in a comment of the XML',
		file: 'a.docx',
		bytes: () => docx([], body(`<!-- ${NUMBER} --><w:p>${run(LONG)}</w:p>`)),
		found: '手机号 正文',
	},
	{
		says: 'G7: a number in a custom part',
		file: 'a.docx',
		bytes: () => docx([LONG], { 'customXml/item1.xml': `<a><b>${NUMBER}</b></a>` }),
		found: '手机号 文档属性',
	},
	{
		says: 'G7: a number in a word of an artist',
		file: 'a.docx',
		bytes: () =>
			docx([LONG], { 'word/header1.xml': wordPart('hdr', '').replace('<w:t>', `<w:pict><v:textpath string="${NUMBER}"/></w:pict><w:t>`) }),
		found: '手机号 页眉',
	},
	{
		says: 'G7: a number that is spoken otherwise',
		file: 'a.xlsx',
		bytes: () =>
			sheet({ 'xl/sharedStrings.xml': `<sst><si><t>${NUMBER}</t><rPh><t>1</t></rPh></si></sst>`, ...cell('<c t="s"><v>0</v></c>') }),
		found: '手机号 工作表“收支”',
	},
	{
		says: 'G7: a number in the way other numbers are shown',
		file: 'a.xlsx',
		bytes: () => sheet({ 'xl/styles.xml': `<styleSheet><numFmts><numFmt formatCode="&quot;${NUMBER}&quot;"/></numFmts></styleSheet>` }),
		found: '手机号 文件内的 xl/styles.xml',
	},
	{
		says: 'G7: a number in a hidden row',
		file: 'a.xlsx',
		bytes: () =>
			sheet({
				'xl/worksheets/sheet1.xml': `<x:worksheet><x:sheetData><x:row hidden="1"><x:c t="inlineStr"><x:is><x:t>${NUMBER}</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
			}),
		found: '手机号 工作表“收支”',
	},
	{
		says: 'G7: a number in what is said to who fills a cell in',
		file: 'a.xlsx',
		bytes: () => sheet(cell('<c><v>1</v></c>', `<dataValidations><dataValidation prompt="${NUMBER}"/></dataValidations>`)),
		found: '手机号 工作表“收支”',
	},
	{
		says: 'G7: a number in a drawing between other bytes',
		file: 'a.docx',
		bytes: () =>
			docx([LONG], {
				'word/media/image1.emf': both(Buffer.from([1, 0, 0, 0, 255]), Buffer.alloc(1), Buffer.from(`电话 ${NUMBER} 。`, 'utf16le')),
			}),
		found: '手机号 里面的图片',
	},
	{
		says: 'G7: a number in a text of the older kind',
		file: 'a.txt',
		bytes: () => both(Buffer.from('fffe', 'hex'), Buffer.from(`电话${NUMBER}`, 'utf16le')),
		found: '手机号 第1行',
	},
];
