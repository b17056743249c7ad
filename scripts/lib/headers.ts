import { extname } from 'node:path';

const policy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	// The icon is a data: address.
	"img-src 'self' data:",
	"connect-src 'self'",
	"font-src 'self'",
	"manifest-src 'self'",
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'none'",
	"object-src 'none'",
];

/** One constant set for every answer: the public site has no inline script, no inline style, and asks nobody else for anything. */
export const securityHeaders: Readonly<Record<string, string>> = {
	'content-security-policy': policy.join('; '),
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	// Whatever lies between the reader and us keeps one copy for each packing.
	vary: 'accept-encoding',
};

/** Besides those, what is said over TLS alone; a browser told so without it does not listen. */
export const overTls: Readonly<Record<string, string>> = { 'strict-transport-security': 'max-age=31536000' };

/** What the search runs in: its WebAssembly is allowed here and on no page. It can only read files of the site. */
export const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** What is sent with its letters named, by the ending of the file. */
export const text: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8',
	'.atom': 'application/atom+xml; charset=utf-8',
	'.ics': 'text/calendar; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.md': 'text/markdown; charset=utf-8',
	'.svg': 'image/svg+xml; charset=utf-8',
};

/** What cannot hold a script of the uploader's, and so is shown wherever it lies. */
export const shown: Readonly<Record<string, string>> = {
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.jpeg': 'image/jpeg',
	'.webp': 'image/webp',
	'.avif': 'image/avif',
	'.gif': 'image/gif',
	'.ico': 'image/x-icon',
	'.pdf': 'application/pdf',
	'.woff2': 'font/woff2',
	'.wasm': 'application/wasm',
};

/** What a file of ours is by its ending. */
export const contentType = (path: string): string => {
	const extension = extname(path).toLowerCase();
	return shown[extension] ?? text[extension] ?? 'application/octet-stream';
};

/** A hashed name never comes to mean other bytes; anything else is asked for again, and mostly answered with 304. */
export const caching = { hashed: 'public, max-age=31536000, immutable', asked: 'no-cache' } as const;

/** Where the files lie whose headers differ from those of all others. */
export const places = { hashed: '/_astro/', uploads: '/uploads/', worker: '/search/worker.js' } as const;

/**
 * What a file is, for the reader's browser, by its address, decoded and without its query. What was uploaded is shown when it cannot hold a
 * script, and else only saved.
 */
export function contentHeaders(address: string): Record<string, string> {
	const extension = extname(address).toLowerCase();
	const isUpload = address.startsWith(places.uploads);
	const known = shown[extension] ?? (isUpload ? undefined : text[extension]);
	return {
		'content-type': known ?? 'application/octet-stream',
		...(address === places.worker ? { 'content-security-policy': workerPolicy } : {}),
		...(isUpload && !known ? { 'content-disposition': 'attachment' } : {}),
		'cache-control': address.startsWith(places.hashed) ? caching.hashed : caching.asked,
	};
}

/** Whether packing makes it smaller. Pictures and Pagefind's files are packed already. */
export const isPackable = (contentType: string): boolean => /charset=utf-8$|\/wasm$/.test(contentType);
