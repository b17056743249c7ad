import { type Budget, budgetOf, MOST, Unreadable } from './budget.ts';
import { type Contents, FEW_LETTERS, lettersIn, type Text } from './contents.ts';
import { whereIs } from './office-parts.ts';
import { expectElement, expectField, expectFormula } from './office-rules.ts';
import { printable, readPicture } from './picture.ts';
import { rowsOf, sheetsOf } from './sheets.ts';
import { decoded, type Listening, textsIn } from './xml.ts';
import { unzipped } from './zip.ts';

/** Signs, fonts and settings of printers: nothing is written in them. */
const NO_TEXT = /\.(?:odttf|ttf|otf|fntdata|sigs)$|(?:^|\/)printerSettings\d*\.bin$/i;
const PICTURE = /\.(?:jpe?g|png|webp|tiff?)$/i;
/** Drawings and old pictures: what is written in them stands between other bytes. */
const DRAWING = /\.(?:emf|wmf|emz|wmz|gif|bmp|jfif|wdp|ico|eps|pict)$/i;

/**
 * What a DOCX or XLSX says: the text, headers and footers, notes and comments, changes that were tracked and deleted, hidden sheets and
 * cells, text boxes, links, properties, and documents within it. Throws `Unreadable` for one that runs or fetches something when it is opened.
 */
export async function readOffice(bytes: Uint8Array, budget = budgetOf(), depth = 1): Promise<Contents> {
	if (depth > MOST.documents) throw new Unreadable('embedded');
	const parts = unzipped(bytes, budget);
	const names = [...parts.keys()].sort();
	if (names.some((name) => /(?:vbaProject|vbaData)\.|\/(?:activeX|macrosheets|intlMacrosheets|dialogsheets)\//i.test(name)))
		throw new Unreadable('program');
	const listening: Listening = { onElement: expectElement, onField: expectField, onFormula: expectFormula };

	const sheets = sheetsOf(parts, budget);
	const texts: Text[] = [];
	for (const sheet of sheets.values()) for (const each of rowsOf(sheet, budget, listening)) texts.push(each);
	const unread: string[] = [];
	for (const name of names) {
		const part = parts.get(name)!;
		if (sheets.has(name)) continue;
		if (isXml(part)) {
			for (const each of textsIn(decoded(part), budget, listening)) texts.push({ where: whereIs(name), ...each });
			continue;
		}
		const inner = await within(name, part, budget, depth);
		for (const each of inner.texts) texts.push(each);
		unread.push(...inner.unread);
	}
	const main = texts.filter(({ where }) => where === '正文' || where.includes('工作表'));
	const isPicture = names.some((name) => /(?:^|\/)media\//.test(name)) && !hasLetters(main);
	return { texts, unread: [...(isPicture ? ['里面的图片'] : []), ...unread] };
}

/** Whether so much is written that the pictures are only beside it. */
function hasLetters(texts: readonly Text[]): boolean {
	let letters = 0;
	for (const { text } of texts) if ((letters += lettersIn(text)) >= FEW_LETTERS) return true;
	return false;
}

/** Parts are known by their first signs: a name may say anything. */
const isXml = (bytes: Uint8Array): boolean =>
	/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\0?\s*\0?</.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));

/** What stands in a part that is no XML: in a picture's notes, in a document within. Throws `Unreadable` for one that nobody can read. */
async function within(name: string, bytes: Uint8Array, budget: Budget, depth: number): Promise<Contents> {
	if (bytes.length === 0 || NO_TEXT.test(name)) return { texts: [], unread: [] };
	if (PICTURE.test(name)) {
		const { texts, trouble } = await readPicture(bytes);
		if (trouble === 'place') throw new Unreadable('place');
		return { texts: counted(texts, budget, '里面的图片'), unread: [] };
	}
	if (DRAWING.test(name)) return { texts: counted([{ where: '', text: printable(bytes) }], budget, '里面的图片'), unread: [] };
	if (/\.(?:docx|xlsx)$/i.test(name)) {
		const inner = await readOffice(bytes, budget, depth + 1);
		return { ...inner, texts: inner.texts.map((each) => ({ ...each, where: `里面的文件：${each.where}` })) };
	}
	throw new Unreadable('embedded');
}

const counted = (texts: readonly Text[], budget: Budget, of: string): Text[] =>
	texts.map((each) => {
		budget.read(each.text.length);
		return { ...each, where: each.where ? `${of}：${each.where}` : of };
	});
