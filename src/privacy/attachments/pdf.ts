import { type Budget, budgetOf, Unreadable } from './budget.ts';
import { type Contents, FEW_LETTERS, lettersIn, type Text, troubled } from './contents.ts';
import { dictionariesIn } from './pdf-objects.ts';
import { expectDictionary, textsOf } from './pdf-rules.ts';
import { asC, forgetPdfium, holding, ON_PAGE, type Pdfium, pdfium, unlocked, WANTS_PASSWORD, written } from './pdfium.ts';

/**
 * A PDF's pages with their notes and form fields, of now and as they were before they were changed; its bookmarks, links, properties and
 * all else that is written in it. A page that is only a picture of text is named as unread. Throws `Unreadable` for one that runs or
 * fetches something, or holds other files.
 */
export async function readPdf(bytes: Uint8Array): Promise<Contents> {
	const budget = budgetOf();
	expectAlone(bytes);
	const isLocked = hasCipher(bytes);
	const hidden = new Set<string>();
	const texts: Text[] = [];
	const look = (all: Uint8Array, isCiphered: boolean) =>
		dictionariesIn(
			all,
			budget,
			(found) => {
				expectDictionary(found);
				if (isCiphered) return;
				for (const each of textsOf(found)) {
					if (hidden.has(each.text)) continue;
					hidden.add(each.text);
					budget.read(each.text.length);
					texts.push(each);
				}
			},
			isCiphered,
		);
	look(bytes, isLocked);
	const module = await pdfium();
	try {
		const now = inMemory(module, bytes, budget, isLocked ? (plain) => look(plain, false) : null);
		if (now.trouble) return now;
		const before = versionsIn(bytes).flatMap((end) => {
			const { texts } = inMemory(module, bytes.subarray(0, end), budget, null);
			return texts.map((each) => ({ ...each, where: `改动前的${each.where}` }));
		});
		return { texts: [...now.texts, ...texts, ...before], unread: now.unread };
	} catch (error) {
		// After a failure inside nothing is known of its memory.
		forgetPdfium();
		if (error instanceof WebAssembly.RuntimeError) throw new Unreadable('heavy');
		throw error;
	}
}

/** More than this behind the end is another file. */
const BEHIND = 1000;
/** So many former versions are read; a document is signed or annotated a few times. */
const VERSIONS = 12;
const END = Buffer.from('%%EOF');

/** @throws `Unreadable` for a file that is a PDF and something else at once. */
function expectAlone(bytes: Uint8Array): void {
	const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	const behind = view
		.subarray(view.lastIndexOf(END) + END.length)
		.toString('latin1')
		.replace(/[\s\0]+/g, '');
	const end = view.lastIndexOf(Buffer.from('504b0506', 'hex'));
	const isArchive = end >= 0 && end + 22 <= view.length && view.readUInt32LE(Math.max(0, end - view.readUInt32LE(end + 12))) === 0x02014b50;
	if (behind.length > BEHIND || isArchive) throw new Unreadable('odd');
}

/** Where former versions end: whoever changes a PDF may leave them in the file and write behind. */
function versionsIn(bytes: Uint8Array): number[] {
	const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	const ends: number[] = [];
	for (let at = view.indexOf(END); at >= 0 && ends.length <= VERSIONS; at = view.indexOf(END, at + 5)) ends.push(at + END.length);
	if (ends.length > VERSIONS) throw new Unreadable('odd');
	return ends.slice(0, -1);
}

function hasCipher(bytes: Uint8Array): boolean {
	let isCiphered = false;
	const expected = (found: Map<string, unknown>) => found.has('Root') && found.has('Encrypt');
	dictionariesIn(bytes, budgetOf(), (found) => void (isCiphered ||= expected(found)), true);
	return isCiphered;
}

/** @param plain told the document without its cipher */
const inMemory = (module: Pdfium, bytes: Uint8Array, budget: Budget, plain: ((bytes: Uint8Array) => void) | null): Contents =>
	holding(module, bytes, (pointer) => {
		const document = module._FPDF_LoadMemDocument(pointer, bytes.length, 0);
		if (!document) return troubled(module._FPDF_GetLastError() === WANTS_PASSWORD ? 'locked' : 'broken');
		try {
			if (module._FPDFDoc_GetAttachmentCount(document) > 0) throw new Unreadable('embedded');
			plain?.(unlocked(module, document));
			const count = module._FPDF_GetPageCount(document);
			budget.page(count);
			const texts: Text[] = [{ where: '文档属性', text: propertiesOf(module, document) }];
			const unread: string[] = [];
			for (let i = 0; i < count; i++) {
				const page = pageAt(module, document, i, budget);
				texts.push(...page.texts);
				unread.push(...page.unread);
			}
			return { texts, unread };
		} finally {
			module._FPDF_CloseDocument(document);
		}
	});

function pageAt(module: Pdfium, document: number, index: number, budget: Budget): Contents {
	const where = `第${index + 1}页`;
	const page = module._FPDF_LoadPage(document, index);
	if (!page) return { texts: [], unread: [where] };
	try {
		const text = textOf(module, page, budget);
		const texts: Text[] = [{ where, text }];
		const notes =
			module._FPDFPage_GetAnnotCount(page) > 0 ? `${notesOn(module, page)}\n${drawnByNotes(module, document, index, page, budget)}` : '';
		budget.read(notes.length);
		if (notes.trim()) texts.push({ where: `${where}的批注`, text: notes });
		return { texts, unread: isPicture(text, thingsOn(module, page)) ? [where] : [] };
	} finally {
		module._FPDF_ClosePage(page);
	}
}

/** Nothing to read though there is something to see, or letters whose meaning the file does not give. */
function isPicture(text: string, things: readonly number[]): boolean {
	const letters = lettersIn(text);
	const lost = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
	if (letters === 0) return things.length > 0;
	return lost * 3 > letters || (letters < FEW_LETTERS && things.includes(ON_PAGE.image));
}

const thingsOn = (module: Pdfium, page: number): number[] =>
	Array.from({ length: Math.min(1000, module._FPDFPage_CountObjects(page)) }, (_, i) =>
		module._FPDFPageObj_GetType(module._FPDFPage_GetObject(page, i)),
	).map((kind) => (kind === ON_PAGE.form ? ON_PAGE.image : kind));

function textOf(module: Pdfium, page: number, budget: Budget): string {
	const text = module._FPDFText_LoadPage(page);
	if (!text) return '';
	try {
		const count = module._FPDFText_CountChars(text);
		if (count <= 0) return '';
		budget.read(count);
		return written(module, (buffer) => (buffer ? module._FPDFText_GetText(text, 0, count, buffer) : (count + 1) * 2));
	} finally {
		module._FPDFText_ClosePage(text);
	}
}

/** What is written in notes and in the fields of a form. */
const notesOn = (module: Pdfium, page: number): string =>
	Array.from({ length: Math.min(500, module._FPDFPage_GetAnnotCount(page)) }, (_, i) => {
		const note = module._FPDFPage_GetAnnot(page, i);
		const parts = ['Contents', 'V', 'TU', 'T'].map((key) =>
			holding(module, asC(key), (name) => written(module, (buffer, size) => module._FPDFAnnot_GetStringValue(note, name, buffer, size))),
		);
		module._FPDFPage_CloseAnnot(note);
		return parts.join(' ');
	}).join('\n');

/** What notes show that is written nowhere but in their drawing, such as a stamp: they are laid into the page, which is then read again. */
function drawnByNotes(module: Pdfium, document: number, index: number, page: number, budget: Budget): string {
	if (module._FPDFPage_Flatten(page, 0) !== FLATTENED) return '';
	const again = module._FPDF_LoadPage(document, index);
	if (!again) return '';
	try {
		return textOf(module, again, budget);
	} finally {
		module._FPDF_ClosePage(again);
	}
}
const FLATTENED = 1;

const propertiesOf = (module: Pdfium, document: number): string =>
	['Title', 'Author', 'Subject', 'Keywords', 'Creator']
		.map((tag) =>
			holding(module, asC(tag), (name) => written(module, (buffer, size) => module._FPDF_GetMetaText(document, name, buffer, size))),
		)
		.join('\n');
