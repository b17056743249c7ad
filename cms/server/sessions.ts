import { hash, randomBytes } from 'node:crypto';
import type { Account, Accounts } from './accounts.ts';

/** A session ends after so long without a request, and after so long in any case. */
const IDLE_MS = 4 * 3600_000;
const WHOLE_MS = 12 * 3600_000;
/** So many at once; the oldest goes first. */
const MOST = 500;

interface Session {
	name: string;
	/** What `stampOf` said at the login. */
	stamp: string;
	since: number;
	seen: number;
}

/** Who is logged in. Only digests of the tokens are kept, in memory: whoever starts the board anew logs in anew. */
export function sessions(accounts: Accounts, now: () => number) {
	const open = new Map<string, Session>();

	return {
		/** Opens a session, and answers the token that stands for it. */
		open({ name }: Account): string {
			for (const [oldest] of open) if (open.size >= MOST) open.delete(oldest);
			const token = randomBytes(32).toString('base64url');
			open.set(digestOf(token), { name, stamp: accounts.stampOf(name)!, since: now(), seen: now() });
			return token;
		},

		/** The account behind a token, as it is now; null when the session is over, or the account or its password is another. */
		find(token: string | undefined): Account | null {
			if (!token) return null;
			const session = open.get(digestOf(token));
			if (!session) return null;
			const isOver = now() - session.seen > IDLE_MS || now() - session.since > WHOLE_MS;
			if (isOver || accounts.stampOf(session.name) !== session.stamp) {
				open.delete(digestOf(token));
				return null;
			}
			session.seen = now();
			return accounts.find(session.name);
		},

		close: (token: string | undefined): void => void (token && open.delete(digestOf(token))),
	};
}

const digestOf = (token: string): string => hash('sha256', token, 'base64url');
