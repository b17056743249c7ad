/** What the files are made of that are to be refused, or read to the end. */

import { zipSync, zlibSync } from 'fflate';
import type { Trouble } from '../../../src/privacy/attachments/seen.ts';
import { docx, xlsx } from '../files.ts';
import { objectsPdf } from '../pdf-file.ts';

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

export const NUMBER = '13800138000';
export const LONG = '本小区2026年第一季度公共收益收支情况和维修资金使用情况说明，具体数字见附表，凭证存物业服务中心。';
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const body = (xml: string) => ({ 'word/document.xml': `<w:document ${W}><w:body>${xml}</w:body></w:document>` });
export const rels = (type: string, target: string, mode = 'External') =>
	`<Relationships><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`;
export const linked = (type: string, target: string, part = 'document.xml') =>
	docx([LONG], { [`word/_rels/${part}.rels`]: rels(type, target) });
export const field = (...codes: string[]) =>
	docx([], body(`<w:p>${codes.map((code) => `<w:r><w:instrText>${code}</w:instrText></w:r>`).join('')}</w:p>`));
export const sheet = (parts: Record<string, string>) => xlsx([{ name: '收支', rows: [['项目', '金额']] }], parts);
export const flat = (data: string) => Buffer.from(zlibSync(Buffer.from(data, 'latin1')));
/** A PDF with some objects besides its page, the first of which is number 5. */
export const withObjects = (catalog: string, ...objects: string[]) => objectsPdf({ catalog, objects });
/** An object in a stream of objects, where it is packed. */
export const packedObject = (object: string) => {
	const data = flat(`9 0 ${object}`);
	return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`;
};
export const archive = () => zipSync({ 'a.txt': Buffer.from(NUMBER) });
export const both = (...pieces: Uint8Array[]) => Buffer.concat(pieces);
export const png = () =>
	Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
