import { unzipSync } from 'fflate';
import { type Contents, FEW_LETTERS, lettersIn, type Text, troubled } from './contents.ts';
import { whereIs } from './office-parts.ts';
import { readPicture } from './picture.ts';
import { rowsOf, sheetsOf } from './sheets.ts';
import { textsIn } from './xml.ts';

/** What a document may unpack to, in bytes: several times what any of the board's would. */
const MOST = 60_000_000;
/** Documents within documents are opened so deep. */
const DEEPEST = 2;

/**
 * What a DOCX or XLSX says: the text, headers and footers, notes and comments, changes that were tracked and deleted, hidden sheets and
 * cells, text boxes, links, properties, and documents within it.
 */
export async function readOffice(bytes: Uint8Array, depth = 0): Promise<Contents> {
	const parts = unpacked(bytes);
	if (typeof parts === 'string') return troubled(parts);
	const names = Object.keys(parts).sort();
	if (names.some((name) => name.endsWith('vbaProject.bin'))) return troubled('embedded');

	const sheets = sheetsOf(parts);
	const texts: Text[] = [];
	for (const sheet of sheets.values()) texts.push(...rowsOf(sheet));
	for (const name of names.filter((each) => /\.(?:xml|rels|vml)$/.test(each) && !sheets.has(each)))
		texts.push(...textsIn(text(parts[name]!)).map((each) => ({ where: whereIs(name), ...each })));
	const inner = await within(names, parts, depth);
	const pictures = names.filter((name) => /^(?:word|xl)\/media\//.test(name));
	const main = texts.filter(({ where }) => where === '正文' || where.includes('工作表'));
	const isPicture = pictures.length > 0 && lettersIn(main.map((each) => each.text).join('')) < FEW_LETTERS;
	return {
		texts: [...texts, ...inner.flatMap((each) => each.texts)],
		unread: [...(isPicture ? ['里面的图片'] : []), ...inner.flatMap(({ unread }) => unread)],
		...troubleOf(inner),
	};
}

const troubleOf = (inner: readonly Contents[]): Pick<Contents, 'trouble'> => {
	const trouble = inner.find((each) => each.trouble)?.trouble;
	return trouble ? { trouble } : {};
};

/** What stands in the pictures' notes and in the documents within. */
async function within(names: readonly string[], parts: Record<string, Uint8Array>, depth: number): Promise<Contents[]> {
	const found: Contents[] = [];
	for (const name of names) {
		if (/^(?:word|xl)\/media\/.*\.(?:jpe?g|png|webp|tiff?)$/i.test(name)) {
			const { texts, trouble } = await readPicture(parts[name]!);
			found.push({
				texts: texts.map((each) => ({ ...each, where: `里面的图片：${each.where}` })),
				unread: [],
				...(trouble === 'place' ? { trouble } : {}),
			});
		} else if (/^(?:word|xl)\/embeddings\/.*\.(?:docx|xlsx)$/i.test(name)) {
			if (depth >= DEEPEST) found.push(troubled('embedded'));
			else {
				const inner = await readOffice(parts[name]!, depth + 1);
				found.push({ ...inner, texts: inner.texts.map((each) => ({ ...each, where: `里面的文件：${each.where}` })) });
			}
		} else if (/^(?:word|xl)\/(?:embeddings|activeX)\//.test(name)) found.push(troubled('embedded'));
	}
	return found;
}

const text = (bytes: Uint8Array): string => new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes);

/** The parts by their names, or why they cannot be had. What a part says of its size is the most that is unpacked of it. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | 'broken' | 'large' {
	let all = 0;
	try {
		const parts = unzipSync(bytes, {
			filter: ({ originalSize }) => {
				all += originalSize;
				return all <= MOST;
			},
		});
		return all > MOST ? 'large' : parts;
	} catch {
		return 'broken';
	}
}
