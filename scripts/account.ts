/** `npm run account`: who may work at the desk. */
import { resolve } from 'node:path';
import { type Account, accountsIn, newPassword, type Role, roles, wrongWith } from '../cms/server/accounts.ts';
import { auditIn } from '../cms/server/audit.ts';
import { CouldNotRun, command } from './lib/command.ts';

const HELP = `
npm run account -- list
npm run account -- add NAME --role ROLE --name 姓名 [--email E] [--community ID]...
npm run account -- password NAME
npm run account -- remove NAME

Keeps the accounts of the desk. A password is drawn and shown once. A change counts at once; whoever is logged in with what was, is not any more.

  --role ROLE     clerk (writes) or reviewer (writes, and publishes what others wrote)
  --name 姓名      the name that stands on the commits
  --email E       the address that stands on the commits (default: NAME@board.localhost)
  --community ID  only this community's records; may be given several times (default: everything)
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

await command(
	HELP,
	options,
	async ({ board, role, name, email, community }, [verb, login, ...rest]) => {
		const accounts = accountsIn(resolve(board!));
		const note = auditIn(resolve(board!), Date.now);
		if (verb === 'list' && login === undefined) {
			for (const account of accounts.list()) console.log(told(account));
			return 0;
		}
		if (!login || rest.length > 0 || !['add', 'password', 'remove'].includes(verb ?? ''))
			throw new CouldNotRun('写成 npm run account -- add 账号 --role clerk --name 姓名；全部写法见 --help。');
		const there = accounts.find(login);
		if (verb !== 'add' && !there)
			throw new CouldNotRun(
				`没有“${login}”这个账号。现有的：${
					accounts
						.list()
						.map((each) => each.name)
						.join('、') || '无'
				}。`,
			);
		if (verb === 'add' && there) throw new CouldNotRun(`已经有“${login}”这个账号。要换密码：npm run account -- password ${login}`);

		if (verb === 'remove') {
			accounts.remove(login);
			console.log(`删掉了账号“${login}”。以前的提交上仍是${there!.person}的名字。`);
		} else {
			const account: Account = there ?? {
				name: login,
				person: name ?? '',
				email: email ?? `${login}@board.localhost`,
				role: (role ?? '') as Role,
				...(community ? { communities: community } : {}),
			};
			const wrong = wrongWith(account);
			if (wrong) throw new CouldNotRun(wrong);
			const password = newPassword();
			await accounts.put(account, password);
			console.log(`${told(account)}\n密码（只显示这一次）：${password}`);
		}
		note({ action: `account ${verb}`, account: login });
		return 0;
	},
	{ words: true },
);

function told({ name, person, email, role, communities }: Account): string {
	return [name, person, email, roles[role], communities ? `只编辑 ${communities.join('、')}` : '编辑全部'].join('\t');
}
