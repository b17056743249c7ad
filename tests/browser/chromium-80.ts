import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { unpackBrotli, unpackTar } from '../../scripts/lib/unpack.ts';

/** Carries Chromium 80, of February 2020, for machines of x64; it is no dependency and only fetched for the test. */
const PACKAGE = 'chrome-aws-lambda@2.1.1';
const SHA512 = 'Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==';
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/chromium-80', import.meta.url));

/** A browser too old for our usual driver: one page that can be sent somewhere and asked what it holds. */
export interface OldPage {
	goto(url: string): Promise<void>;
	/** The value of an expression in the page, which must be plain data. */
	value(expression: string): Promise<unknown>;
	close(): Promise<void>;
}

/** Starts Chromium 80, fetched from npm when it is not yet here. Throws when it cannot be had, with what npm says, or does not start. */
export async function openOldChromium(): Promise<OldPage> {
	const profile = mkdtempSync(join(tmpdir(), 'chromium-80-'));
	const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-zygote', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
	const env = { ...process.env, LD_LIBRARY_PATH: join(CACHE, 'lib') };
	const browser = spawn(fetched(), [...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'], env });
	const gone = new Promise<void>((resolve) => browser.once('close', () => resolve()));
	const port = await new Promise<string>((resolve, reject) => {
		let said = '';
		browser.stderr.setEncoding('utf8').on('data', (part) => {
			said += part;
			const [, port] = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said) ?? [];
			if (port) resolve(port);
		});
		browser.once('error', reject).once('close', () => reject(new Error(`Chromium 80 does not start:\n${said}`)));
	});
	const [tab] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as { webSocketDebuggerUrl: string }[];
	const send = await connected(tab!.webSocketDebuggerUrl);
	return {
		goto: async (url) => void (await send('Page.navigate', { url })),
		async value(expression) {
			const { result } = (await send('Runtime.evaluate', { expression, returnByValue: true })) as { result: { value: unknown } };
			return result.value;
		},
		async close() {
			browser.kill();
			await gone;
			rmSync(profile, { recursive: true, force: true });
		},
	};
}

/** The browser's own protocol, one answer to one question. */
async function connected(address: string): Promise<(method: string, params: object) => Promise<unknown>> {
	const socket = new WebSocket(address);
	const waiting = new Map<number, (answer: unknown) => void>();
	socket.onmessage = ({ data }) => {
		const { id, result, error } = JSON.parse(data);
		waiting.get(id)?.(result ?? Promise.reject(new Error(error?.message)));
		waiting.delete(id);
	};
	await new Promise((resolve, reject) => {
		socket.onopen = resolve;
		socket.onerror = reject;
	});
	let last = 0;
	return (method, params) =>
		new Promise((resolve) => {
			waiting.set(++last, resolve);
			socket.send(JSON.stringify({ id: last, method, params }));
		});
}

/** The program, from the cache or from npm, with the libraries it came with; the bytes are checked before they are run. */
function fetched(): string {
	const program = join(CACHE, 'chromium');
	if (existsSync(program)) return program;
	if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`${PACKAGE} is for Linux on x64`);
	const folder = `${CACHE}.fetched`;
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', PACKAGE, '--json', '--silent'], { cwd: folder, encoding: 'utf8' }));
	const bytes = readFileSync(join(folder, filename));
	if (createHash('sha512').update(bytes).digest('base64') !== SHA512) throw new Error(`${PACKAGE} is not the package it was`);
	unpackTar(gunzipSync(bytes), folder);
	mkdirSync(CACHE, { recursive: true });
	unpackTar(unpackBrotli(readFileSync(join(folder, 'package/bin/aws.tar.br'))), CACHE);
	const pending = `${program}.${process.pid}`;
	writeFileSync(pending, unpackBrotli(readFileSync(join(folder, 'package/bin/chromium.br'))), { mode: 0o755 });
	renameSync(pending, program);
	rmSync(folder, { recursive: true, force: true });
	return program;
}
