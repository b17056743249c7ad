import { docx, plainPdf, xlsx } from '../files.ts';
import { objectsPdf } from '../pdf-file.ts';
import { entry, rawZip } from '../zip-file.ts';
import { body, both, type Hostile, LONG, NUMBER, sheet, W, withObjects } from './making.ts';

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
