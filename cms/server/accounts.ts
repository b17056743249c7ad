import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

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

interface Kept extends Account {
	salt: string;
	hash: string;
}

/** 32 MB and about a tenth of a second for each guess. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };
const NAME = /^[a-z][a-z0-9-]{1,30}$/;

/** Why these words cannot be an account, in the administrator's language; null when they can. */
export function wrongWith({ name, person, email, role, communities = [] }: Account): string | null {
	if (!NAME.test(name)) return `账号“${name}”要用小写英文字母开头，只用小写字母、数字和横线，2 到 31 个字符，例如 zhangsan。`;
	if (!person.trim() || /[<>\n\r\0]/.test(person)) return '姓名不能为空，也不能有尖括号或换行。用 --name 张三 写出来。';
	if (!/^[^\s<>@]+@[^\s<>@]+$/.test(email)) return `邮箱“${email}”写得不对。`;
	if (!Object.hasOwn(roles, role)) return `角色只有 ${Object.keys(roles).join('、')}，没有“${role}”。`;
	const bad = communities.find((each) => !/^[a-z0-9-]+$/.test(each));
	return bad === undefined ? null : `小区编号“${bad}”写得不对，例如 jinguiyuan。`;
}

/** The accounts of a board: a file that only its owner may read. What is changed in it by a command counts from the next request on. */
export function accountsIn(folder: string) {
	const file = join(folder, 'accounts.json');
	let known: { stamp: string; accounts: readonly Kept[] } = { stamp: '', accounts: [] };

	function all(): readonly Kept[] {
		const found = statSync(file, { throwIfNoEntry: false });
		const stamp = found ? `${found.ino} ${found.mtimeMs} ${found.size}` : '-';
		if (stamp !== known.stamp) known = { stamp, accounts: found ? JSON.parse(readFileSync(file, 'utf8')).accounts : [] };
		return known.accounts;
	}

	function write(accounts: readonly Kept[]): void {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(`${file}.new`, `${JSON.stringify({ accounts }, null, '\t')}\n`, { mode: 0o600 });
		chmodSync(`${file}.new`, 0o600);
		renameSync(`${file}.new`, file);
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

		/** Adds an account or changes it. */
		async put(account: Account, password: string): Promise<void> {
			const salt = randomBytes(16).toString('base64');
			const kept: Kept = { ...account, salt, hash: (await hashed(password, salt)).toString('base64') };
			write([...all().filter(({ name }) => name !== account.name), kept]);
		},

		/** Takes an account away; false when there is none. */
		remove(name: string): boolean {
			const left = all().filter((account) => account.name !== name);
			if (left.length === all().length) return false;
			write(left);
			return true;
		},
	};
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
