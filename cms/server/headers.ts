import { caching } from '../../scripts/lib/headers.ts';
import { LARGEST_BODY } from './request.ts';

/** The same for every answer of the desk. Inline style is Decap's (emotion); nothing else of it is loosened, and no frame may hold the desk. */
export const deskHeaders: Readonly<Record<string, string>> = {
	'content-security-policy': [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"connect-src 'self' blob:",
		"font-src 'self' data:",
		// The preview pane.
		"frame-src 'self' blob:",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
		"object-src 'none'",
	].join('; '),
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'cache-control': 'no-store',
};

/** A file of the desk itself whose name changes with what is in it; of everything else nobody keeps a copy. */
export const cachingOf = (path: string): Record<string, string> =>
	path.startsWith('/admin/assets/') ? { 'cache-control': caching.hashed } : {};

/** What is said for the desk by the server before it, when the desk is not asked or does not answer. */
export const deskSays = {
	large: `一次最多发送 ${LARGEST_BODY.media / 2 ** 20} MB。请压缩图片，或拆成几份。`,
	slow: '试得太多了，请过 10 秒再试。',
	away: '编辑台正在重新启动，这一步没有做。您的文字还在，请过半分钟再试；还不行请告诉管理员。',
} as const;
