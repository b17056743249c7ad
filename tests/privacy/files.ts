import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';

/** Small files as offices make them, with what a test wants to hide in them. */

interface Page {
	/** what is drawn, in the words of PDF: `BT … Tj ET` */
	draws?: string;
	/** notes on it */
	notes?: readonly string[];
	/** whether a picture lies on it */
	picture?: boolean;
}

const HELVETICA = ['<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
/** A Chinese font that is not in the file, as older programs write it: what its codes mean only a reader with tables knows. */
const SONG = (encoding: string) => [
	`<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
	'<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>',
	'<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
];

/** A PDF of one page. */
export function pdf({ draws = '', notes = [], picture = false }: Page, { fonts = HELVETICA, title = '' } = {}): Uint8Array {
	const pictureAt = 5 + fonts.length;
	const notesAt = pictureAt + 1;
	const content = `${draws}${picture ? ' q 500 0 0 700 40 60 cm /Im Do Q' : ''}`;
	const hex = (text: string) => `<feff${[...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [${notes.map((_, i) => `${notesAt + i} 0 R`).join(' ')}] /Resources << /Font << /F1 5 0 R >> /XObject << /Im ${pictureAt} 0 R >> >> >>`,
		`<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
		...fonts,
		'<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
		...notes.map((note) => `<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents ${hex(note)} >>`),
		`<< /Title ${hex(title)} >>`,
	];
	let text = '%PDF-1.4\n';
	const starts = objects.map((object, i) => {
		const start = text.length;
		text += `${i + 1} 0 obj\n${object}\nendobj\n`;
		return start;
	});
	const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
	const size = objects.length + 1;
	return Buffer.from(
		`${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
		'latin1',
	);
}

/** A PDF with a line of text in Helvetica. */
export const plainPdf = (text: string, more: Omit<Page, 'draws'> = {}, title = '') =>
	pdf({ draws: `BT /F1 12 Tf 50 700 Td (${text}) Tj ET`, ...more }, { title });

/** A PDF whose text is written in codes of GB, with no font in the file. `codes`: hexadecimal. */
export const gbPdf = (encoding: string, codes: string) =>
	pdf({ draws: `BT /F1 12 Tf 50 700 Td <${codes}> Tj ET` }, { fonts: SONG(encoding) });

const zip = (parts: Record<string, string | Uint8Array>): Uint8Array =>
	zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text])), {
		level: 1,
		mtime: '2026-01-01',
	});

const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (runs: string | readonly string[]) =>
	`<w:p>${[runs]
		.flat()
		.map((run) => `<w:r><w:t>${run}</w:t></w:r>`)
		.join('')}</w:p>`;

/** A DOCX. A paragraph given as a list is broken over runs, as an editor leaves it. */
export const docx = (paragraphs: readonly (string | readonly string[])[], parts: Record<string, string | Uint8Array> = {}) =>
	zip({
		'[Content_Types].xml': TYPES,
		'word/document.xml': `<w:document ${W}><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`,
		...parts,
	});

/** A DOCX with a table. */
export const docxTable = (rows: readonly (readonly string[])[]) =>
	docx([], {
		'word/document.xml': `<w:document ${W}><w:body><w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl></w:body></w:document>`,
	});

/** A part of a DOCX with one paragraph. */
export const wordPart = (root: string, text: string) => `<w:${root} ${W}>${paragraph(text)}</w:${root}>`;

/** A DOCX with a text that was deleted while changes were tracked. */
export const deletedIn = (text: string) =>
	docx(['正文'], {
		'word/document.xml': `<w:document ${W}><w:body>${paragraph('一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十正文')}<w:p><w:del><w:r><w:delText>${text}</w:delText></w:r></w:del></w:p></w:body></w:document>`,
	});

interface SheetOf {
	name: string;
	state?: 'hidden' | 'veryHidden';
	rows: readonly (readonly (string | number)[])[];
	/** after the cells: headers, footers */
	more?: string;
}

/** An XLSX. Texts are shared between cells, as Excel keeps them. */
export function xlsx(sheets: readonly SheetOf[], parts: Record<string, string | Uint8Array> = {}): Uint8Array {
	const shared: string[] = [];
	const cell = (value: string | number) =>
		typeof value === 'number'
			? `<c><v>${value >= 1e10 ? value.toExponential().replace('e+', 'E+') : value}</v></c>`
			: `<c t="s"><v>${shared.push(value) - 1}</v></c>`;
	const bodies = sheets.map(
		({ rows, more = '' }) =>
			`<worksheet><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData>${more}</worksheet>`,
	);
	return zip({
		'[Content_Types].xml': TYPES,
		'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.map(({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
		...Object.fromEntries(bodies.map((body, i) => [`xl/worksheets/sheet${i + 1}.xml`, body])),
		'xl/sharedStrings.xml': `<sst>${shared.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
		...parts,
	});
}

const canvas = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } });

/** A photograph, as a camera leaves it that was told to note the place, or without. */
export const photo = (isPlaced: boolean, note = ''): Promise<Uint8Array> =>
	canvas()
		.jpeg()
		.withExif({
			IFD0: { Make: 'Camera', ...(note ? { ImageDescription: note } : {}) },
			...(isPlaced ? { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1' } } : {}),
		})
		.toBuffer();
