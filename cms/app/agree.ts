import { escapeHtml } from '../../src/basics/html.ts';
import type { Opened } from '../protocol.ts';
import { asked } from './dialog.ts';
import { answered } from './hints.ts';

/**
 * What comes with a draft besides its text, to be looked at before it is agreed to: every upload, opened as just the file that would be
 * published, and what somebody said to be fit for the public. False when the reviewer wants to look again; a draft of text alone needs no
 * question.
 */
export async function agreedTo({ diffs, answered: answers }: Opened): Promise<boolean> {
	const uploads = diffs.filter(({ path }) => path.startsWith('uploads/'));
	if (uploads.length === 0 && answers.length === 0) return true;
	const files = uploads.map(({ path, id, size, where }) => {
		const name = path.slice(path.lastIndexOf('/') + 1);
		const address = `/admin/${path}?id=${id}`;
		return `<li><a href="${escapeHtml(address)}" target="_blank" rel="noopener">${escapeHtml(name)}</a>${size === null ? '' : `<small>${sizeOf(size)}</small>`}${where ? `<small>${escapeHtml(where)}</small>` : ''}</li>`;
	});
	const html = `
		<form method="dialog">
			<h1 id="desk-agree-title">设为“待发布”以前</h1>
			${uploads.length > 0 ? `<p>发布的就是您看过的：文字，和下面随它公开的${uploads.length}个附件。没有看过的，点开看一看（PDF、Word、Excel 文件点了是下载，下载以后打开看）。</p><ul class="desk-files">${files.join('')}</ul>` : ''}
			${answers.length > 0 ? `<p>送审时问过、说可以公开的有${answers.length}处。不同意的，选“再看看”，把状态改回“草稿”。</p>${answered(answers)}` : ''}
			<div class="desk-buttons"><button type="submit">都看过了，设为“待发布”</button><button type="button" data-leave>再看看</button></div>
		</form>`;
	return (await asked({ heading: 'desk-agree-title', html }, () => true)) !== null;
}

/** `120 KB`, `2.4 MB` */
const sizeOf = (bytes: number): string =>
	bytes < 2 ** 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`;
