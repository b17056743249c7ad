import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Accounts } from './accounts.ts';

/** How long a device is remembered after its last login. */
export const DEVICE_SECONDS = 180 * 24 * 3600;

/** The cookie by which a device is known to have logged in with a name: one for each name, for an office shares its computer. */
export const deviceCookie = (name: string): string => `desk-device-${name}`;

/**
 * Devices that have logged in before. Nothing is kept of them: the cookie carries an id, the time, and a MAC of both with the name and the
 * password's stamp, so it ends with the password. The key lies in the board's folder and outlives the process. It opens nothing by itself.
 */
export function devices(folder: string, accounts: Pick<Accounts, 'stampOf'>, now: () => number) {
	let key: Buffer | null = null;

	function keyOf(): Buffer {
		key ??= kept(folder);
		return key;
	}

	function macOf(name: string, id: string, at: string): Buffer {
		return createHmac('sha256', keyOf())
			.update([name, id, at, accounts.stampOf(name)].join('\n'))
			.digest();
	}

	return {
		/** The id of the device whose cookie this is, if it has logged in with that name and its password of today. */
		find(name: string, cookie: string | undefined): string | null {
			const [, id, at, mac] = /^([\w-]{22})\.(\d{1,12})\.([\w-]{43})$/.exec(cookie ?? '') ?? [];
			if (!id || !at || !mac || accounts.stampOf(name) === null) return null;
			if (!timingSafeEqual(macOf(name, id, at), Buffer.from(mac, 'base64url'))) return null;
			return Number(at) + DEVICE_SECONDS > now() / 1000 ? id : null;
		},

		/** The cookie of a device that has just logged in with a name. */
		remembered(name: string, before: string | null): string {
			const id = before ?? randomBytes(16).toString('base64url');
			const at = String(Math.floor(now() / 1000));
			return `${id}.${at}.${macOf(name, id, at).toString('base64url')}`;
		},
	};
}

/** The key of a board, made when it is asked for first. Only its owner may read it. */
function kept(folder: string): Buffer {
	const file = join(folder, 'device-key');
	try {
		mkdirSync(folder, { recursive: true });
		writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	return Buffer.from(readFileSync(file, 'utf8'), 'hex');
}
