import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Me } from '../protocol.ts';
import { type Account, type Accounts, AccountsLost } from './accounts.ts';
import { moved, sendJson } from './answers.ts';
import { attempts } from './attempts.ts';
import type { Noted } from './audit.ts';
import type { whys } from './pages.ts';
import { Noticed, Refusal } from './refusal.ts';
import { bodyOf, cookieOf, jsonOf, typeOf } from './request.ts';
import { sessions } from './sessions.ts';

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

/** Logging in and out: from the app as JSON, from the login page as a form. */
export function entranceOf({ accounts, now, note }: { accounts: Accounts; now: () => number; note: (noted: Noted) => void }) {
	const open = sessions(accounts, now);
	const tries = attempts(now);
	let last: Promise<unknown> = Promise.resolve();

	/** One guess after the other, so that many at once are not faster. */
	function admitted(name: string, password: string, address: string): Promise<Account> {
		const mine = last.then(async () => {
			const wait = tries.wait(name, address);
			if (wait > 0) throw new Refusal(429, `试得太多了，请过 ${wait} 秒再试。`, { retryAfter: wait });
			const account = await accounts.verified(name, password);
			if (!account) {
				tries.failed(name, address);
				throw new Refusal(401, '账号或密码不对。');
			}
			tries.succeeded(name);
			return account;
		});
		last = mine.catch(() => {});
		return mine;
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
			try {
				const account = await admitted(name, password, address);
				open.close(cookieOf(request, COOKIE));
				response.setHeader('set-cookie', cookie(open.open(account), COOKIE_SECONDS, origin));
				note({ action: 'login', account: name, address, status: 200 });
				if (isForm) moved(response, 303, '/admin/');
				else sendJson(response, 200, meOf(account));
			} catch (error) {
				if (error instanceof AccountsLost && isForm) return moved(response, 303, '/admin/login?why=lost');
				if (!(error instanceof Refusal)) throw error;
				note({ action: 'login', account: name, address, status: error.status });
				// Such a form is a page of its own, so the reason is said there.
				if (!isForm) throw new Noticed(error);
				const why: keyof typeof whys = error.status === 429 ? 'slow' : 'wrong';
				moved(response, 303, `/admin/login?why=${why}`);
			}
		},

		async logout({ request, response, address, origin }: AtEntrance): Promise<void> {
			const token = cookieOf(request, COOKIE);
			note({ action: 'logout', account: open.find(token)?.name, address, status: 200 });
			open.close(token);
			response.setHeader('set-cookie', cookie('', 0, origin));
			if (typeOf(request) === 'application/x-www-form-urlencoded') return moved(response, 303, '/admin/login?why=out');
			response.statusCode = 204;
			response.end();
		},
	};
}

const cookie = (token: string, seconds: number, origin: string): string =>
	[
		`${COOKIE}=${token}`,
		'HttpOnly',
		'SameSite=Strict',
		'Path=/admin',
		`Max-Age=${seconds}`,
		...(origin.startsWith('https:') ? ['Secure'] : []),
	].join('; ');
