import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { siteFiles } from '../../scripts/lib/site-files.ts';
import { escapeHtml } from '../../src/basics/html.ts';
import type { TakenDown } from './taking-down.ts';
import { chineseTime } from './times.ts';

/** Stands in the login page where it says why one is there again. */
export const WHY = '<!--why-->';

/** Why somebody is at the login again, as the address says it: `/admin/login?why=wrong`. */
export const whys = {
	wrong: '账号或密码不对。',
	slow: '密码试错得太多了，请过一会儿再试。忘了密码，请管理员重设；急用，请管理员解锁。',
	busy: '现在登录的太多，请过几秒再试。',
	out: '您已退出。',
	unnoted: '操作记录现在写不进去，谁也不能登录。请告诉管理员：在服务器上看编辑台的输出，里面有原因和办法。',
	lost: '编辑台现在认不出账号，谁也登录不了。请告诉管理员：在服务器上运行 npm run account -- list，会说出原因和办法。',
} as const;

/** The login page: the desk's own when it is built, else a plain form. `until`: when one may try again, in seconds since 1970. */
export function loginPage(bundle: string, why: string | null, until: string | null = null): string {
	const built = join(bundle, 'login.html');
	const page = existsSync(built) ? readFileSync(built, 'utf8') : PLAIN;
	const said = why !== null && Object.hasOwn(whys, why) ? whys[why as keyof typeof whys] : '';
	const when = /^\d{1,11}$/.test(until ?? '') ? chineseTime(Number(until) * 1000) : null;
	const told = when ? said.replace('请过一会儿再试', `${when}以后可以再试`) : said;
	return page.replace(WHY, told && `<p role="alert">${escapeHtml(told)}</p>`);
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

/** What stands on the page of what was taken down. */
export interface TakenDownPage {
	isReviewer: boolean;
	me: string;
	own: readonly { collection: string; slug: string; title: string }[];
	waiting: readonly TakenDown[];
	/** what came of the last button */
	said: string | null;
}

/** The page on which one takes a record down alone, and looks at what others took down. It needs no script, so it is there when all else fails. */
export function takenDownPage({ isReviewer, me, own, waiting, said }: TakenDownPage): string {
	const button = (action: string, { collection, slug }: { collection: string; slug: string }, words: string) =>
		`<form method="post" action="/admin/taken-down"><input type="hidden" name="action" value="${action}"><input type="hidden" name="collection" value="${escapeHtml(collection)}"><input type="hidden" name="slug" value="${escapeHtml(slug)}"><button type="submit" class="btn">${words}</button></form>`;
	const list = (items: string[], none: string) => (items.length > 0 ? `<ul>${items.join('')}</ul>` : `<p class="soft">${none}</p>`);
	const ready = own.map((each) => `<li><p><b>${escapeHtml(each.title)}</b></p>${button('publishUnpublishedEntry', each, '现在撤下')}</li>`);
	const look = waiting.map((each) => {
		const mayLook = isReviewer && each.by !== me;
		const told = `<p><b>${escapeHtml(each.title)}</b>：${escapeHtml(each.person)}在${chineseTime(each.at)}撤下。原因：${escapeHtml(each.why)}</p>`;
		return `<li>${told}${mayLook ? button('lookedAt', each, '看过了') : '<p class="soft">等另一位审核员来看。</p>'}</li>`;
	});
	return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>撤下和复看 · 编辑台</title>
<link rel="stylesheet" href="/admin/site.css">
<main class="w">
<p><a href="/admin/">回编辑台</a></p>
<h1>撤下和复看</h1>
${said === null ? '' : `<p role="alert">${escapeHtml(said).replaceAll('\n', '<br>')}</p>`}
<h2>可以马上撤下的草稿</h2>
<p>有害的、不该公开的，一个人就能撤下。打开那条记录，只填“撤回”（日期、原因），别的都不动，保存；它就列在这里。原因写一百字以内，不写网址；更长的送审，由第二个人发布。</p>
${list(ready, '没有。')}
<h2>撤下后待复看</h2>
<p>一个人撤下的，事后请另一位审核员看一遍：该不该撤，原因写清楚了没有。</p>
${list(look, '没有。')}
</main>
</html>
`;
}

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
