import { docx, photo, plainPdf } from '../files.ts';
import { entry, rawZip } from '../zip-file.ts';
import { archive, both, type Hostile, LONG, NUMBER, png } from './making.ts';

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
