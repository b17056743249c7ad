import { PDFiumLibrary } from '@hyzyla/pdfium';
import { Unreadable } from './budget.ts';

/** What we use of PDFium, the reader in Chromium. The package wraps only the text of a page; notes, form fields and properties we ask for ourselves. */
export interface Pdfium {
	HEAPU8: Uint8Array;
	wasmExports: { malloc(bytes: number): number; free(pointer: number): void; __indirect_function_table: WebAssembly.Table };
	_FPDF_LoadMemDocument(bytes: number, size: number, password: number): number;
	_FPDF_GetLastError(): number;
	_FPDF_CloseDocument(document: number): void;
	_FPDF_GetPageCount(document: number): number;
	_FPDF_GetMetaText(document: number, tag: number, buffer: number, size: number): number;
	_FPDFDoc_GetAttachmentCount(document: number): number;
	_FPDF_SaveAsCopy(document: number, writer: number, flags: number): number;
	_FPDF_LoadPage(document: number, index: number): number;
	_FPDF_ClosePage(page: number): void;
	_FPDFPage_Flatten(page: number, purpose: number): number;
	_FPDFText_LoadPage(page: number): number;
	_FPDFText_ClosePage(text: number): void;
	_FPDFText_CountChars(text: number): number;
	_FPDFText_GetText(text: number, start: number, count: number, buffer: number): number;
	_FPDFPage_CountObjects(page: number): number;
	_FPDFPage_GetObject(page: number, index: number): number;
	_FPDFPageObj_GetType(object: number): number;
	_FPDFPage_GetAnnotCount(page: number): number;
	_FPDFPage_GetAnnot(page: number, index: number): number;
	_FPDFPage_CloseAnnot(annotation: number): void;
	_FPDFAnnot_GetStringValue(annotation: number, key: number, buffer: number, size: number): number;
}

let loading: Promise<Pdfium> | null = null;

/** PDFium, loaded when the first PDF is read. */
export const pdfium = (): Promise<Pdfium> => {
	// The module is the wrapper's own; the wrapper is pinned, and tests read notes and properties through it.
	loading ??= PDFiumLibrary.init().then((library) => (library as unknown as { module: Pdfium }).module);
	return loading;
};

/** The next PDF is read by a PDFium of its own. */
export const forgetPdfium = (): void => {
	loading = null;
};

/** PDFium's words for why a document cannot be opened. */
export const WANTS_PASSWORD = 4;
/** Its kinds of things on a page. */
export const ON_PAGE = { text: 1, path: 2, image: 3, shading: 4, form: 5 } as const;

/** Runs with some bytes in PDFium's memory, and frees them. */
export function holding<T>(module: Pdfium, bytes: Uint8Array, run: (pointer: number) => T): T {
	const pointer = module.wasmExports.malloc(bytes.length);
	try {
		module.HEAPU8.set(bytes, pointer);
		return run(pointer);
	} finally {
		module.wasmExports.free(pointer);
	}
}

/** A text PDFium writes in UTF-16: `write` is told where and how many bytes there are, and answers how many it needs, with two for the end. */
export function written(module: Pdfium, write: (buffer: number, size: number) => number): string {
	const size = write(0, 0);
	if (size <= 2) return '';
	return holding(module, new Uint8Array(size), (buffer) => {
		write(buffer, size);
		return new TextDecoder('utf-16le').decode(module.HEAPU8.slice(buffer, buffer + size - 2));
	});
}

/** A word as C has it. */
export const asC = (word: string): Uint8Array => new TextEncoder().encode(`${word}\0`);

/** A program of one function of three numbers that calls the one it is given: only such a function can stand in PDFium's table. */
const CALLER = Buffer.from('0061736d0100000001080160037f7f7f017f0207010165016600000705010166' + '0000', 'hex');
const WITHOUT_CIPHER = 3;

/** The document written anew without its cipher, every object by itself. Throws `Unreadable` where that cannot be done. */
export function unlocked(module: Pdfium, document: number): Uint8Array {
	const pieces: Uint8Array[] = [];
	const write = (_: number, from: number, size: number): number => {
		pieces.push(module.HEAPU8.slice(from, from + size));
		return 1;
	};
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(CALLER), { e: { f: write } });
	// The table cannot grow. Its first place is that of no function, so nobody else calls it.
	const table = module.wasmExports.__indirect_function_table;
	table.set(0, exports.f);
	// What PDFium calls a file to write to: a version, and a function.
	const writer = Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]);
	try {
		const isWritten = holding(module, writer, (pointer) => module._FPDF_SaveAsCopy(document, pointer, WITHOUT_CIPHER));
		if (!isWritten) throw new Unreadable('locked');
		return Buffer.concat(pieces);
	} finally {
		table.set(0, null);
	}
}
