import { userInfo } from 'node:os';
import { UnfitDisk } from '../../src/publish/disk.ts';

/** What the machine, and neither the record nor our code, keeps us from. */
export interface Trouble {
	/** What the system or SQLite calls it: `ENOSPC`, `SQLITE_CANTOPEN`. */
	code: string;
	/** What is the matter, in a few words that anybody may read: `磁盘已满`. */
	cause: string;
	/** What whoever runs the machine can do about it. */
	cure: string;
	/** The file, folder or program it was about, where the system said so; not for those who work at the desk. */
	path?: string;
}

type Told = Omit<Trouble, 'code' | 'path'>;

const troubles: Readonly<Record<string, () => Told>> = {
	ENOSPC: () => ({ cause: '磁盘已满', cure: '请腾出空间：df -h 看哪个盘满了，df -i 看是不是文件个数用完了。' }),
	EDQUOT: () => ({ cause: '磁盘配额用完了', cure: `请加大${user()}的配额，或删掉不要的文件：quota -s 可以看。` }),
	EFBIG: () => ({ cause: '文件超过了允许的大小', cure: '请放宽上限：ulimit -f，或 systemd 单元的 LimitFSIZE。' }),
	EROFS: () => ({ cause: '磁盘是只读的', cure: '请换到可写的磁盘；用 systemd 运行时，把这个文件夹写进单元的 ReadWritePaths。' }),
	EACCES: () => ({ cause: '没有权限', cure: `请让${user()}能读写它，例如 chown -R；公开栏的文件夹要归运行公开栏的用户所有。` }),
	EPERM: () => ({ cause: '系统不允许', cure: `请看它是不是归${user()}所有、是不是设了不可改（lsattr），所在的磁盘是不是允许这样做。` }),
	EMFILE: () => ({ cause: '同时打开的文件太多', cure: '请调高上限：ulimit -n，或 systemd 单元的 LimitNOFILE。' }),
	ENFILE: () => ({ cause: '整台机器同时打开的文件太多', cure: '请调高上限：sysctl fs.file-max，或停掉别的程序。' }),
	ENOMEM: () => ({ cause: '内存不够', cure: '请停掉别的程序，或给机器加内存：free -h 可以看。' }),
	EAGAIN: () => ({ cause: '进程太多，开不了新的', cure: '请调高上限：ulimit -u，或 systemd 单元的 TasksMax。' }),
	EIO: () => ({ cause: '磁盘读写出错', cure: '磁盘可能坏了：请先备份 record.git、accounts.json 和 audit.jsonl，再看 dmesg。' }),
	ENOTDIR: () => ({ cause: '路径中间的一段是文件，不是文件夹', cure: '请换一个位置，或把那个文件移开。' }),
	EISDIR: () => ({ cause: '这里应该是文件，却是文件夹', cure: '请把那个文件夹移开。' }),
	ENAMETOOLONG: () => ({ cause: '路径太长', cure: '请换一个短一些的位置。' }),
	ELOOP: () => ({ cause: '符号链接绕成了圈', cure: '请改好那个链接。' }),
	EXDEV: () => ({ cause: '公开栏的文件夹跨了两个磁盘', cure: '请把它整个放在一个磁盘上。' }),
	ESTALE: () => ({ cause: '网络磁盘断开过', cure: '请重新挂载，并尽量把公开栏放在本机的磁盘上。' }),
	LOCKED: () => ({
		cause: 'git 的锁文件还在，可能是上一次写到一半断了电',
		cure: '请确认没有别的程序正在写这个记录，再删掉记录文件夹里的 *.lock 文件。',
	}),
	SQLITE_READONLY: () => ({ cause: '数据库只能读，不能写', cure: `请看磁盘是不是只读，公开栏的文件夹归不归${user()}所有。` }),
	SQLITE_IOERR: () => ({
		cause: '数据库读写出错',
		cure: '请看是不是到了配额（quota -s）或文件大小的上限（ulimit -f），磁盘是不是坏了（dmesg）。',
	}),
	SQLITE_CANTOPEN: () => ({
		cause: '数据库打不开',
		cure: `请看公开栏的文件夹在不在，磁盘是不是只读，文件夹归不归${user()}所有。`,
	}),
};

/** How the C library says it, which is all that git passes on. */
const spoken: readonly [RegExp, string][] = [
	[/(?:lock config file|Unable to create) .*: File exists/, 'LOCKED'],
	[/No space left on device/, 'ENOSPC'],
	[/Disk quota exceeded/, 'EDQUOT'],
	[/File too large|File size limit exceeded|SIGXFSZ/, 'EFBIG'],
	[/Read-only file system/, 'EROFS'],
	[/Permission denied|insufficient permission/, 'EACCES'],
	[/Operation not permitted/, 'EPERM'],
	[/Too many open files in system/, 'ENFILE'],
	[/Too many open files/, 'EMFILE'],
	[/Cannot allocate memory|Out of memory/i, 'ENOMEM'],
	[/Resource temporarily unavailable/, 'EAGAIN'],
	[/Input\/output error/, 'EIO'],
	[/Stale file handle/, 'ESTALE'],
];

/** SQLite's numbers for what the system refused it. Of most it does not say why. */
const ofSqlite: Readonly<Record<number, string>> = {
	7: 'ENOMEM',
	8: 'SQLITE_READONLY',
	10: 'SQLITE_IOERR',
	13: 'ENOSPC',
	14: 'SQLITE_CANTOPEN',
};

/** What the machine has to do with an error; null when it is of another kind. */
export function troubleOf(error: unknown): Trouble | null {
	if (!(error instanceof Error)) return null;
	const { code, path, syscall = '', errcode } = error as NodeJS.ErrnoException & { errcode?: number };
	if (code === 'ENOENT' && path && syscall.startsWith('spawn'))
		return { code, cause: `没有找到 ${path}`, cure: `请先安装，例如：apt-get install -y ${path}`, path };
	const known = code === 'ERR_SQLITE_ERROR' ? ofSqlite[errcode! & 0xff] : code && code in troubles ? code : codeIn(error.message);
	if (known) return { code: known, ...troubles[known]!(), ...(path ? { path } : {}) };
	return troubleOf(error.cause);
}

/** One line with cause and cure, for whoever runs the machine. */
export const troubleLine = ({ cause, cure, path }: Trouble): string =>
	`${cause}${path && !cause.includes(path) ? `：${path}` : ''}。${cure}`;

/** What to print of an error: one line of what the machine refused; of what is ours to mend, all there is. */
export function whatWentWrong(error: unknown): string {
	if (error instanceof UnfitDisk) return error.message;
	const trouble = troubleOf(error);
	if (trouble) return troubleLine(trouble);
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What a program we ran has printed: Node's way of saying it, or the C library's. */
function codeIn(message: string): string | undefined {
	const [, code] = /\b(E[A-Z]+): /.exec(message) ?? [];
	if (code && code in troubles) return code;
	return spoken.find(([words]) => words.test(message))?.[1];
}

/** Who we are on this machine. In a container a number need not have a name. */
function user(): string {
	try {
		return `用户“${userInfo().username}”`;
	} catch {
		return `用户 ${process.getuid?.() ?? ''}`;
	}
}
