import { type CollectionName, isCollection } from '../../src/schema/index.ts';
import { placeOf } from '../../src/schema/place.ts';
import { type Account, mayWrite } from './accounts.ts';
import { Refusal } from './refusal.ts';
import { isAllowedUpload } from './uploads.ts';

/** A place in the record where the desk may write. */
export type Place = { file: string; community?: string } & (
	| { kind: 'settings' }
	| { kind: 'upload'; community: string }
	| { kind: 'record'; collection: CollectionName; slug: string; id: string }
);

/** What a path is. Throws 403 when the desk has nothing to do with it. */
export function placeAt(file: string): Place {
	if (file.startsWith('uploads/') && !isAllowedUpload(file))
		throw new Refusal(403, `不能上传“${file}”：只收图片（jpg、png、webp）、pdf、xlsx、docx。`);
	const place = placeOf(file);
	if ('check' in place) throw new Refusal(403, `不能写到这里。${place.problem}${place.fix}`);
	if (place.kind === 'settings') return { ...place, file };
	if (place.kind === 'record') return { ...place, file };
	return { ...place, file, community: file.split('/')[1]! };
}

/** The same, for an account that wants to write there. */
export function placeFor(account: Account, file: string): Place {
	const place = placeAt(file);
	if (!mayWrite(account, place.community))
		throw new Refusal(403, `“${account.person}”只能编辑${account.communities!.join('、')}的内容，不能改“${file}”。请找管理员增加权限。`);
	return place;
}

/** A folder of the record that may be listed: of a collection, of its community, or of uploads. Throws 403 for any other. */
export function folderAt(folder: string): string {
	const trimmed = folder.replace(/^\/|\/$/g, '');
	const [first = '', ...rest] = trimmed.split('/');
	const isPlain = rest.length <= 2 && rest.every((name) => /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(name));
	if (!isPlain || !(isCollection(first) || first === 'uploads')) throw new Refusal(403, `没有“${folder.slice(0, 100)}”这个文件夹。`);
	return trimmed;
}
