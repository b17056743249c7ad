import { zipSync, zlibSync } from 'fflate';
import type { Trouble } from '../../src/privacy/attachments/seen.ts';
import { docx, photo, plainPdf, wordPart, xlsx } from './files.ts';
import { cipheredPdf, objectsPdf } from './pdf-file.ts';
import { entry, rawZip } from './zip-file.ts';

/** A file somebody made to hurt, or to hide something: what it is, its name, and what is said of it. */
export interface Hostile {
	says: string;
	file: string;
	bytes(): Uint8Array | Promise<Uint8Array>;
	/** why it is refused whatever stands in it */
	trouble?: Trouble;
	/** what of it is found, and where */
	found?: string;
}

const NUMBER = '13800138000';
const LONG = '本小区2026年第一季度公共收益收支情况和维修资金使用情况说明，具体数字见附表，凭证存物业服务中心。';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const body = (xml: string) => ({ 'word/document.xml': `<w:document ${W}><w:body>${xml}</w:body></w:document>` });
const rels = (type: string, target: string, mode = 'External') =>
	`<Relationships><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`;
const linked = (type: string, target: string, part = 'document.xml') => docx([LONG], { [`word/_rels/${part}.rels`]: rels(type, target) });
const field = (...codes: string[]) =>
	docx([], body(`<w:p>${codes.map((code) => `<w:r><w:instrText>${code}</w:instrText></w:r>`).join('')}</w:p>`));
const sheet = (parts: Record<string, string>) => xlsx([{ name: '收支', rows: [['项目', '金额']] }], parts);
const flat = (data: string) => Buffer.from(zlibSync(Buffer.from(data, 'latin1')));
/** A PDF with some objects besides its page, the first of which is number 5. */
const withObjects = (catalog: string, ...objects: string[]) => objectsPdf({ catalog, objects });
/** An object in a stream of objects, where it is packed. */
const packedObject = (object: string) => {
	const data = flat(`9 0 ${object}`);
	return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`;
};
const archive = () => zipSync({ 'a.txt': Buffer.from(NUMBER) });
const both = (...pieces: Uint8Array[]) => Buffer.concat(pieces);
const png = () => Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

/** More than a reader should do: packed, nested, repeated. */
export const heavy: readonly Hostile[] = [
	{
		says: 'G7: a DOCX of 600,000 elements one within the other',
		file: 'a.docx',
		bytes: () => docx([], body('<a>'.repeat(600_000))),
		trouble: 'deep',
	},
	{ says: 'G7: a PDF that names one page 20,000 times', file: 'a.pdf', bytes: () => objectsPdf({ pages: 20_000 }), trouble: 'pages' },
	{
		says: 'G7: a PDF that says it has two thousand million pages',
		file: 'a.pdf',
		bytes: () => objectsPdf({ count: 2_000_000_000 }),
	},
	{
		says: 'G7: a PDF whose tree of pages goes round',
		file: 'a.pdf',
		bytes: () => objectsPdf({ pagesObject: '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>' }),
	},
	{ says: 'G7: a PDF of lists one within the other', file: 'a.pdf', bytes: () => withObjects('', '['.repeat(200_000)), trouble: 'deep' },
	{
		says: 'G7: a DOCX that unpacks to a thousand times its size',
		file: 'a.docx',
		bytes: () => docx([], { 'word/media/image1.emf': new Uint8Array(70_000_000) }),
		trouble: 'large',
	},
	{
		says: 'G7: documents in a document that unpack to too much together',
		file: 'a.docx',
		bytes: () =>
			docx(
				[LONG],
				Object.fromEntries(
					[1, 2, 3].map((i) => [`word/embeddings/${i}.docx`, docx([LONG], { 'word/fonts/font1.odttf': new Uint8Array(25_000_000) })]),
				),
			),
		trouble: 'large',
	},
	{
		says: 'G7: a document in a document in a document in a document',
		file: 'a.docx',
		bytes: () => [1, 2, 3].reduce((inner) => docx([LONG], { 'word/embeddings/a.docx': inner }), docx([NUMBER])),
		trouble: 'embedded',
	},
	{
		says: 'G7: an XLSX whose cells all call one long text',
		file: 'a.xlsx',
		bytes: () =>
			xlsx([{ name: 'a', rows: [['长'.repeat(30_000)]] }], {
				'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row>${'<c t="s"><v>0</v></c>'.repeat(100_000)}</row></sheetData></worksheet>`,
			}),
		trouble: 'large',
	},
	{
		says: 'G7: an XLSX of a million texts',
		file: 'a.xlsx',
		bytes: () => sheet({ 'xl/sharedStrings.xml': `<sst>${'<si><t>收入摘要</t></si>'.repeat(1_100_000)}</sst>` }),
		trouble: 'large',
	},
	{
		says: 'G7: an archive of 65,000 parts',
		file: 'a.docx',
		bytes: () => rawZip([entry('word/document.xml', '<a/>'), ...Array.from({ length: 65_000 }, (_, i) => entry(`x${i}`, ''))]),
		trouble: 'large',
	},
	{
		says: 'G7: an entity that stands for another ten times over',
		file: 'a.docx',
		bytes: () =>
			docx([], {
				'word/document.xml': `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><w:document ${W}>&c;</w:document>`,
			}),
		trouble: 'odd',
	},
	{
		says: 'G7: a PDF that begins its properties a million times',
		file: 'a.pdf',
		bytes: () => both(plainPdf(LONG.length.toString()), Buffer.from('\n'), Buffer.from('<x:xmpmeta'.repeat(900_000))),
		trouble: 'odd',
	},
	{
		says: 'G7: a sheet that begins a formula a million times',
		file: 'a.xlsx',
		bytes: () => sheet({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<f >'.repeat(1_000_000)}` }),
		trouble: 'deep',
	},
	{
		says: 'G7: a text of two million lines and ten megabytes',
		file: 'a.txt',
		bytes: () => Buffer.from('1<!--\n'.repeat(1_600_000)),
		trouble: 'large',
	},
];

/** Files that are two things at once, or that are not made as such files are. */
export const odd: readonly Hostile[] = [
	{
		says: 'G7: an archive with two texts of one name',
		file: 'a.docx',
		bytes: () =>
			rawZip([entry('[Content_Types].xml', '<a/>'), entry('word/document.xml', '<a/>'), entry('word/document.xml', `<a>${NUMBER}</a>`)]),
		trouble: 'odd',
	},
	{
		says: 'G7: a part whose name leads out of the archive',
		file: 'a.docx',
		bytes: () => docx([LONG], { '../../etc/a.xml': '<a/>' }),
		trouble: 'odd',
	},
	{ says: 'G7: a part whose name leads to the root', file: 'a.docx', bytes: () => docx([LONG], { '/word/a.xml': '<a/>' }), trouble: 'odd' },
	{
		says: 'G7: a part whose name leads out in other signs',
		file: 'a.docx',
		bytes: () => docx([LONG], { 'word/%2e%2e/a.xml': '<a/>' }),
		trouble: 'odd',
	},
	{
		says: 'G7: parts that lie in one another',
		file: 'a.docx',
		bytes: () => rawZip([entry('word/document.xml', '<a/>'), { ...entry('word/b.xml', '<a/>'), sameAs: 0 }]),
		trouble: 'odd',
	},
	{
		says: 'G7: a part that is longer than it says',
		file: 'a.docx',
		bytes: () => rawZip([{ ...entry('word/document.xml', `<a>${NUMBER}</a>`), size: 4 }]),
		trouble: 'odd',
	},
	{
		says: 'G7: a part in a cipher',
		file: 'a.docx',
		bytes: () => rawZip([{ ...entry('word/document.xml', '<a/>'), flags: 1 }]),
		trouble: 'locked',
	},
	{
		says: 'G7: a program before an archive',
		file: 'a.docx',
		bytes: () => both(Buffer.from('504b0304', 'hex'), Buffer.alloc(500, 1), docx([LONG])),
		trouble: 'odd',
	},
	{ says: 'G7: an archive behind a document', file: 'a.docx', bytes: () => both(docx([LONG]), archive()), trouble: 'odd' },
	{
		says: 'G7: a PDF that is an archive too',
		file: 'a.pdf',
		bytes: () => both(plainPdf('Minutes of the joint meeting in April'), archive()),
		trouble: 'odd',
	},
	{ says: 'G7: an archive behind a picture', file: 'a.jpg', bytes: async () => both(await photo(false), archive()), trouble: 'odd' },
	{
		says: 'G7: a page of the web behind a picture',
		file: 'a.png',
		bytes: () => both(png(), Buffer.from('<html><script>alert(1)</script>')),
		trouble: 'odd',
	},
	{ says: 'G7: an archive that is called a text', file: 'a.txt', bytes: archive, trouble: 'kind' },
	{ says: 'G7: half a PDF', file: 'a.pdf', bytes: () => plainPdf('Minutes').subarray(0, 200), trouble: 'broken' },
];

/** What runs a program, or fetches something, when the file is opened. */
export const acting: readonly Hostile[] = [
	{
		says: 'G8: a PDF with a script that runs when it is opened',
		file: 'a.pdf',
		bytes: () => withObjects('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
		trouble: 'program',
	},
	{
		says: 'G8: a PDF with a script by name',
		file: 'a.pdf',
		bytes: () => withObjects('/Names << /JavaScript << /Names [(a) 5 0 R] >> >>', '<< /S /JavaScript /JS 6 0 R >>'),
		trouble: 'program',
	},
	{
		says: 'G8: a PDF with a script in other signs',
		file: 'a.pdf',
		bytes: () => withObjects('/OpenAction 5 0 R', '<< /S /J#61vaScript /J#53 (1) >>'),
		trouble: 'program',
	},
	{
		says: 'G8: a PDF with a script in a packed object',
		file: 'a.pdf',
		bytes: () => withObjects('', packedObject('<< /S /JavaScript /JS (1) >>')),
		trouble: 'program',
	},
	{
		says: 'G8: a PDF with a script in an object within a stream',
		file: 'a.pdf',
		bytes: () => withObjects('', '<< /Length 60 >>\nstream\n9 0 obj << /S /JavaScript /JS (1) >> endobj\nendstream'),
		trouble: 'program',
	},
	{
		says: 'G8: a PDF whose page acts when it is turned',
		file: 'a.pdf',
		bytes: () => objectsPdf({ page: '/AA << /O 5 0 R >>', objects: ['<< /S /Named /N /Print >>'] }),
		trouble: 'program',
	},
	{
		says: 'G8: a PDF that starts a program',
		file: 'a.pdf',
		bytes: () => withObjects('/OpenAction << /S /Launch /F (cmd.exe) >>'),
		trouble: 'program',
	},
	{
		says: 'G8: a PDF with a form in XML',
		file: 'a.pdf',
		bytes: () => withObjects('/AcroForm << /XFA 5 0 R /Fields [] >>', '<< /Length 0 >>\nstream\n\nendstream'),
		trouble: 'program',
	},
	{
		says: 'G8: a PDF that sends what is filled in',
		file: 'a.pdf',
		bytes: () => withObjects('', '<< /S /SubmitForm /F (https://example.com) >>'),
		trouble: 'remote',
	},
	{
		says: 'G8: a PDF that takes data in',
		file: 'a.pdf',
		bytes: () => withObjects('', '<< /S /ImportData /F (a.fdf) >>'),
		trouble: 'remote',
	},
	{
		says: 'G8: a PDF that opens another',
		file: 'a.pdf',
		bytes: () => withObjects('', '<< /S /GoToR /F (//server/a.pdf) /D [0 /Fit] >>'),
		trouble: 'remote',
	},
	{
		says: 'G8: a PDF with a file in it',
		file: 'a.pdf',
		bytes: () =>
			withObjects('', '<< /Type /Filespec /F (a.xlsx) /EF << /F 6 0 R >> >>', '<< /Type /EmbeddedFile /Length 1 >>\nstream\n1\nendstream'),
		trouble: 'embedded',
	},
	{
		says: 'G8: a PDF with a film',
		file: 'a.pdf',
		bytes: () => objectsPdf({ page: '/Annots [5 0 R]', objects: ['<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>'] }),
		trouble: 'embedded',
	},
	{
		says: 'G8: a PDF with a link to a script',
		file: 'a.pdf',
		bytes: () => withObjects('', '<< /S /URI /URI (javascript:alert\\(1\\)) >>'),
		trouble: 'program',
	},
	{
		says: 'G8: a DOCX whose template is elsewhere',
		file: 'a.docx',
		bytes: () => linked('attachedTemplate', 'https://example.com/a.dotm', 'settings.xml'),
		trouble: 'remote',
	},
	{
		says: 'G8: a DOCX whose template is on a server of the house',
		file: 'a.docx',
		bytes: () => linked('attachedTemplate', 'file://server/a.dotm', 'settings.xml'),
		trouble: 'remote',
	},
	{
		says: 'G8: a DOCX with a picture that lies elsewhere',
		file: 'a.docx',
		bytes: () => linked('image', 'https://example.com/a.png'),
		trouble: 'remote',
	},
	{
		says: 'G8: a DOCX with a link to a folder of a server',
		file: 'a.docx',
		bytes: () => linked('hyperlink', '\\\\server\\a'),
		trouble: 'remote',
	},
	{ says: 'G8: a DOCX with macros', file: 'a.docx', bytes: () => docx([LONG], { 'word/vbaProject.bin': 'x' }), trouble: 'program' },
	{
		says: 'G8: a DOCX with macros under another name',
		file: 'a.docx',
		bytes: () => docx([LONG], { 'word/_rels/document.xml.rels': rels('vbaProject', 'a.bin', 'Internal'), 'word/a.bin': 'x' }),
		trouble: 'program',
	},
	{
		says: 'G8: a DOCX with an object of a program',
		file: 'a.docx',
		bytes: () => docx([LONG], { 'word/embeddings/oleObject1.bin': 'x' }),
		trouble: 'embedded',
	},
	{
		says: 'G8: a DOCX with a control',
		file: 'a.docx',
		bytes: () => docx([LONG], { 'word/activeX/activeX1.xml': '<ax/>' }),
		trouble: 'program',
	},
	{
		says: 'G8: a DOCX that takes a whole page of the web in',
		file: 'a.docx',
		bytes: () =>
			docx([LONG], { 'word/_rels/document.xml.rels': rels('aFChunk', 'a.html', 'Internal'), 'word/a.html': `<html>${NUMBER}</html>` }),
		trouble: 'embedded',
	},
	{
		says: 'G8: a DOCX with a field that starts a program',
		file: 'a.docx',
		bytes: () => field('DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"'),
		trouble: 'program',
	},
	{ says: 'G8: a DOCX with such a field in pieces', file: 'a.docx', bytes: () => field('DD', 'EAUTO', ' c:\\\\a.exe'), trouble: 'program' },
	{
		says: 'G8: a DOCX with a field that fetches a picture',
		file: 'a.docx',
		bytes: () => field('INCLUDEPICTURE "https://example.com/a.png" \\* MERGEFORMATINET'),
		trouble: 'remote',
	},
	{
		says: 'G8: an XLSX with sheets of macros',
		file: 'a.xlsx',
		bytes: () => sheet({ 'xl/macrosheets/sheet1.xml': '<a/>' }),
		trouble: 'program',
	},
	{
		says: 'G8: an XLSX with data from a server',
		file: 'a.xlsx',
		bytes: () => sheet({ 'xl/connections.xml': '<connections><connection id="1" name="a"/></connections>' }),
		trouble: 'remote',
	},
	{
		says: 'G8: an XLSX with cells of another workbook',
		file: 'a.xlsx',
		bytes: () => sheet({ 'xl/externalLinks/_rels/externalLink1.xml.rels': rels('externalLinkPath', 'file:///D:/a.xlsx') }),
		trouble: 'remote',
	},
	{
		says: 'G8: an XLSX that talks to another program',
		file: 'a.xlsx',
		bytes: () =>
			sheet({ 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>' }),
		trouble: 'program',
	},
	{
		says: 'G8: an XLSX with a formula that asks a server',
		file: 'a.xlsx',
		bytes: () =>
			sheet({
				'xl/worksheets/sheet1.xml':
					'<worksheet><sheetData><row><c><f>_xlfn.WEBSERVICE("https://example.com")</f><v/></c></row></sheetData></worksheet>',
			}),
		trouble: 'remote',
	},
	{
		says: 'G8: a table of text with a cell that starts a program',
		file: 'a.csv',
		bytes: () => Buffer.from("项目,金额\n月租,=cmd|'/c calc'!A1\n"),
		trouble: 'program',
	},
];

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

export const hostile: readonly Hostile[] = [...heavy, ...odd, ...acting, ...hiding];
