import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Me } from '../protocol.ts';
import { type Account, type Accounts, AccountsLost } from './accounts.ts';
import { moved, sendJson } from './answers.ts';
import { attempts, type Trying } from './attempts.ts';
import { DEVICE_SECONDS, deviceCookie, devices } from './devices.ts';
import { CannotNote, type Notebook } from './notebook.ts';
import type { whys } from './pages.ts';
import { Noticed, Refusal } from './refusal.ts';
import { bodyOf, cookieOf, jsonOf, networkOf, typeOf } from './request.ts';
import { sessions } from './sessions.ts';
import { chineseTime } from './times.ts';
import { turns } from './turns.ts';
import { unlocksIn } from './unlocks.ts';

/** What the login page says of a refusal. */
const WHYS: Readonly<Record<number, keyof typeof whys>> = { 429: 'slow', 503: 'busy' };

const COOKIE = 'desk';
const COOKIE_SECONDS = 12 * 3600;
const LARGEST_LOGIN = 16 * 1024;

const login = z.object({ name: z.string().max(100), password: z.string().max(200) });

/** What is needed of a request at the entrance. */
interface AtEntrance {
	request: IncomingMessage;
	response: ServerResponse;
	address: string;
	origin: string;
}

/** Who the account is, as the desk's app is told. */
export const meOf = ({ name, person, email, role, communities }: Account): Me => ({
	login: name,
	name: person,
	email,
	role,
	...(communities ? { communities: [...communities] } : {}),
});

/** What the entrance leans on. */
export interface EntranceParts {
	/** Where the board is kept. */
	folder: string;
	accounts: Accounts;
	now: () => number;
	audit: Notebook;
}

/** Logging in and out: from the app as JSON, from the login page as a form. */
export function entranceOf({ folder, accounts, now, audit }: EntranceParts) {
	const open = sessions(accounts, now);
	const known = devices(folder, accounts, now);
	const tries = attempts(now, unlocksIn(folder).until);
	const queue = turns();

	/** One guess after the other, so that many at once are not faster. Throws 429, 503 or 401. */
	async function admitted(who: Trying, password: string, address: string): Promise<Account> {
		expectMayTry(who);
		const mine = queue.take({ isKnown: who.device !== null, by: who.device ?? who.network }, async () => {
			expectMayTry(who);
			const account = await accounts.verified(who.name, password);
			if (account) tries.succeeded(who);
			else if (tries.failed(who)) audit.note({ action: 'locked', account: who.name, address, why: `要等${spanOf(tries.wait(who))}` });
			return account;
		});
		const account = mine && (await mine);
		if (!mine) throw new Refusal(503, '现在登录的太多，请过几秒再试。', { retryAfter: 5 });
		if (!account) throw new Refusal(401, '账号或密码不对。');
		return account;
	}

	function expectMayTry(who: Trying): void {
		const wait = tries.wait(who);
		if (wait > 0) throw new Refusal(429, slowed(now() + wait * 1000, wait), { retryAfter: wait });
	}

	return {
		/** Who asks, by the cookie; null when nobody is logged in. */
		accountOf: (request: IncomingMessage): Account | null => open.find(cookieOf(request, COOKIE)),

		async login({ request, response, address, origin }: AtEntrance): Promise<void> {
			const isForm = typeOf(request) === 'application/x-www-form-urlencoded';
			const body = isForm
				? Object.fromEntries(new URLSearchParams((await bodyOf(request, LARGEST_LOGIN)).toString()))
				: (await jsonOf(request, LARGEST_LOGIN)).value;
			const given = login.safeParse(body);
			if (!given.success) throw new Refusal(400, '请写账号和密码。');
			const { name, password } = given.data;
			const device = known.find(name, cookieOf(request, deviceCookie(name)));
			try {
				audit.expectWritable();
			} catch (error) {
				if (isForm) return moved(response, 303, '/admin/login?why=unnoted');
				throw error;
			}
			try {
				const account = await admitted({ name, network: networkOf(address), device }, password, address);
				// Nobody is let in whom nothing tells of.
				audit.expectNoted({ action: 'login', account: name, address, status: 200 });
				open.close(cookieOf(request, COOKIE));
				response.setHeader('set-cookie', [
					cookie(COOKIE, open.open(account), COOKIE_SECONDS, origin),
					cookie(deviceCookie(name), known.remembered(name, device), DEVICE_SECONDS, origin),
				]);
				if (isForm) moved(response, 303, '/admin/');
				else sendJson(response, 200, meOf(account));
			} catch (error) {
				if (error instanceof AccountsLost && isForm) return moved(response, 303, '/admin/login?why=lost');
				if (!(error instanceof Refusal)) throw error;
				audit.note({ action: 'login', account: name, address, status: error.status });
				// Such a form is a page of its own, so the reason is said there.
				if (!isForm) throw new Noticed(error);
				const why = error instanceof CannotNote ? 'unnoted' : (WHYS[error.status] ?? 'wrong');
				const until = error.status === 429 ? `&until=${Math.ceil(now() / 1000) + error.retryAfter!}` : '';
				moved(response, 303, `/admin/login?why=${why}${until}`);
			}
		},

		async logout({ request, response, address, origin }: AtEntrance): Promise<void> {
			const token = cookieOf(request, COOKIE);
			audit.note({ action: 'logout', account: open.find(token)?.name, address, status: 200 });
			open.close(token);
			response.setHeader('set-cookie', cookie(COOKIE, '', 0, origin));
			if (typeOf(request) === 'application/x-www-form-urlencoded') return moved(response, 303, '/admin/login?why=out');
			response.statusCode = 204;
			response.end();
		},
	};
}

/** What is said to who must wait: until when, and who can help. */
function slowed(until: number, seconds: number): string {
	return `密码试错得太多了：${chineseTime(until)}以后可以再试（还要等${spanOf(seconds)}）。忘了密码，请管理员重设；急用，请管理员解锁。`;
}

const spanOf = (seconds: number): string => (seconds < 60 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分钟`);

const cookie = (name: string, value: string, seconds: number, origin: string): string =>
	[
		`${name}=${value}`,
		'HttpOnly',
		'SameSite=Strict',
		'Path=/admin',
		`Max-Age=${seconds}`,
		...(origin.startsWith('https:') ? ['Secure'] : []),
	].join('; ');
