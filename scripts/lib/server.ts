import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { escapeHtml } from '../../src/basics/html.ts';
import { CouldNotRun } from './command.ts';
import { caching, contentHeaders, isPackable, overTls, securityHeaders } from './headers.ts';
import { whatWentWrong } from './machine.ts';
import { says } from './says.ts';
import { type Answer, type SiteFiles, siteFiles } from './site-files.ts';

/** Which folder is served: `<out>/current` with `within: <out>`, or a plain folder. */
export interface Served {
	folder: string;
	within?: string;
}

/** Serves a published site: reads it and nothing else, and follows a publication from one request to the next. */
export function siteServer({ folder, within }: Served): Server {
	const bodies = bodyCache(32 << 20);
	return createServer((request, response) => {
		answer(request, response, folder, within, bodies).catch((error: unknown) => {
			console.error(whatWentWrong(error));
			plain(response, 500, says.fault);
		});
	});
}

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	folder: string,
	within: string | undefined,
	bodies: Bodies,
): Promise<void> {
	// A proxy of the operator's that keeps TLS before us says so.
	const isOverTls = request.headers['x-forwarded-proto'] === 'https';
	for (const [name, value] of Object.entries({ ...securityHeaders, ...(isOverTls ? overTls : {}) })) response.setHeader(name, value);
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.setHeader('allow', 'GET, HEAD');
		return plain(response, 405, says.onlyReading);
	}
	const url = request.url ?? '/';
	const site = await siteFiles(folder, within).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return null;
		throw error;
	});
	if (!site) {
		response.setHeader('retry-after', '60');
		return plain(response, 503, says.unpublished);
	}
	try {
		const found = await site.at(url);
		// What is missing from a state that was swept away meanwhile may well be in its successor.
		if (found.kind !== 'missing' || (await site.isStill())) return await fromSite(site, found, request, response, bodies);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
	}
	const next = await siteFiles(folder, within);
	return fromSite(next, await next.at(url), request, response, bodies);
}

async function fromSite(site: SiteFiles, found: Answer, request: IncomingMessage, response: ServerResponse, bodies: Bodies): Promise<void> {
	if (found.kind === 'malformed') return plain(response, 400, says.malformed);
	if (found.kind === 'moved') {
		response.setHeader('location', found.to);
		return plain(response, 301, `<a href="${escapeHtml(found.to)}">301</a>`, 'text/html');
	}
	const shown = found.kind === 'file' ? found : await site.at('/404.html');
	if (shown.kind !== 'file') return plain(response, 404, says.missing);

	const headers = contentHeaders(shown.address);
	const packing = isPackable(headers['content-type']!) && shown.size > 256 ? wantedPacking(request.headers['accept-encoding']) : 'identity';
	const { tag, bytes } = await bodies(`${shown.path} ${shown.version} ${packing}`, async () =>
		packed(await site.read(shown.path), packing),
	);
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	response.setHeader('etag', tag);
	if (found.kind === 'file' && isKnown(tag, request.headers['if-none-match'])) {
		response.statusCode = 304;
		response.removeHeader('content-type');
		response.end();
		return;
	}
	if (packing !== 'identity') response.setHeader('content-encoding', packing);
	response.statusCode = found.kind === 'file' ? 200 : 404;
	response.setHeader('content-length', bytes.length);
	response.end(request.method === 'HEAD' ? undefined : bytes);
}

function plain(response: ServerResponse, status: number, line: string, kind = 'text/plain; charset=utf-8'): void {
	if (response.headersSent) return void response.destroy();
	response.statusCode = status;
	response.setHeader('content-type', kind);
	response.setHeader('cache-control', caching.asked);
	response.end(response.req.method === 'HEAD' ? undefined : `${line}\n`);
}

type Packing = 'br' | 'gzip' | 'identity';

/** The best packing the reader takes; a name with `q=0` is one it does not. */
function wantedPacking(header: string | string[] | undefined): Packing {
	const taken = String(header ?? '')
		.split(',')
		.map((part) => part.trim().toLowerCase())
		.filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
		.map((part) => part.split(';')[0]!.trim());
	return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : 'identity';
}

/** The tag is that of the content, whatever its packing, and so a weak one. */
const tagOf = (bytes: Buffer): string => `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;

function isKnown(tag: string, header: string | undefined): boolean {
	const strong = tag.slice(2);
	return header !== undefined && (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === strong));
}

interface Body {
	tag: string;
	bytes: Buffer;
}

async function packed(bytes: Buffer, packing: Packing): Promise<Body> {
	const tag = tagOf(bytes);
	if (packing === 'br') return { tag, bytes: await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) };
	return { tag, bytes: packing === 'gzip' ? await promisify(gzip)(bytes, { level: 6 }) : bytes };
}

type Bodies = (key: string, make: () => Promise<Body>) => Promise<Body>;

/** Keeps what was read last, up to `limit` bytes. */
function bodyCache(limit: number): Bodies {
	const kept = new Map<string, Body>();
	let size = 0;
	return async (key, make) => {
		const had = kept.get(key);
		const body = had ?? (await make());
		if (!kept.delete(key)) size += body.bytes.length;
		kept.set(key, body);
		for (const [oldest, { bytes }] of kept) {
			if (size <= limit) break;
			kept.delete(oldest);
			size -= bytes.length;
		}
		return body;
	};
}

/** The ports after the one that was asked for that are tried, too. */
const TRIED = 100;

/**
 * Listens on `port` or the next free one after it; 0 takes any, and of one that `isFixed` there is no next. Answers the port. Throws
 * `CouldNotRun` with what to do when there is none or the machine does not let us; `option` is where the port was said.
 */
export async function listen(
	server: Server,
	port: number,
	host?: string,
	{ option = '--port', isFixed = false }: { option?: string; isFixed?: boolean } = {},
): Promise<number> {
	const last = Math.min(port === 0 || isFixed ? port : port + TRIED, 65_535);
	for (let tried = port; tried <= last; tried++) {
		try {
			server.listen(tried, host);
			await once(server, 'listening');
			return (server.address() as AddressInfo).port;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw new CouldNotRun(whyNot(error as Error, tried, host, option));
		}
	}
	throw new CouldNotRun(
		isFixed
			? `端口 ${port} 已被占用。请结束占用它的程序，或用 ${option} 换一个，代理的设置（nginx）也跟着改。`
			: `端口 ${port} 到 ${last} 都被占用。请用 ${option} 换一个，或写 ${option} 0，由系统挑一个空的。`,
	);
}

function whyNot(error: NodeJS.ErrnoException, port: number, host: string | undefined, option: string): string {
	if (error.code === 'EACCES')
		return `没有权限用端口 ${port}：${FIRST_FREE} 以下的归系统管理员。请改用 ${option} 8080，再由 nginx 转过去；或先运行 setcap cap_net_bind_service=+ep ${process.execPath}。`;
	if (error.code === 'EADDRNOTAVAIL') return `这台机器没有 ${host ?? ''} 这个网络地址。请先启用它，例如 ip link set lo up。`;
	return `端口 ${port} 用不了：${whatWentWrong(error)}`;
}

/** Ports below are the administrator's. */
const FIRST_FREE = 1024;

/** Stops listening and lets go of everybody who still holds on. */
export const close = (server: Server): Promise<void> =>
	new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
