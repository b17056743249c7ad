import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { troubleLine, troubleOf } from '../../scripts/lib/machine.ts';
import { hiddenSign, isSeen } from '../../src/basics/signs.ts';

/** What an account may do: a clerk writes, a reviewer also publishes what others wrote. */
export const roles = { clerk: '经办', reviewer: '审核' } as const;
export type Role = keyof typeof roles;

/** Somebody who may work at the desk. */
export interface Account {
	/** What is typed at the login: `zhang`. */
	name: string;
	/** The name that stands on the commits: `张三`. */
	person: string;
	email: string;
	role: Role;
	/** Only the records of these communities; absent: all, and those of the whole board. */
	communities?: readonly string[];
}

/** An account as it stands in the file. */
const kept = z.object({
	name: z.string(),
	person: z.string(),
	email: z.string(),
	role: z.enum(['clerk', 'reviewer']),
	communities: z.array(z.string()).optional(),
	salt: z.string(),
	hash: z.string(),
});
interface Kept extends Account {
	salt: string;
	hash: string;
}

/** The file of accounts cannot be read, so nobody can be told from another. The message is for whoever runs the machine. */
export class AccountsLost extends Error {
	constructor(message: string, cause: unknown) {
		super(message, { cause });
		this.name = 'AccountsLost';
	}
}

/** 32 MB and about a tenth of a second for each guess. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };
const NAME = /^[a-z][a-z0-9-]{1,30}$/;
/** What a browser takes for an address; git would leave out signs at either end of any other. */
const EMAIL = /^[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;

const ROLES = Object.entries(roles)
	.map(([role, word]) => `${role}（${word}）`)
	.join('或 --role ');

/** Why these words cannot be an account, in the administrator's language; null when they can. */
export function wrongWith({ name, person, email, role, communities = [] }: Account): string | null {
	if (!NAME.test(name)) return `账号“${name}”要用小写英文字母开头，只用小写字母、数字和横线，2 到 31 个字符，例如 zhangsan。`;
	if (!isSeen(person) || /[<>]/.test(person) || hiddenSign(person, 'line'))
		return '姓名不能为空，也不能有尖括号、换行或看不见的符号。用 --name 张三 写出来。';
	if (!EMAIL.test(email))
		return `邮箱“${email}”写得不对。用 --email 写成 zhangsan@example.org 这样；没有就不写，它只用来在历史里认出是谁。`;
	if (!Object.hasOwn(roles, role)) return `${role ? `没有“${role}”这个角色` : '没有写角色'}。用 --role ${ROLES}写出来。`;
	const bad = communities.find((each) => !/^[a-z0-9-]+$/.test(each));
	return bad === undefined ? null : `小区编号“${bad}”写得不对，例如 jinguiyuan。`;
}

/**
 * The accounts of a board: a file that only its owner may read. What is changed in it by a command counts from the next request on.
 * Whatever asks throws `AccountsLost` while the file cannot be read.
 */
export function accountsIn(folder: string) {
	const file = join(folder, 'accounts.json');
	let known: { stamp: string; accounts: readonly Kept[] } = { stamp: '', accounts: [] };

	function all(): readonly Kept[] {
		const found = statSync(file, { throwIfNoEntry: false });
		const stamp = found ? `${found.ino} ${found.mtimeMs} ${found.size}` : '-';
		if (stamp !== known.stamp) known = { stamp, accounts: readIn(file) };
		return known.accounts;
	}

	/** Changes the file, after whoever else is changing it; nothing changes where `change` answers null. */
	function rewrite(change: (accounts: readonly Kept[]) => readonly Kept[] | null): boolean {
		mkdirSync(folder, { recursive: true });
		// Only to wait for each other: this lock ends with its process, however that ends.
		const lock = new DatabaseSync(join(folder, 'accounts.lock'), { timeout: 60_000 });
		try {
			lock.exec('begin exclusive');
			const accounts = change(readIn(file));
			if (accounts) write(file, `${JSON.stringify({ accounts }, null, '\t')}\n`);
			return accounts !== null;
		} finally {
			lock.close();
		}
	}

	return {
		exist: (): boolean => all().length > 0,
		list: (): Account[] => all().map(plain),
		find: (name: string): Account | null => {
			const found = all().find((account) => account.name === name);
			return found ? plain(found) : null;
		},
		/** Changes with the password, so that a session of before ends. */
		stampOf: (name: string): string | null => all().find((account) => account.name === name)?.hash ?? null,

		/** The account, if this is its password. It takes as long when there is no such account. */
		async verified(name: string, password: string): Promise<Account | null> {
			const found = all().find((account) => account.name === name);
			const hash = await hashed(password, found?.salt ?? 'nobody');
			const is = timingSafeEqual(hash, found ? Buffer.from(found.hash, 'base64') : randomBytes(hash.length));
			return found && is ? plain(found) : null;
		},

		/** Adds an account or changes it: whichever it is, only one that is `new`, or only one that is `there`. False when it was not done. */
		async put(account: Account, password: string, only: 'any' | 'new' | 'there' = 'any'): Promise<boolean> {
			const salt = randomBytes(16).toString('base64');
			const next: Kept = { ...account, salt, hash: (await hashed(password, salt)).toString('base64') };
			return rewrite((accounts) => {
				const others = accounts.filter(({ name }) => name !== account.name);
				const isThere = others.length < accounts.length;
				return only === 'any' || isThere === (only === 'there') ? [...others, next] : null;
			});
		},

		/** Takes an account away; false when there is none. */
		remove: (name: string): boolean =>
			rewrite((accounts) => {
				const left = accounts.filter((account) => account.name !== name);
				return left.length < accounts.length ? left : null;
			}),
	};
}

/** The accounts in a file; none where there is no file. Throws `AccountsLost`. */
function readIn(file: string): readonly Kept[] {
	try {
		const text = readFileSync(file, 'utf8');
		return z.object({ accounts: z.array(kept) }).parse(JSON.parse(text)).accounts as readonly Kept[];
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		const trouble = troubleOf(error);
		if (trouble) throw new AccountsLost(`账号文件读不了，谁也不能登录编辑台：${troubleLine(trouble)}`, error);
		throw new AccountsLost(
			`账号文件坏了，谁也不能登录编辑台：${file} 不完整，或者被改过。请用备份里的换回来；没有备份，把它改名移开，再用 npm run account -- add 重建账号。`,
			error,
		);
	}
}

/** Puts a file in its place whole, or leaves the old one. */
function write(file: string, text: string): void {
	const fresh = `${file}.new`;
	try {
		writeFileSync(fresh, text, { mode: 0o600, flush: true });
		chmodSync(fresh, 0o600);
		renameSync(fresh, file);
	} catch (error) {
		rmSync(fresh, { force: true });
		throw error;
	}
}

export type Accounts = ReturnType<typeof accountsIn>;

/** A password nobody can guess, of letters that cannot be mistaken for each other: `k7mw-q2xr-n8vd-t4hs`. */
export function newPassword(): string {
	const letters = 'abcdefghkmnpqrstuvwxyz23456789';
	return Array.from({ length: 16 }, (_, i) => (i && i % 4 === 0 ? '-' : '') + letters[randomInt(letters.length)]).join('');
}

/** Whether an account may write in the folder of a community; without one, in what belongs to the whole board. */
export const mayWrite = ({ communities }: Account, community: string | undefined): boolean =>
	communities === undefined || (community !== undefined && communities.includes(community));

const plain = ({ name, person, email, role, communities }: Kept): Account => ({
	name,
	person,
	email,
	role,
	...(communities ? { communities } : {}),
});

const hashed = (password: string, salt: string): Promise<Buffer> =>
	new Promise((resolve, reject) => {
		scrypt(password.normalize('NFKC'), salt, 32, COST, (error, key) => (error ? reject(error) : resolve(key)));
	});
