import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Account, AccountsLost, accountsIn, newPassword, roles } from '../../cms/server/accounts.ts';
import { deskServer } from '../../cms/server/server.ts';
import { dayInShanghai } from '../../src/basics/days.ts';
import { type Bundle, ensureBundle } from '../../src/publish/bundle.ts';
import type { Board } from './board.ts';
import type { checker } from './checker.ts';
import { CouldNotRun } from './command.ts';
import { noteChecked } from './gate.ts';
import { isToEnd, waitAfter } from './keep-up.ts';
import { whatWentWrong } from './machine.ts';
import { previewer } from './previewer.ts';
import { tipOf } from './seed.ts';
import { close, listen } from './server.ts';
import { shellWord } from './shell.ts';

/** What the desk of a board is started with. */
export interface DeskOrder {
	board: Board;
	/** Checks the record in a thread of its own. */
	check: ReturnType<typeof checker>['check'];
	port: number;
	/** Its address behind a proxy, such as `https://desk.example.org`. */
	origin?: string | undefined;
	/** Where the public site is read; absent: where the settings say. */
	site?: string | undefined;
	/** The day the site is shown as of; absent: as the settings say, else today in China. */
	today?: string | undefined;
	say(line: string): void;
}

/** Two people, so that what one writes another can publish. */
const samples: readonly Account[] = [
	{ name: 'jingban', person: '经办（示例）', email: 'jingban@board.localhost', role: 'clerk' },
	{ name: 'shenhe', person: '审核（示例）', email: 'shenhe@board.localhost', role: 'reviewer' },
];

/**
 * Starts the desk; what keeps it from starting is said once, and tried again until it is gone. Answers the desk, or null when `signal` came
 * first.
 */
export async function keepDesk(order: DeskOrder, signal: AbortSignal): Promise<Server | null> {
	let said = '';
	for (let failures = 1; !signal.aborted; failures++) {
		try {
			return await startDesk(order);
		} catch (error) {
			if (await isToEnd(signal)) return null;
			const why = error instanceof CouldNotRun ? error.message : whatWentWrong(error);
			if (why !== said) order.say(`编辑台没有启动，公开栏照常能看；过一会儿会自己再试：${why}`);
			said = why;
			await wait(waitAfter(failures), undefined, { signal }).catch(() => {});
		}
	}
	return null;
}

/** Starts the desk on this machine only, wherever the public site is open to, and says where and for whom. */
export async function startDesk({ board, check, port, origin, site, today, say }: DeskOrder): Promise<Server> {
	tipOf(board.record);
	// Only here is it needed to build anything for a browser.
	const { ensureDesk } = await import('../../cms/app/bundle.ts');
	const bundle = await ensureDesk({ log: say });
	const pages = await pagesOr(say);
	const accounts = accountsIn(board.folder);
	const dayOf = (settings: { asOf?: string } | null) => today ?? settings?.asOf ?? dayInShanghai(Date.now());
	const previews =
		pages && previewer({ store: join(board.site, 'store.sqlite'), pages: { folder: pages.folder, code: pages.code }, today });
	const server = deskServer({
		repository: board.record,
		folder: board.folder,
		bundle,
		client: join(pages?.folder ?? board.site, 'client'),
		accounts,
		origin,
		now: Date.now,
		today: dayOf,
		check,
		checked: (commit) => noteChecked(board.record, commit),
		site,
		preview: previews?.preview,
	});
	server.once('close', () => previews?.close());
	// A proxy goes on asking for the port that it was told.
	const taken = await listen(server, port, '127.0.0.1', { option: '--desk-port', isFixed: origin !== undefined });
	if (taken !== port && port !== 0) say(`端口 ${port} 已被占用，编辑台改用 ${taken}。`);
	// Not before it listens, since their passwords are shown once.
	const made = await sampleAccounts(accounts, board.folder).catch(async (error) => {
		await close(server);
		throw error;
	});
	const from = origin ? `由代理转到本机 ${taken} 端口` : '只有本机能访问';
	say([`编辑台：${origin ?? `http://localhost:${taken}`}/admin/（${from}）`, ...made].join('\n'));
	return server;
}

/** The board's own pages, for the preview. Whoever wants to mend what keeps them from being made needs the desk all the same. */
async function pagesOr(say: DeskOrder['say']): Promise<Bundle | undefined> {
	try {
		return await ensureBundle({ log: say });
	} catch (error) {
		say(`编辑台暂时没有预览，重新启动后再有：${whatWentWrong(error)}`);
		return undefined;
	}
}

/** Makes the two sample accounts where there is none yet, and answers what to say of them, or of accounts that cannot be read. */
async function sampleAccounts(accounts: ReturnType<typeof accountsIn>, folder: string): Promise<string[]> {
	try {
		if (accounts.exist()) return [];
	} catch (error) {
		if (error instanceof AccountsLost) return [`  ${error.message}`];
		throw error;
	}
	const lines: string[] = [];
	for (const account of samples) {
		const password = newPassword();
		await accounts.put(account, password);
		lines.push(`  ${roles[account.role]}：账号 ${account.name}，密码 ${password}`);
	}
	const where = folder === resolve('.board') ? '' : ` --board ${shellWord(folder)}`;
	return ['新建了两个示例账号，密码只显示这一次：', ...lines, `  另建账号：npm run account -- add 账号 --role clerk --name 姓名${where}`];
}
