import { docx } from '../files.ts';
import { objectsPdf } from '../pdf-file.ts';
import { field, type Hostile, LONG, linked, NUMBER, packedObject, rels, sheet, withObjects } from './making.ts';

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
