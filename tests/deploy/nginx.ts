import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request as plainly } from 'node:http';
import { request as overTls } from 'node:https';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { PATIENCE } from '../patience.ts';
import type { Place } from './place.ts';

/** nginx at work on a place. */
export interface Running {
	/** Reads its settings anew. */
	reload(): void;
	/** What went wrong, as it wrote it down. */
	complaints(): string;
	end(): Promise<void>;
}

/** What `nginx -t` says of the settings of a place; it ends well or throws with that. */
export function tested({ nginx, here }: Place): string {
	const { status, stderr } = spawnSync(nginx.path, ['-t', '-c', here('/etc/nginx/nginx.conf')], { encoding: 'utf8' });
	if (status !== 0) throw new Error(stderr);
	return stderr;
}

/** Starts nginx with the settings of a place, and answers once it listens. */
export async function startNginx(place: Place): Promise<Running> {
	const { nginx, here, ports } = place;
	const child = spawn(nginx.path, ['-c', here('/etc/nginx/nginx.conf'), '-g', 'daemon off;'], { stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
	await listening(child, ports.https, () => said);
	return {
		reload: () => void child.kill('SIGHUP'),
		complaints: () => readFileSync(here('/var/log/nginx/error.log'), 'utf8'),
		async end() {
			const over = once(child, 'exit');
			child.kill('SIGQUIT');
			await over;
		},
	};
}

async function listening(child: ChildProcess, port: number, said: () => string): Promise<void> {
	for (let waited = 0; waited < PATIENCE.wait; waited += 20) {
		if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}:\n${said()}`);
		const isUp = await new Promise<boolean>((resolve) => {
			const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
			socket.once('connect', () => socket.destroy());
		});
		if (isUp) return;
		await wait(20);
	}
	throw new Error(`nginx does not listen:\n${said()}`);
}

/** What was answered. */
export interface Answer {
	status: number;
	headers: Readonly<Record<string, string>>;
	body: Buffer;
}

/** How something is asked for; the path is sent as it stands. */
export interface Asked {
	port: number;
	/** The name of the server over TLS; absent: without TLS. */
	name?: string;
	method?: string;
	headers?: Readonly<Record<string, string>>;
	body?: string | Uint8Array;
}

/** Asks a server on this machine. */
export function ask(path: string, { port, name, method = 'GET', headers = {}, body }: Asked): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const options = { host: '127.0.0.1', port, path, method, agent: false, headers: { ...(name ? { host: name } : {}), ...headers } };
		const sent = name ? overTls({ ...options, servername: name, rejectUnauthorized: false }) : plainly(options);
		sent.once('error', reject);
		sent.once('response', async (response) => {
			const parts = await response.toArray().catch(reject);
			if (!parts) return;
			const said = Object.entries(response.headers).map(([key, value]) => [key, String(value)] as const);
			resolve({ status: response.statusCode!, headers: Object.fromEntries(said), body: Buffer.concat(parts) });
		});
		sent.end(body);
	});
}
