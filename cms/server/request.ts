import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { Refusal } from './refusal.ts';

/** The largest bodies, in bytes: with a file in it, and without. */
export const LARGEST_BODY = { media: 12 * 2 ** 20, other: 3 * 2 ** 20 } as const;

/** Where the desk may be asked for, and from. */
export interface Origins {
	/** The public address of the desk behind a proxy, such as `https://desk.example.org`. */
	origin?: string | undefined;
	port: number;
}

const allowed = ({ origin, port }: Origins): string[] => [
	`http://localhost:${port}`,
	`http://127.0.0.1:${port}`,
	...(origin ? [origin] : []),
];

/**
 * Throws 421 when the request was meant for another host (a foreign name made to point here), 403 when a foreign page sent it. A browser
 * says where a page came from with every request that could write; programs that say nothing have no cookie of anybody else's to abuse.
 */
export function expectOurs({ headers, method }: IncomingMessage, origins: Origins): void {
	const ours = allowed(origins);
	if (!ours.some((each) => new URL(each).host === headers.host)) throw new Refusal(421, '这里只是编辑台。');
	const isRead = method === 'GET' || method === 'HEAD';
	const { origin, 'sec-fetch-site': site } = headers;
	if (origin !== undefined && !ours.includes(origin)) throw new Refusal(403, '请求来自别的网页，没有受理。');
	if (!isRead && site !== undefined && site !== 'same-origin') throw new Refusal(403, '请求来自别的网页，没有受理。');
}

/** The address of the desk as the browser knows it. */
export const originOf = ({ headers }: IncomingMessage, origins: Origins): string =>
	allowed(origins).find((each) => new URL(each).host === headers.host) ?? allowed(origins)[0]!;

/** The address of whoever asks. Only a proxy of our own may say it for another. */
export function addressOf(request: IncomingMessage, { origin }: Origins): string {
	const told = origin
		? String(request.headers['x-forwarded-for'] ?? '')
				.split(',')
				.at(-1)
				?.trim()
		: undefined;
	return told || (request.socket.remoteAddress ?? '');
}

/** Whom an address stands for: itself, and in IPv6 the network of 64 bits that one subscriber has. */
export function networkOf(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
	if (!isIPv6(plain)) return plain;
	const [head = '', tail] = plain.toLowerCase().split('::');
	const parts = (text: string) => text.split(':').filter(Boolean);
	const left = parts(head);
	const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - parts(tail).length);
	const all = [...left, ...Array<string>(zeros).fill('0'), ...parts(tail ?? '')];
	return `${all
		.slice(0, 4)
		.map((part) => part.replace(/^0+(?=.)/, ''))
		.join(':')}::/64`;
}

/** The type of a body, without its parameters. */
export const typeOf = ({ headers }: IncomingMessage): string => (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();

/** What is too large is still read so far, and forgotten, so that the answer can be read. */
const MOST_DRAINED = 64 * 2 ** 20;

/** The whole body, at most `limit` bytes. Throws 413. */
export async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer> {
	const parts: Buffer[] = [];
	let size = 0;
	if (Number(request.headers['content-length'] ?? 0) <= MOST_DRAINED)
		for await (const part of request.iterator({ destroyOnReturn: false })) {
			size += (part as Buffer).length;
			if (size <= limit) parts.push(part as Buffer);
			else parts.length = 0;
			if (size > MOST_DRAINED) break;
		}
	else size = Infinity;
	if (size > limit) throw new Refusal(413, `一次最多发送 ${Math.ceil(limit / 2 ** 20)} MB。请压缩图片，或拆成几份。`);
	return Buffer.concat(parts);
}

/** The body as JSON, and how many bytes it was. Throws 415, 413 and 400. */
export async function jsonOf(request: IncomingMessage, limit: number): Promise<{ value: unknown; size: number }> {
	if (typeOf(request) !== 'application/json') throw new Refusal(415, '这里只收 application/json。');
	const bytes = await bodyOf(request, limit);
	try {
		return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), size: bytes.length };
	} catch {
		throw new Refusal(400, '请求的内容读不懂：不是 UTF-8 的 JSON。');
	}
}

/** The value of a cookie. */
export const cookieOf = ({ headers }: IncomingMessage, name: string): string | undefined =>
	(headers.cookie ?? '')
		.split(';')
		.map((part) => part.trim())
		.find((part) => part.startsWith(`${name}=`))
		?.slice(name.length + 1);
