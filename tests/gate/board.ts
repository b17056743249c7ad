/** A record with the gate before it, and somebody who pushes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boardAt } from '../../scripts/lib/board.ts';
import { mainOf } from '../../scripts/lib/git.ts';
import { installHooks } from '../../scripts/lib/hooks.ts';
import { seed } from '../../scripts/lib/seed.ts';
import { fileOf, write, writeSmallContent } from '../commands/small-content.ts';

const HOUR = 3600;
export const RULES = 'documents/ceshiyuan/rules.md';
export const MINUTES = 'meetings/ceshiyuan/2026-03-10-joint.md';
/** Nobody's: no such number was ever given out. */
export const NUMBER = '13912345678';

/** What a push came to. */
export interface Pushed {
	fine: boolean;
	/** what whoever pushed reads */
	said: string;
	moved: boolean;
}

/** A board seeded an hour ago, with one record of each kind. */
export function openGate(now: number = Date.now()) {
	const folder = mkdtempSync(join(tmpdir(), 'gate-'));
	const board = boardAt(join(folder, 'board'));
	const clone = join(folder, 'clone');
	const { record } = board;
	writeSmallContent(join(folder, 'content'));
	seed(record, join(folder, 'content'), now - HOUR * 1000);
	installHooks(record);

	function run(cwd: string, args: readonly string[], { env = {}, input }: { env?: NodeJS.ProcessEnv; input?: string | Buffer } = {}) {
		const { status, stdout, stderr } = spawnSync('git', args, {
			cwd,
			env: { ...process.env, LC_ALL: 'C', ...env },
			input,
			maxBuffer: 2 ** 30,
		});
		return { fine: status === 0, said: `${stdout}${stderr}`, out: stdout.toString().trim() };
	}
	/** Git in the clone. Throws when it does not end well. */
	function git(args: readonly string[], more?: Parameters<typeof run>[2]): string {
		const { fine, said, out } = run(clone, args, more);
		if (!fine) throw new Error(`git ${args.join(' ')}: ${said}`);
		return out;
	}
	run(folder, ['clone', '--quiet', record, clone]);
	for (const [key, value] of [
		['user.name', '编辑'],
		['user.email', 'editor@board.example'],
		['core.quotePath', 'false'],
		['core.protectNTFS', 'false'],
	])
		git(['config', key!, value!]);

	const text = (file: string) => readFileSync(join(clone, file), 'utf8');
	return {
		folder,
		board,
		clone,
		git,
		run,
		text,
		write: (file: string, content: string) => write(clone, file, content),
		change: (file: string, edit: (text: string) => string) => write(clone, file, edit(text(file))),
		remove: (file: string) => rmSync(join(clone, file)),
		/** Commits all there is in the clone. */
		commit(message = '更新', env: NodeJS.ProcessEnv = {}, ...args: string[]): void {
			git(['add', '-A']);
			git(['commit', '--quiet', '--allow-empty', '-m', message, ...args], { env });
		},
		push(...args: string[]): Pushed {
			const before = mainOf(record);
			const { fine, said } = run(clone, ['push', '--quiet', ...(args.length > 0 ? args : ['origin', 'HEAD:main'])]);
			// The sideband marks each line.
			return { fine, said: said.replace(/^remote: ?/gm, '').replace(/ +$/gm, ''), moved: mainOf(record) !== before };
		},
		/** The clone as main is. */
		fresh(): void {
			git(['fetch', '--quiet', '--prune', 'origin', '+refs/heads/main:refs/remotes/origin/main']);
			git(['checkout', '--quiet', '--force', '-B', 'main', 'origin/main']);
			git(['clean', '--quiet', '-ffdx']);
		},
		audit: (): Record<string, unknown>[] =>
			readFileSync(join(board.folder, 'audit.jsonl'), 'utf8')
				.trimEnd()
				.split('\n')
				.map((line) => JSON.parse(line)),
		end: () => rmSync(folder, { recursive: true, force: true }),
	};
}

export type OpenGate = ReturnType<typeof openGate>;

/** A new document that may be published on the board's day. */
export const notice = (slug: string, over: object = {}, body = '大家到场，逐项说过。') => {
	const { file, text } = fileOf('documents', { publishedOn: '2026-04-13', ...over }, slug);
	return { file, text: text.replace('大家到场，逐项说过。', body) };
};
