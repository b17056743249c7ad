/** What a system or a program leaves in a folder by itself. It is no record, and nobody means it by putting it there. */

interface Kind {
	name: RegExp;
	/** Who leaves it. */
	by: string;
	/** The pattern by which git keeps it out; the name itself where it is always the same. */
	pattern?: string;
}

/** The first that fits counts. A name that begins with a dot is a program's own, whichever program it is. */
const kinds: readonly Kind[] = [
	{ name: /^(?:eh)?thumbs(?:_vista)?\.db$/i, by: ' Windows ' },
	{ name: /^desktop\.ini$/i, by: ' Windows ' },
	{ name: /^(?:\$recycle\.bin|system volume information)$/i, by: ' Windows ' },
	{ name: /^Icon\r$/, by: '苹果电脑', pattern: 'Icon?' },
	{ name: /^\.ds_store$/i, by: '苹果电脑' },
	{ name: /^\._/, by: '苹果电脑', pattern: '._*' },
	{ name: /^__macosx$/i, by: '苹果电脑' },
	{ name: /^@eaDir$/, by: '网络存储' },
	{ name: /^lost\+found$/, by: '磁盘' },
	{ name: /^\.git/, by: ' git ' },
	{ name: /^\.~lock\..*#$/, by: '办公软件', pattern: '.~lock.*#' },
	{ name: /^~/, by: '办公软件', pattern: '~*' },
	{ name: /~$/, by: '文本编辑器', pattern: '*~' },
	{ name: /^#.*#$/, by: '文本编辑器', pattern: '\\#*#' },
	{ name: /\.sw[a-p]$/i, by: '文本编辑器', pattern: '*.sw?' },
	{ name: /\.tmp$/i, by: '程序', pattern: '*.tmp' },
	{ name: /^\.(?!\.?$)/, by: '系统或程序' },
];

const kindOf = (name: string): Kind | undefined => kinds.find((kind) => kind.name.test(name));

/** Whether a name, of a file or a folder, is one that a system or a program gives by itself. */
export const isLeftover = (name: string): boolean => kindOf(name) !== undefined;

/** What is said of a path with such a name in it, where somebody has put it into the record; null of any other. */
export function sayLeftover(file: string): { problem: string; fix: string } | null {
	const names = file.split('/');
	const at = names.findIndex(isLeftover);
	if (at < 0) return null;
	const name = names[at]!;
	const { by, pattern = name } = kindOf(name)!;
	const isFolder = at < names.length - 1;
	return {
		problem: `“${shown(name)}”是${by}自己留下的${isFolder ? '文件夹' : '文件'}，不是记录。`,
		fix: [
			`删掉它：git rm ${isFolder ? '-r ' : ''}--cached ${quoted(names.slice(0, at + 1).join('/'))}，再 git commit --amend --no-edit，然后推送。`,
			`要它不再混进来，先写一次：echo ${quoted(pattern)} >> .git/info/exclude`,
		].join(''),
	};
}

const shown = (name: string): string => name.replace(/\p{Cc}/gu, '');

/** As a shell reads it; git takes `?` for any one sign, so for one that cannot be typed. */
const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`).replace(/\p{Cc}/gu, '?')}'`;
