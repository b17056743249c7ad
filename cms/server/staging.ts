import { uploadsNamed } from '../../src/domain/uploads.ts';
import { type Account, mayWrite } from './accounts.ts';
import { MAIN } from './drafts.ts';
import type { GitRecord } from './git.ts';
import { placeFor } from './places.ts';
import type { ParamsOf } from './protocol.ts';
import { Refusal } from './refusal.ts';
import { storable } from './uploads.ts';

/** Uploads of the media library wait here, and come onto main with the record that names them: nothing is published by one person alone. */
export const STAGED = 'refs/desk/uploads';

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** The actions on uploads that belong to no record yet. */
export function staging(git: GitRecord, now: () => number) {
	async function stage(file: string, bytes: Buffer | null, account: Account): Promise<void> {
		const from = await git.commitOf(STAGED);
		const tree = await git.changed(from ?? EMPTY_TREE, [{ file, bytes }]);
		const commit = await git.commit(tree, from ? [from] : [], account, `${bytes ? '上传' : '删除'} ${file}\n`, now());
		await git.move([{ ref: STAGED, from, to: commit }]);
	}

	return {
		async persistMedia({ asset }: ParamsOf<'persistMedia'>, account: Account) {
			if (placeFor(account, asset.path).kind !== 'upload') throw new Refusal(403, `“${asset.path}”不是放图片和文件的地方。`);
			if (await git.blobAt(MAIN, asset.path)) throw new Refusal(409, `“${asset.path}”已经公开，不能换成别的文件。换一个文件名再上传。`);
			const bytes = await storable(asset.path, Buffer.from(asset.content, 'base64'));
			await stage(asset.path, bytes, account);
			return { path: asset.path };
		},

		async deleteFiles({ paths }: ParamsOf<'deleteFiles'>, account: Account) {
			for (const path of paths) {
				const { kind } = placeFor(account, path);
				if (kind !== 'upload')
					throw new Refusal(403, '公开过的记录不能删除（改必留痕）。请打开它，填写“撤回”：写明日期和原因，页面会保留。');
				if (await git.blobAt(MAIN, path)) throw new Refusal(403, `“${path}”已经公开，不能删除。要换文件，就上传新的，并在记录里改成新的。`);
			}
			const staged = await git.commitOf(STAGED);
			for (const path of paths) if (staged && (await git.blobAt(STAGED, path))) await stage(path, null, account);
			return { message: 'ok' };
		},

		/** The staged uploads a text names and `tree` does not have, for whoever may write there. */
		async namedIn(text: string, tree: string, account: Account): Promise<{ file: string; bytes: Buffer }[]> {
			if (!(await git.commitOf(STAGED))) return [];
			const found: { file: string; bytes: Buffer }[] = [];
			for (const file of [...uploadsNamed(text)].slice(0, 100)) {
				if (!mayWrite(account, file.split('/')[1]) || (await git.blobAt(tree, file))) continue;
				const blob = await git.blobAt(STAGED, file);
				if (blob) found.push({ file, bytes: (await git.bytesOf([blob])).get(blob)! });
			}
			return found;
		},
	};
}

export type Staging = ReturnType<typeof staging>;
