/** Moments that cannot be, and tips that do not follow. */
import { commitOf, EDITOR, seconds } from '../commits.ts';
import { type Push, raw, to } from './making.ts';

export const dates: readonly Push[] = [
	['a committer a quarter of an hour ahead', /比服务器的/, raw(() => ({ committer: EDITOR(seconds() + 900) }))],
	['a committer of 2099', /比服务器的/, raw({ committer: EDITOR(4_070_908_800) })],
	['a committer long after all days', /很久以后/, raw({ committer: EDITOR(99_999_999_999) })],
	['a committer of 1970', /早于它前面/, raw({ committer: EDITOR(0) })],
	['a committer of 2020', /早于它前面/, raw({ committer: EDITOR(1_577_836_800) })],
	[
		'a committer a second before the tip',
		/早于它前面/,
		raw((gate) => ({ committer: EDITOR(Number(gate.git(['log', '-1', '--format=%ct'])) - 1) })),
	],
	['an author of 2099', /写作时间是2099/, raw({ author: EDITOR(4_070_908_800) })],
	[
		'an earlier commit of the push ahead',
		/比服务器的/,
		(gate) => {
			const ahead = commitOf(gate, { committer: EDITOR(seconds() + 900) });
			return to(commitOf(gate, { parents: [ahead] }));
		},
	],
	[
		'a side ahead',
		/比服务器的/,
		(gate) => {
			const side = commitOf(gate, { committer: EDITOR(seconds() + 900) });
			return to(commitOf(gate, { parents: [gate.git(['rev-parse', 'HEAD']), side], committer: EDITOR(seconds() + 901) }));
		},
	],
	['a moment nobody can read', /./, raw({ committer: '编辑 <editor@board.example> now +0800' })],
];

const REBASE = /请先 git pull --rebase/;
export const lines: readonly Push[] = [
	[
		'the merge of git pull',
		REBASE,
		(gate) => {
			const mine = commitOf(gate, { parents: [gate.git(['rev-parse', 'HEAD~1'])], committer: EDITOR() });
			return to(commitOf(gate, { parents: [mine, gate.git(['rev-parse', 'HEAD'])] }));
		},
	],
	[
		'the same, deeper',
		REBASE,
		(gate) => {
			const mine = commitOf(gate, { parents: [gate.git(['rev-parse', 'HEAD~1'])] });
			const merge = commitOf(gate, { parents: [mine, gate.git(['rev-parse', 'HEAD'])] });
			return to(commitOf(gate, { parents: [merge] }));
		},
	],
	[
		'main as the third parent of an octopus',
		REBASE,
		(gate) => {
			const [one, two] = ['甲', '乙'].map((message) => commitOf(gate, { parents: [gate.git(['rev-parse', 'HEAD~1'])], message }));
			return to(commitOf(gate, { parents: [one!, two!, gate.git(['rev-parse', 'HEAD'])] }));
		},
	],
	[
		'a tip that is written anew',
		/历史不能改写/,
		(gate) => {
			gate.commit('改写', {}, '--amend');
			return ['--force', 'HEAD:main'];
		},
	],
	['an older tip', /历史不能改写/, () => ['--force', 'HEAD~1:main']],
	['a root of its own', /历史不能改写/, (gate) => ['--force', `${commitOf(gate, { parents: [] })}:refs/heads/main`]],
	['main deleted', /main 是公开栏的记录，不能删除/, () => [':main']],
	[
		'a clone that is cut off, with a root of its own',
		/没有收下/,
		(gate) => {
			const id = commitOf(gate, { parents: [gate.git(['rev-parse', 'HEAD~1'])] });
			return ['--force', `${id}:refs/heads/main`];
		},
	],
];
