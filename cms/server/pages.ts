import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { siteFiles } from '../../scripts/lib/site-files.ts';
import { escapeHtml } from '../../src/basics/html.ts';

/** Stands in the login page where it says why one is there again. */
export const WHY = '<!--why-->';

/** Why somebody is at the login again, as the address says it: `/admin/login?why=wrong`. */
export const whys = {
	wrong: '账号或密码不对。',
	slow: '试得太多了，请过一会儿再试。',
	out: '您已退出。',
} as const;

/** The login page: the desk's own when it is built, else a plain form. */
export function loginPage(bundle: string, why: string | null): string {
	const built = join(bundle, 'login.html');
	const page = existsSync(built) ? readFileSync(built, 'utf8') : PLAIN;
	const said = why !== null && Object.hasOwn(whys, why) ? whys[why as keyof typeof whys] : '';
	return page.replace(WHY, said && `<p role="alert">${escapeHtml(said)}</p>`);
}

const PLAIN = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>登录编辑台</title>
<h1>登录编辑台</h1>
${WHY}
<form method="post" action="/admin/api/login">
<p><label>账号 <input name="name" autocomplete="username" required></label></p>
<p><label>密码 <input name="password" type="password" autocomplete="current-password" required></label></p>
<p><button type="submit">登录</button></p>
</form>
</html>
`;

/** A file of the desk's bundle by its address below `/admin/`, or null. */
export async function bundleFile(bundle: string, path: string): Promise<{ path: string; bytes: Buffer } | null> {
	const files = await siteFiles(bundle).catch(() => null);
	const found = await files?.at(path);
	return files && found?.kind === 'file' ? { path: found.path, bytes: await files.read(found.path) } : null;
}

/** The public site's stylesheet, for the preview. */
export async function siteStyles(client: string): Promise<string> {
	const folder = join(client, '_astro');
	const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.css')).sort();
	return names.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}
