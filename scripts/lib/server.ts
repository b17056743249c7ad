import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { escapeHtml } from '../../src/basics/html.ts';
import { caching, contentHeaders, isPackable, overTls, securityHeaders } from './headers.ts';
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
			console.error(error);
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
	const site = await siteFiles(folder, within).catch(() => null);
	if (!site) return plain(response, 503, says.unpublished);
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

/** Listens on `port` or the next free one after it; 0 takes any. Answers the port. */
export async function listen(server: Server, port: number, host?: string): Promise<number> {
	for (let tried = port; ; tried++) {
		const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
			const settle = (outcome: NodeJS.ErrnoException | null) => {
				server.removeAllListeners('error').removeAllListeners('listening');
				resolve(outcome);
			};
			server.once('error', settle).once('listening', () => settle(null));
			server.listen(tried, host);
		});
		if (!error) return (server.address() as { port: number }).port;
		if (error.code !== 'EADDRINUSE' || port === 0 || tried >= port + 100 || tried >= 65_535) throw error;
	}
}

/** Stops listening and lets go of everybody who still holds on. */
export const close = (server: Server): Promise<void> =>
	new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
