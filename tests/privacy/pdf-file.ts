import { createHash } from 'node:crypto';

/** What a PDF of one page is made of, with what a test wants in it. Its objects from number 6 on are the test's own, number 5 is the first of them. */
export interface Made {
	/** what the catalog holds besides its pages */
	catalog?: string;
	/** what the page holds besides its text */
	page?: string;
	resources?: string;
	/** what is drawn */
	draws?: string;
	/** what is drawn instead in a version written behind the first */
	later?: string;
	/** how often the page is named */
	pages?: number;
	/** how many pages it says it has */
	count?: number;
	/** the object of all pages, if it is another */
	pagesObject?: string;
	/** objects from number 5 on */
	objects?: readonly string[];
	/** what stands in the trailer besides */
	trailer?: string;
}

const FONT = '<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A PDF written object by object, as its parts say. */
export function objectsPdf({
	catalog = '',
	page = '',
	resources = '',
	draws = 'BT /F1 12 Tf 50 700 Td (Minutes of the joint meeting in April) Tj ET',
	later,
	pages = 1,
	count = pages,
	pagesObject = `<< /Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${count} >>`,
	objects = [],
	trailer = '',
}: Made): Uint8Array {
	const all = [
		`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
		pagesObject,
		`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font ${FONT} ${resources} >> ${page} >>`,
		stream(draws),
		...objects,
	];
	const first = revision(
		'%PDF-1.7\n',
		all.map((object, i) => [i + 1, object] as const),
		all.length + 1,
		trailer,
	);
	return Buffer.from(
		later === undefined ? first.text : revision(first.text, [[4, stream(later)]], all.length + 1, `${trailer} /Prev ${first.table}`).text,
		'latin1',
	);
}

/** Objects and the table of them, behind what stands there already. */
function revision(before: string, objects: readonly (readonly [number: number, object: string])[], size: number, trailer: string) {
	let text = before;
	const rows = objects.map(([number, object]) => {
		const start = text.length;
		text += `${number} 0 obj\n${object}\nendobj\n`;
		return `${number} 1\n${String(start).padStart(10, '0')} 00000 n \n`;
	});
	const table = text.length;
	text += `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer << /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
	return { text, table };
}

/** Drawings that draw a drawing ten times, each of which draws another ten times: no count of pages or signs stops it. */
export const drawingOfDrawings = (deep = 12): Uint8Array => {
	const objects = Array.from({ length: deep }, (_, i) => {
		const draws = i + 1 < deep ? '/X Do '.repeat(10) : '0 0 m 1 1 l S';
		const next = i + 1 < deep ? `/Resources << /XObject << /X ${6 + i} 0 R >> >>` : '';
		return `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] ${next} /Length ${draws.length} >>\nstream\n${draws}\nendstream`;
	});
	return objectsPdf({ resources: '/XObject << /X 5 0 R >>', draws: '/X Do', objects });
};

/** What a password that nobody set is filled up with. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** A PDF that anybody may open and that keeps its strings in a cipher, as one does that may not be printed. `title`: of a bookmark in it. */
export function cipheredPdf(title: string): Uint8Array {
	const id = Buffer.alloc(16, 7);
	const owner = rc4(md5(PADDING).subarray(0, 5), PADDING);
	const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
	const key = md5(Buffer.concat([PADDING, owner, permissions, id])).subarray(0, 5);
	const sealed = (number: number, text: string) =>
		rc4(md5(Buffer.concat([key, Buffer.from([number, 0, 0, 0, 0])])).subarray(0, 10), Buffer.from(text, 'latin1'));
	return objectsPdf({
		catalog: '/Outlines 5 0 R',
		draws: sealed(4, 'BT /F1 12 Tf 50 700 Td (Minutes of the joint meeting in April) Tj ET').toString('latin1'),
		objects: [
			`<< /Title <${sealed(5, title).toString('hex')}> /Parent 1 0 R /Dest [3 0 R /Fit] >>`,
			`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${owner.toString('hex')}> /U <${rc4(key, PADDING).toString('hex')}> >>`,
		],
		trailer: `/Encrypt 6 0 R /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`,
	});
}

const md5 = (bytes: Buffer): Buffer => createHash('md5').update(bytes).digest();

function rc4(key: Buffer, bytes: Buffer): Buffer {
	const box = Array.from({ length: 256 }, (_, i) => i);
	const swap = (i: number, j: number) => ([box[i], box[j]] = [box[j]!, box[i]!]);
	for (let i = 0, j = 0; i < 256; i++) {
		j = (j + box[i]! + key[i % key.length]!) & 255;
		swap(i, j);
	}
	let [i, j] = [0, 0];
	return bytes.map((byte) => {
		i = (i + 1) & 255;
		j = (j + box[i]!) & 255;
		swap(i, j);
		return byte ^ box[(box[i]! + box[j]!) & 255]!;
	}) as Buffer;
}
