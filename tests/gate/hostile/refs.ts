/** Refs that are not main, and what is no commit. */
import { NUMBER } from '../board.ts';
import { blobOf, commitOf } from '../commits.ts';
import { edited, editedThen, type Push } from './making.ts';

const MAIN_ONLY = /没有收下：这里只收 main/;
const other = (ref: string): Push => [ref, MAIN_ONLY, (gate) => editedThen(gate, [`HEAD:${ref}`])];
export const refs: readonly Push[] = [
	...[
		'refs/heads/draft',
		'refs/heads/Main',
		'refs/heads/main/x',
		'refs/heads/cms/meetings-ceshiyuan/2026-04-20-joint',
		'refs/tags/v1',
		'refs/notes/commits',
	].map(other),
	...[
		'refs/desk/discarded/x/1-forged',
		'refs/desk/taken-down/x',
		'refs/board/log',
		'refs/board/salts',
		'refs/remotes/origin/main',
		'HEAD',
	].map(other),
	[
		'an object put in the place of another',
		MAIN_ONLY,
		(gate) => {
			const main = gate.git(['rev-parse', 'HEAD']);
			return [`${commitOf(gate, { message: '换成这个' })}:refs/replace/${main}`];
		},
	],
	['main and another branch together', MAIN_ONLY, (gate) => editedThen(gate, ['HEAD:main', 'HEAD:refs/heads/also'])],
	['main and a hidden ref together', MAIN_ONLY, (gate) => editedThen(gate, ['HEAD:main', 'HEAD:refs/board/log'])],
	[
		'main and a deletion',
		MAIN_ONLY,
		(gate) => {
			gate.run(gate.board.record, ['update-ref', 'refs/heads/old', 'main']);
			return editedThen(gate, ['HEAD:main', ':refs/heads/old']);
		},
	],
	['a ref with a number in its name', /这次推来了“×+”/, (gate) => editedThen(gate, [`HEAD:refs/tags/${NUMBER}`])],
	[
		'five thousand refs at once',
		/等 5000 个/,
		(gate) => {
			const head = gate.git(['rev-parse', 'HEAD']);
			gate.git(['update-ref', '--stdin'], { input: Array.from({ length: 5000 }, (_, i) => `create refs/many/${i} ${head}\n`).join('') });
			return ['refs/many/*:refs/heads/many/*'];
		},
	],
	[
		'a tag in the place of main',
		/不是提交/,
		(gate) => {
			edited(gate);
			gate.git(['tag', '-f', '-a', 'v1', '-m', '标签']);
			return ['v1:refs/heads/main'];
		},
	],
	['a file in the place of main', /不是提交/, (gate) => ['--force', `${blobOf(gate, 'x')}:refs/heads/main`]],
	['a folder in the place of main', /不是提交/, (gate) => ['--force', `${gate.git(['rev-parse', 'HEAD^{tree}'])}:refs/heads/main`]],
];
