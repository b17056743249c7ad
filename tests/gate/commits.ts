/** Commits and trees as no editor would make them. */
import type { OpenGate } from './board.ts';

/** One entry of a tree: `100644`, the bytes or the id, and a name that may be anything. */
export interface Odd {
	mode?: string;
	name: string;
	bytes?: string | Buffer;
	id?: string;
}

/** What stands in a commit; what is not named is an honest editor's. */
export interface Raw {
	tree?: string;
	parents?: readonly string[];
	author?: string;
	committer?: string;
	/** lines of the head after the committer */
	head?: string;
	message?: string | Buffer;
}

export const seconds = (): number => Math.floor(Date.now() / 1000);
export const EDITOR = (at = seconds()) => `编辑 <editor@board.example> ${at} +0800`;

export const blobOf = ({ git }: OpenGate, bytes: string | Buffer): string => git(['hash-object', '-w', '--stdin'], { input: bytes });

/** A commit as these bytes say it. Answers its id. */
export function commitOf(gate: OpenGate, { tree, parents, author, committer, head = '', message = '更新\n' }: Raw = {}): string {
	const { git } = gate;
	const lines = [
		`tree ${tree ?? git(['rev-parse', 'HEAD^{tree}'])}`,
		...(parents ?? [git(['rev-parse', 'HEAD'])]).map((id) => `parent ${id}`),
		`author ${author ?? EDITOR()}`,
		`committer ${committer ?? EDITOR()}`,
	];
	const bytes = Buffer.concat([Buffer.from(`${lines.join('\n')}\n${head}\n`), Buffer.from(message)]);
	return git(['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], { input: bytes });
}

/** The tree of HEAD with some entries more at its root. */
export function treeWith(gate: OpenGate, entries: readonly Odd[], base = 'HEAD'): string {
	const { git } = gate;
	const more = entries.map(({ mode = '100644', name, bytes = 'x', id }) => {
		const type = mode === '160000' ? 'commit' : mode === '040000' ? 'tree' : 'blob';
		return `${mode} ${type} ${id ?? blobOf(gate, bytes)}\t${name}\0`;
	});
	const there = base === '' ? '' : git(['ls-tree', '-z', base]);
	const kept = there.split('\0').filter((line) => line && !entries.some(({ name }) => line.endsWith(`\t${name}`)));
	return git(['mktree', '-z', '--missing'], { input: [...kept.map((line) => `${line}\0`), ...more].join('') });
}

/** A tree that holds one file some 10^`levels` times. */
export function bombOf(gate: OpenGate, levels: number): string {
	let tree = treeWith(gate, [{ name: 'a.md' }], '');
	for (let level = 1; level < levels; level++)
		tree = treeWith(
			gate,
			Array.from({ length: 10 }, (_, i) => ({ mode: '040000', name: `d${i}`, id: tree })),
			'',
		);
	return tree;
}
