/** `npm run account`: who may work at the desk. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, type Accounts, AccountsLost, accountsIn, newPassword, type Role, roles, wrongWith } from '../cms/server/accounts.ts';
import { auditIn, auditTrouble, type Noted } from '../cms/server/audit.ts';
import { UNLOCKED_MS, unlocksIn } from '../cms/server/unlocks.ts';
import { nearest } from '../src/basics/nearest.ts';
import { placeOf } from '../src/schema/place.ts';
import { type Board, boardAt } from './lib/board.ts';
import { CouldNotRun, command } from './lib/command.ts';
import { mainOf } from './lib/git.ts';
import { causeOf } from './lib/noting.ts';
import { ownerOf } from './lib/owner.ts';
import { listedAt } from './lib/record.ts';

const HELP = `
npm run account -- list
npm run account -- add NAME --role ROLE --name 姓名 [--email E] [--community ID]...
npm run account -- password NAME
npm run account -- remove NAME
npm run account -- unlock NAME

Keeps the accounts of the desk. A password is drawn and shown once. A change counts at once; whoever is logged in with what was, is not any more.
The verb unlock lets somebody try who must wait since wrong passwords were tried, for a quarter of an hour.

  --role ROLE     clerk (writes) or reviewer (writes, and publishes what others wrote)
  --name 姓名      the name that stands on the commits
  --email E       the address that stands on the commits (default: NAME@board.localhost)
  --community ID  only the records of this community, which must be in the record; may be given several times (default: everything)
  --board DIR     where the board is kept (default: .board)
  --help          this text

Exit code: 0 done, 2 could not run.
`;

const options = {
	board: { type: 'string', default: '.board' },
	role: { type: 'string' },
	name: { type: 'string' },
	email: { type: 'string' },
	community: { type: 'string', multiple: true },
} as const;

/** What a command is given: the board, its accounts, and an account by its name with what is to be said of it. */
interface Given {
	board: Board;
	accounts: Accounts;
	login: string;
	about: { role?: string; name?: string; email?: string; community?: string[] };
}

const verbs: Readonly<Record<string, (given: Given) => Promise<void> | void>> = { list, add, password, remove, unlock };
const words: Readonly<Record<string, string>> = { role: '角色', name: '姓名', email: '邮箱', community: '小区' };

function list({ board, accounts }: Given): void {
	const known = new Set(communitiesOf(board));
	for (const account of accounts.list()) {
		const lost = account.communities?.filter((each) => !known.has(each)) ?? [];
		console.log(told(account) + (lost.length > 0 ? `（记录里没有${lost.join('、')}）` : ''));
	}
}

async function add({ board, accounts, login, about: { role, name, email, community } }: Given): Promise<void> {
	const account: Account = {
		name: login,
		person: name ?? '',
		email: email ?? `${login}@board.localhost`,
		role: (role ?? '') as Role,
		...(community ? { communities: [...new Set(community)] } : {}),
	};
	const wrong = wrongWith(account);
	if (wrong) throw new CouldNotRun(wrong);
	expectCommunities(board, community ?? []);
	const drawn = newPassword();
	if (!(await accounts.put(account, drawn, 'new')))
		throw new CouldNotRun(`已经有“${login}”这个账号。要换密码：npm run account -- password ${login}`);
	show(account, drawn);
}

async function password({ accounts, login }: Given): Promise<void> {
	const account = accounts.find(login);
	const drawn = newPassword();
	if (!account || !(await accounts.put(account, drawn, 'there'))) throw unknown(accounts, login);
	show(account, drawn);
}

function remove({ accounts, login }: Given): void {
	const account = accounts.find(login);
	if (!account || !accounts.remove(login)) throw unknown(accounts, login);
	console.log(`删掉了账号“${login}”。以前的提交上仍是${account.person}的名字。`);
}

function unlock({ board, accounts, login }: Given): void {
	if (!accounts.find(login)) throw unknown(accounts, login);
	unlocksIn(board.folder).unlock(login, Date.now());
	console.log(`“${login}”现在起${UNLOCKED_MS / 60_000}分钟内可以登录，试错也不用等。`);
}

const show = (account: Account, drawn: string) => console.log(`${told(account)}\n密码（只显示这一次）：${drawn}`);

function told({ name, person, email, role, communities }: Account): string {
	return [name, person, email, roles[role], communities ? `只编辑 ${communities.join('、')}` : '编辑全部'].join('\t');
}

/** The board in a folder. Throws `CouldNotRun` where there is none: an account made there would let nobody in anywhere. */
function boardIn(given: string): Board {
	const board = boardAt(resolve(given));
	if (statSync(join(board.record, 'HEAD'), { throwIfNoEntry: false })) return board;
	throw new CouldNotRun(
		`${board.folder} 里没有公开栏（没有 record.git）。公开栏放在别处的，用 --board 指出来，例如 --board /srv/board/data；还没有的，先运行 npm start。`,
	);
}

/** Throws `CouldNotRun` unless the board is ours: what another user writes, whoever runs the board could not read. */
function expectOwner({ folder, record }: Board): void {
	const owner = ownerOf(record);
	if (owner.isUs) return;
	throw new CouldNotRun(
		`${folder} 里的公开栏归用户“${owner.name}”，您现在不是这个用户；您写的文件，运行着的公开栏读不了。请改用：sudo -u ${owner.name} npm run account -- ……`,
	);
}

/** The communities in the record, by their ids. */
function communitiesOf({ record }: Board): string[] {
	if (mainOf(record) === null) return [];
	return listedAt(record, 'main', ['communities/']).flatMap(({ file }) => {
		const place = placeOf(file);
		return 'slug' in place ? [place.slug] : [];
	});
}

/** Throws `CouldNotRun` for a community that is not in the record: the account could edit nothing. */
function expectCommunities(board: Board, wanted: readonly string[]): void {
	const known = communitiesOf(board);
	const missing = wanted.find((each) => !known.includes(each));
	if (missing !== undefined) throw new CouldNotRun(`记录里没有小区“${missing}”。${among(missing, known)}`);
}

const unknown = (accounts: Accounts, login: string) =>
	new CouldNotRun(
		`没有“${login}”这个账号。${among(
			login,
			accounts.list().map((each) => each.name),
		)}`,
	);

/** So many names are told at once. */
const SHOWN = 30;

/** Which of the names there are may have been meant, and which there are. */
function among(word: string, names: readonly string[]): string {
	const meant = nearest(word, names);
	const more = names.length > SHOWN ? `……共 ${names.length} 个` : '';
	return `${meant ? `是不是“${meant}”？` : ''}现有的：${names.slice(0, SHOWN).join('、') || '无'}${more}。`;
}

/** Throws where the audit file cannot be written: what cannot be noted is not done. */
function expectNotable({ folder }: Board): void {
	const trouble = auditTrouble(folder);
	if (trouble) throw new CouldNotRun(`操作记录（audit.jsonl）写不进去，账号没有改动。${causeOf(trouble)}`);
}

function note({ folder }: Board, noted: Noted): void {
	try {
		auditIn(folder, Date.now)(noted);
	} catch (error) {
		console.error(`账号已经改好，但没有记进操作记录（audit.jsonl）。${causeOf(error)}`);
	}
}

await command(
	HELP,
	options,
	async ({ board: given, ...about }, [verb = '', login, ...rest]) => {
		if (!Object.hasOwn(verbs, verb) || rest.length > 0 || (login === undefined) !== (verb === 'list'))
			throw new CouldNotRun('写成 npm run account -- add 账号 --role clerk --name 姓名；全部写法见 --help。');
		const idle = Object.keys(about).find((name) => verb !== 'add' && about[name as keyof typeof about] !== undefined);
		if (idle) throw new CouldNotRun(`--${idle} 只在 add 时有用。要改账号的${words[idle]}，先 remove 再 add；密码会换。`);
		const board = boardIn(given!);
		if (verb !== 'list') {
			expectOwner(board);
			expectNotable(board);
		}
		try {
			await verbs[verb]!({ board, accounts: accountsIn(board.folder), login: login ?? '', about });
		} catch (error) {
			throw error instanceof AccountsLost ? new CouldNotRun(error.message) : error;
		}
		if (verb !== 'list') note(board, { action: `account ${verb}`, account: login });
		return 0;
	},
	{ words: true },
);
