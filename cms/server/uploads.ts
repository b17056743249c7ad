import { basename, extname } from 'node:path';
import { repaint, see } from '../../scripts/lib/reader.ts';
import { TROUBLES } from '../../src/checks/attachments.ts';
import { wordsFor } from '../../src/checks/privacy.ts';
import { foundInName, letPass } from '../../src/privacy/detectors.ts';
import { gradeOf } from '../../src/privacy/found.ts';
import { LARGEST } from '../../src/schema/reader.ts';
import { Refusal } from './refusal.ts';

/** What a file is by its first bytes, with the endings it may have. Anything else is not taken. */
const kinds = [
	{ kind: 'jpeg', endings: ['.jpg', '.jpeg'], is: (bytes: Buffer) => starts(bytes, 'ffd8ff') },
	{ kind: 'png', endings: ['.png'], is: (bytes: Buffer) => starts(bytes, '89504e470d0a1a0a') },
	{ kind: 'webp', endings: ['.webp'], is: (bytes: Buffer) => starts(bytes, '52494646') && bytes.toString('latin1', 8, 12) === 'WEBP' },
	{ kind: 'pdf', endings: ['.pdf'], is: (bytes: Buffer) => starts(bytes, '255044462d') },
	{ kind: 'xlsx', endings: ['.xlsx'], is: (bytes: Buffer) => isOffice(bytes, 'xl/') },
	{ kind: 'docx', endings: ['.docx'], is: (bytes: Buffer) => isOffice(bytes, 'word/') },
] as const;

const ENDINGS = kinds.flatMap(({ endings }) => [...endings] as string[]);
/** Whether the ending of a name is one of those that may be uploaded. */
export const isAllowedUpload = (file: string): boolean => ENDINGS.includes(extname(file).toLowerCase());

/**
 * The bytes to store of an upload: a picture is written anew without what the camera noted, other files as they are if nobody's number
 * stands in them. `texts`: what its record lets pass. Throws 413 or 422.
 */
export async function storable(file: string, bytes: Buffer, texts: readonly string[] = []): Promise<Buffer> {
	const name = basename(file);
	if (bytes.length > LARGEST.upload) throw new Refusal(413, `“${name}”超过 10 MB。请压缩或拆成几份再上传。`);
	const found = kinds.find(({ is }) => is(bytes));
	const ending = extname(file).toLowerCase();
	if (!found) throw new Refusal(422, `“${name}”的名字是 ${ending.slice(1)}，里面却不是。请找到原来的文件，${againAs(ending)}再上传。`);
	if (!(found.endings as readonly string[]).includes(ending))
		throw new Refusal(422, `“${name}”里面其实是 ${found.kind}，和名字的后缀对不上。把后缀改成 ${found.endings[0]} 再上传。`);
	if (found.kind === 'pdf' || found.kind === 'xlsx' || found.kind === 'docx') {
		await expectHarmless(file, bytes, texts);
		return bytes;
	}
	const painted = await repaint(bytes, found.kind);
	if (!painted) throw new Refusal(422, `“${name}”打不开：图片坏了，或者大得不像照片。用看图软件打开，另存一份再上传。`);
	return painted;
}

/** How a file comes to be what the ending of its name says. */
const againAs = (ending: string): string =>
	ending === '.pdf'
		? '用 Word 或 WPS 打开，另存为 PDF '
		: ending === '.docx' || ending === '.xlsx'
			? `用 WPS 或 Office 打开，另存为 ${ending.slice(1)} `
			: '用看图软件打开，另存为 jpg ';

/** Throws 422 for a document that cannot be looked into, or in which somebody's number stands. What a person must judge is asked when the draft goes to review. */
async function expectHarmless(file: string, bytes: Buffer, texts: readonly string[]): Promise<void> {
	const name = basename(file);
	const { data, trouble } = await see(file, bytes);
	if (trouble) throw new Refusal(422, `“${name}”没有上传：${TROUBLES[trouble].problem}${TROUBLES[trouble].fix}`);
	const [first, ...more] = letPass(data, { texts }).filter((each) => gradeOf(each) === 'number');
	if (!first) return;
	const others = more.length > 0 ? `（这样的一共${more.length + 1}处）` : '';
	throw new Refusal(422, `“${name}”没有上传：${first.where}${wordsFor(first).problem}${others}在原文件里删掉，另存后再上传。`);
}

/** What in an upload and its name a person must judge, and where: `第2页`. Throws 422 when it cannot be looked into. */
export async function hintsInUpload(file: string, bytes: Buffer): Promise<{ text: string; where: string; problem: string }[]> {
	const named = foundInName(file).map((each) => ({ ...each, where: '的文件名' }));
	const { data, trouble } = await see(file, bytes);
	if (trouble) throw new Refusal(422, `附件“${basename(file)}”没有核对成：${TROUBLES[trouble].problem}${TROUBLES[trouble].fix}`);
	return [...named, ...data]
		.filter((each) => gradeOf(each) === 'hint')
		.map((each) => ({ text: each.text, where: each.where, problem: wordsFor(each).problem }));
}

const starts = (bytes: Buffer, hex: string): boolean => bytes.toString('hex', 0, hex.length / 2) === hex;

/** A zip whose list of files names the parts of that kind of document. */
function isOffice(bytes: Buffer, part: string): boolean {
	if (!starts(bytes, '504b0304')) return false;
	const text = bytes.toString('latin1');
	return text.includes('[Content_Types].xml') && text.includes(part);
}
