import { type Contents, FEW_LETTERS, lettersIn, type Text, troubled } from './contents.ts';
import { asC, forgetPdfium, holding, ON_PAGE, type Pdfium, pdfium, WANTS_PASSWORD, written } from './pdfium.ts';

/** A PDF's pages, notes, form fields and properties. A page that is only a picture of text is named as unread. */
export async function readPdf(bytes: Uint8Array): Promise<Contents> {
	const module = await pdfium();
	try {
		return inMemory(module, bytes);
	} catch (error) {
		// After a failure inside nothing is known of its memory.
		forgetPdfium();
		throw error;
	}
}

const inMemory = (module: Pdfium, bytes: Uint8Array): Contents =>
	holding(module, bytes, (pointer) => {
		const document = module._FPDF_LoadMemDocument(pointer, bytes.length, 0);
		if (!document) return troubled(module._FPDF_GetLastError() === WANTS_PASSWORD ? 'locked' : 'broken');
		try {
			if (module._FPDFDoc_GetAttachmentCount(document) > 0) return troubled('embedded');
			const pages = Array.from({ length: module._FPDF_GetPageCount(document) }, (_, i) => pageAt(module, document, i));
			return {
				texts: [
					{ where: '文档属性', text: `${propertiesOf(module, document)}\n${packetsIn(bytes)}` },
					...pages.flatMap(({ texts }) => texts),
				],
				unread: pages.flatMap(({ unread }) => unread),
			};
		} finally {
			module._FPDF_CloseDocument(document);
		}
	});

function pageAt(module: Pdfium, document: number, index: number): Contents {
	const where = `第${index + 1}页`;
	const page = module._FPDF_LoadPage(document, index);
	if (!page) return { texts: [], unread: [where] };
	try {
		const text = textOf(module, page);
		const texts: Text[] = [
			{ where, text },
			{ where: `${where}的批注`, text: notesOn(module, page) },
		];
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

function textOf(module: Pdfium, page: number): string {
	const text = module._FPDFText_LoadPage(page);
	if (!text) return '';
	try {
		const count = module._FPDFText_CountChars(text);
		if (count <= 0) return '';
		return written(module, (buffer) => (buffer ? module._FPDFText_GetText(text, 0, count, buffer) : (count + 1) * 2));
	} finally {
		module._FPDFText_ClosePage(text);
	}
}

/** What is written in notes and in the fields of a form. */
const notesOn = (module: Pdfium, page: number): string =>
	Array.from({ length: Math.min(5000, module._FPDFPage_GetAnnotCount(page)) }, (_, i) => {
		const note = module._FPDFPage_GetAnnot(page, i);
		const parts = ['Contents', 'V', 'TU', 'T'].map((key) =>
			holding(module, asC(key), (name) => written(module, (buffer, size) => module._FPDFAnnot_GetStringValue(note, name, buffer, size))),
		);
		module._FPDFPage_CloseAnnot(note);
		return parts.join(' ');
	}).join('\n');

const propertiesOf = (module: Pdfium, document: number): string =>
	['Title', 'Author', 'Subject', 'Keywords', 'Creator']
		.map((tag) =>
			holding(module, asC(tag), (name) => written(module, (buffer, size) => module._FPDF_GetMetaText(document, name, buffer, size))),
		)
		.join('\n');

/** The properties as programs of today write them: packets of XML, as a rule not compressed. */
const packetsIn = (bytes: Uint8Array): string =>
	(new TextDecoder().decode(bytes).match(/<x:xmpmeta.*?<\/x:xmpmeta>/gs) ?? []).join('\n').replace(/<[^>]*>/g, ' ');
