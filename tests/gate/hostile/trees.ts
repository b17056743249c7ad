/** Files that are no part of a record, and records that may not go. */
import { MINUTES, NUMBER, notice, RULES } from '../board.ts';
import { bombOf, commitOf, treeWith } from '../commits.ts';
import { onTheWay, type Push, passing, to } from './making.ts';

const PLACE = /没有收下/;
const withTree = (name: string, says: RegExp, entry: Parameters<typeof treeWith>[1][number]): Push => [
	name,
	says,
	(gate) => to(commitOf(gate, { tree: treeWith(gate, [entry]) })),
];
/** The same on the way, gone at the tip. */
const treeOnTheWay = (name: string, says: RegExp, entry: Parameters<typeof treeWith>[1][number]): Push => [
	`${name}, gone at the tip`,
	says,
	(gate) => {
		const [tree, head] = [gate.git(['rev-parse', 'HEAD^{tree}']), gate.git(['rev-parse', 'HEAD'])];
		const odd = commitOf(gate, { tree: treeWith(gate, [entry]), parents: [head] });
		return to(commitOf(gate, { tree, parents: [odd] }));
	},
];
const inRoot = (name: string, entry: Omit<Parameters<typeof treeWith>[1][number], 'name'> = {}): Push[] => [
	withTree(`${JSON.stringify(name)} in the tree`, PLACE, { name, ...entry }),
];
export const trees: readonly Push[] = [
	...[
		'.git',
		'.GIT',
		'git~1',
		'.gitattributes',
		'.gitignore',
		'.mailmap',
		'..',
		'README.md',
		'a\nb',
		'\u001b[2J',
		'x\u202efdp.md',
		'documents\\x.md',
	].flatMap((name) => inRoot(name)),
	...inRoot('.gitmodules', { bytes: '[submodule "x"]\n\tpath = x\n\turl = --upload-pack=evil\n' }),
	withTree('a folder .git', PLACE, { mode: '040000', name: '.git', id: '4b825dc642cb6eb9a060e54bf8d69288fbee4904' }),
	withTree('a link', /符号链接/, { mode: '120000', name: 'link.md', bytes: '/etc/passwd' }),
	withTree('a module', /没有收下/, { mode: '160000', name: 'module', id: '0000000000000000000000000000000000000001' }),
	treeOnTheWay('a link', /“更新”】\n.*符号链接/, { mode: '120000', name: 'link.md', bytes: '/etc/passwd' }),
	treeOnTheWay('a module', /子模块/, { mode: '160000', name: 'module', id: '0000000000000000000000000000000000000001' }),
	treeOnTheWay('.gitattributes', /\.gitattributes/, { name: '.gitattributes' }),
	treeOnTheWay('a number in a file that is no record', PLACE, { name: 'README.md', bytes: NUMBER }),
	[
		'names that differ in case alone',
		/只差大小写/,
		(gate) => {
			gate.write('documents/ceshiyuan/Rules.md', notice('Rules').text);
			gate.commit();
		},
	],
	[
		'a record of three megabytes',
		/超过 2 MB/,
		(gate) => {
			gate.write(RULES, `${gate.text(RULES)}${'长'.repeat(1_000_000)}`);
			gate.commit();
		},
	],
	['an upload of eleven megabytes on the way', /超过 10 MB/, passing({ 'uploads/ceshiyuan/2026/big.txt': 'x'.repeat(11 * 2 ** 20) })],
	['a tree that holds itself ten billion times', /一次改动的文件太多/, (gate) => to(commitOf(gate, { tree: bombOf(gate, 10) }))],
	['a first commit of the wrong shape that the second mends', /（写法/, onTheWay({ kind: '没有这一种' }, '正文。')],
	[
		'a first commit that cannot be read at all',
		/（写法/,
		(gate) => {
			gate.write(RULES, '没有字段');
			gate.commit('乱了');
			gate.git(['checkout', 'HEAD~1', '--', RULES]);
			gate.commit('还原');
		},
	],
	[
		'a published record deleted',
		/公开过的记录不见了/,
		(gate) => {
			gate.remove('notices/ceshiyuan/2026-03-11-door.md');
			gate.commit();
		},
	],
	[
		'a published record renamed without its old name',
		/是不是改名成了/,
		(gate) => {
			gate.write('documents/ceshiyuan/house.md', gate.text(RULES));
			gate.remove(RULES);
			gate.commit();
		},
	],
	[
		'a day of publication moved',
		/公开日期原来是/,
		(gate) => {
			gate.change(MINUTES, (text) => text.replace('publishedOn: 2026-03-12', 'publishedOn: 2026-03-13'));
			gate.commit();
		},
	],
];
