import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** A board of its own with its desk, started by the command that everybody uses. */
export interface DeskBoard {
	/** the public site and the desk, without a slash at the end */
	site: string;
	desk: string;
	passwords: Readonly<Record<string, string>>;
	git(...args: string[]): string;
	end(): Promise<void>;
}

/** Starts a board with the sample content in a folder of its own. */
export async function startBoard(): Promise<DeskBoard> {
	const folder = mkdtempSync(join(tmpdir(), 'gongkailan-desk-'));
	const board = join(folder, 'board');
	const child = spawn(process.execPath, ['scripts/start.ts', '--board', board, '--port', '0', '--desk-port', '0'], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const said = await untilSaid(child, /另建账号/);
	const passwords = Object.fromEntries([...said.matchAll(/账号 (\S+?)，密码 (\S+)/g)].map(([, name, password]) => [name, password]));
	return {
		site: /公开栏：(\S+?)\/(?:（|\s)/.exec(said)![1]!,
		desk: /编辑台：(\S+?)\/admin\//.exec(said)![1]!,
		passwords,
		git: (...args) =>
			execFileSync('git', ['--git-dir', join(board, 'record.git'), '-c', 'core.quotepath=off', ...args], { encoding: 'utf8' }).trim(),
		async end() {
			const over = new Promise((resolve) => child.once('exit', resolve));
			child.kill();
			await over;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

function untilSaid(child: ChildProcess, last: RegExp): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.stdout!.on('data', (part: Buffer) => {
			said += part;
			if (last.test(said)) resolve(said);
		});
		child.once('exit', (code) => reject(new Error(`the board ended with ${code}:\n${said}`)));
	});
}

/** Somebody at the desk. `troubles`: what the browser had to say that no reader should cause. */
export interface Editor {
	page: Page;
	troubles: string[];
	/** what was asked in a dialog; every one is agreed to */
	asked: string[];
	goTo(hash: string): Promise<void>;
	/** The words of the message that has just come up. */
	told(words: string | RegExp): Promise<string>;
	close(): Promise<void>;
}

/** Logs in by the login page and waits until the desk is there. */
export async function logIn(browser: Browser, { desk, passwords }: DeskBoard, name: string, width = 1280): Promise<Editor> {
	const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
	const page = await context.newPage();
	const editor: Editor = {
		page,
		troubles: [],
		asked: [],
		async goTo(hash) {
			await page.goto(`${desk}/admin/#${hash}`);
		},
		async told(words) {
			const toast = page.locator('.Toastify__toast-body').filter({ hasText: words }).first();
			await toast.waitFor();
			return toast.innerText();
		},
		close: () => context.close(),
	};
	page.on('dialog', (dialog) => {
		editor.asked.push(dialog.message());
		dialog.accept();
	});
	page.on('console', (message) => {
		if (/Content Security Policy|Refused to/i.test(message.text())) editor.troubles.push(message.text());
	});
	page.on('pageerror', (error) => {
		// Decap lets go of a promise whenever it does not save; that one says nothing.
		if (error?.message && error.message !== 'undefined') editor.troubles.push(error.message);
	});
	await page.goto(`${desk}/admin/login`);
	await page.getByLabel('账号').fill(name);
	await page.getByLabel('密码').fill(passwords[name]!);
	await page.getByRole('button', { name: '登录' }).click();
	await page.getByText('栏目', { exact: true }).first().waitFor();
	return editor;
}

/** Chooses an item of a menu of the bar over the form. */
export async function choose(page: Page, menu: RegExp, item: string): Promise<void> {
	await page.getByRole('button', { name: menu }).first().click();
	await page.getByRole('menuitem', { name: item }).click();
}
