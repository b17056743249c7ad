/** Messages of the checks name files, ids and how an amount is written in a file; an editor reads titles and amounts. */
import { collectionNames, collections, isCollection } from '../../src/schema/index.ts';

/** An amount in the quotation marks it has in a file, and the advice to put them. */
const MARKED = /"(-?\d+(?:\.\d+)?)"/g;
/** A record by its id or file, an upload by its path, with the signs it may stand in. */
const NAMED = new RegExp(`\\s?“?(${collectionNames.join('|')})/([\\w-]+(?:/[\\w-]+)?)(?:\\.(?:json|md))?”?\\s?`, 'g');
const UPLOADED = /\/?uploads\/(?:[^\s/”]+\/)*([^\s/”]+)/g;

/** A message without the marks of a file: `不是带引号、两位小数的元。写成 "12800.00"。` → `不是两位小数的元。写成 12800.00。` */
export const unmarked = (message: string): string => message.replaceAll('带引号、', '').replace(MARKED, '$1');

/** A message with records by their titles; `titleOf` tells the title of an id, null where there is no such record. */
export async function spoken(message: string, titleOf: (id: string) => Promise<string | null>): Promise<string> {
	const ids = [...message.matchAll(NAMED)].map(([, collection, rest]) => `${collection}/${rest}`);
	const titles = new Map(await Promise.all([...new Set(ids)].map(async (id) => [id, await titleOf(id)] as const)));
	const inTitles = (line: string): string =>
		line.replace(NAMED, (named: string, collection: string, rest: string) => {
			const title = titles.get(`${collection}/${rest}`);
			if (title) return `“${title}”`;
			// An old id is what is to be written, and no record has it any more.
			return line.includes('旧编号') ? named : `一条“${isCollection(collection) ? collections[collection].one : '记录'}”`;
		});
	return unmarked(message).split('\n').map(inTitles).join('\n').replace(UPLOADED, '$1');
}
