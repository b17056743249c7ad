/** A desk over a small record of its own, and people who talk to it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, accountsIn } from '../../../cms/server/accounts.ts';
import { deskServer } from '../../../cms/server/server.ts';
import { checker } from '../../../scripts/lib/checker.ts';
import { seed } from '../../../scripts/lib/seed.ts';
import { close, listen } from '../../../scripts/lib/server.ts';
import { deskName } from '../../../src/derive/decap.ts';
import { fileOf, write, writeSmallContent } from '../../commands/small-content.ts';

export const people: Record<'zhang' | 'wang' | 'li' | 'zhao' | 'bound', Account> = {
	zhang: { name: 'zhang', person: '张三', email: 'zhang@desk.example', role: 'clerk' },
	wang: { name: 'wang', person: '王五', email: 'wang@desk.example', role: 'clerk' },
	li: { name: 'li', person: '李四', email: 'li@desk.example', role: 'reviewer' },
	zhao: { name: 'zhao', person: '赵六', email: 'zhao@desk.example', role: 'reviewer' },
	bound: { name: 'bound', person: '周七', email: 'bound@desk.example', role: 'reviewer', communities: ['biechu'] },
};
export const passwordOf = (name: string) => `the password of ${name}`;

export interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	text: string;
	// biome-ignore lint/suspicious/noExplicitAny: an answer is read as the test expects it
	json: any;
}

export interface Asked {
	method?: string;
	path?: string;
	headers?: Record<string, string>;
	body?: string | Buffer;
	/** Sent in parts and without a length. */
	chunked?: boolean;
}

/** One request, exactly as it is written here. */
export function ask(port: number, { method = 'GET', path = '/admin/', headers = {}, body, chunked }: Asked): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const length = body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
		const sent = httpRequest(
			{ host: '127.0.0.1', port, method, path, headers: { host: `localhost:${port}`, ...length, ...headers } },
			(got) => {
				const parts: Buffer[] = [];
				got.on('data', (part: Buffer) => parts.push(part));
				got.once('end', () => {
					const text = Buffer.concat(parts).toString();
					const isJson = String(got.headers['content-type']).startsWith('application/json');
					resolve({ status: got.statusCode!, headers: got.headers, text, json: isJson ? JSON.parse(text) : null });
				});
			},
		);
		sent.once('error', reject);
		sent.end(body);
	});
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
export const MINUTES = 'meetings/ceshiyuan/2026-03-10-joint.md';

/** The name a record's draft has. */
export const nameOf = (file: string) => {
	if (file === 'settings.json') return { collection: 'settings', slug: 'settings' };
	const [collection = '', community = ''] = file.split('/');
	const slug = file
		.split('/')
		.at(-1)!
		.replace(/\.\w+$/, '');
	return { collection: file.split('/').length === 3 ? deskName(collection, community) : deskName(collection), slug };
};

/** Minutes as somebody writes them at the desk, without a day of publication. */
export function minutes(slug: string, over: object = {}, body = '大家到场，逐项说过。'): { file: string; raw: string } {
	const { file, text } = fileOf('meetings', { publishedOn: undefined, ...over }, slug);
	return { file, raw: text.replace(/大家到场，逐项说过。/, body) };
}

/** A desk that listens, over a record with one entry of each kind. */
export async function openDesk({ now = Date.now, origin }: { now?: () => number; origin?: string } = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'desk-'));
	const repository = join(folder, 'record.git');
	const content = join(folder, 'content');
	writeSmallContent(content);
	const other = fileOf('communities', { name: '别处（示例）' }, 'biechu');
	write(content, other.file, other.text);
	seed(repository, content, Date.parse('2026-04-01T00:00:00Z'));
	const accounts = accountsIn(folder);
	for (const account of Object.values(people)) await accounts.put(account, passwordOf(account.name));

	const checking = checker(repository);
	const checked: string[] = [];
	const start = async () => {
		const server = deskServer({
			repository,
			folder,
			bundle: join(folder, 'desk'),
			client: join(folder, 'client'),
			accounts,
			origin,
			now,
			today: (settings) => settings?.asOf ?? '2026-04-13',
			check: checking.check,
			checked: (commit) => void checked.push(commit),
		});
		return { server, port: await listen(server, 0, '127.0.0.1') };
	};
	let { server, port }: { server: Server; port: number } = await start();

	const plumb = (args: string[], input = '') => {
		const env = { ...process.env, GIT_DIR: repository };
		const { stdout, stderr, status } = spawnSync('git', args, { cwd: repository, encoding: 'utf8', input, env });
		if (status !== 0) throw new Error(stderr);
		return stdout.trimEnd();
	};
	const git = (...args: string[]) => plumb(args);

	/** The tree of some lines of `ls-tree -r`. */
	function treeOf(listing: string): string {
		const folders = new Map<string, string[]>();
		const lines: string[] = [];
		for (const line of listing.split('\n').filter(Boolean)) {
			const [head, name = ''] = line.split('\t');
			const [first = '', ...rest] = name.split('/');
			if (rest.length === 0) lines.push(line);
			else folders.set(first, [...(folders.get(first) ?? []), `${head}\t${rest.join('/')}`]);
		}
		for (const [name, inside] of folders) lines.push(`040000 tree ${treeOf(inside.join('\n'))}\t${name}`);
		return plumb(['mktree'], `${lines.join('\n')}\n`);
	}

	/** Somebody who is logged in. */
	async function as(name: string) {
		const entered = await ask(port, {
			method: 'POST',
			path: '/admin/api/login',
			headers: JSON_TYPE,
			body: JSON.stringify({ name, password: passwordOf(name) }),
		});
		const cookie = String(entered.headers['set-cookie']).split(';')[0]!;
		const post = (path: string, body: unknown) =>
			ask(port, { method: 'POST', path, headers: { ...JSON_TYPE, cookie }, body: JSON.stringify(body) });
		const act = (action: string, params: object = {}) =>
			post('/admin/api/v1', { branch: 'main', action, params: { branch: 'main', ...params } });
		/** What is shown of a draft to whoever opens it: path → id. */
		const opened = async (file: string): Promise<Record<string, string> | undefined> => {
			const { status, json } = await act('unpublishedEntry', nameOf(file));
			return status === 200 ? Object.fromEntries(json.diffs.map(({ path, id }: { path: string; id: string }) => [path, id])) : undefined;
		};
		return {
			cookie,
			post,
			act,
			get: (path: string) => ask(port, { path, headers: { cookie } }),
			save: (file: string, raw: string, base: string | null = null, assets: object[] = [], bases: object = {}) =>
				act('persistEntry', {
					dataFiles: [{ path: file, slug: nameOf(file).slug, raw }],
					assets,
					options: { collectionName: nameOf(file).collection, useWorkflow: true, commitMessage: 'x', newEntry: false },
					baseIds: { ...bases, [file]: base },
				}),
			opened,
			/** Opens the draft and then changes its status, as at the desk. */
			status: async (file: string, newStatus: string) =>
				act('updateUnpublishedEntryStatus', { ...nameOf(file), newStatus, seen: await opened(file) }),
			publish: async (file: string) => act('publishUnpublishedEntry', { ...nameOf(file), seen: await opened(file) }),
			discard: (file: string) => act('deleteUnpublishedEntry', nameOf(file)),
			draft: (file: string) => act('unpublishedEntry', nameOf(file)),
		};
	}

	return {
		folder,
		repository,
		accounts,
		checked,
		git,
		/** Git with something to read. */
		write: plumb,
		treeOf,
		/** Changes a file on main as a push does, by somebody called 管理员. */
		push(file: string, text: string) {
			const lines = git('ls-tree', '-r', 'main')
				.split('\n')
				.filter((line) => !line.endsWith(`\t${file}`));
			const tree = treeOf([...lines, `100644 blob ${plumb(['hash-object', '-w', '--stdin'], text)}\t${file}`].join('\n'));
			const commit = git('-c', 'user.name=管理员', '-c', 'user.email=admin@x', 'commit-tree', tree, '-p', 'main', '-m', 'pushed');
			git('update-ref', 'refs/heads/main', commit);
		},
		as,
		get port() {
			return port;
		},
		ask: (asked: Asked) => ask(port, asked),
		audit: () =>
			readFileSync(join(folder, 'audit.jsonl'), 'utf8')
				.trim()
				.split('\n')
				.map((line) => JSON.parse(line)),
		/** All refs and what they name. */
		refs: () => git('for-each-ref', '--format=%(refname) %(objectname)'),
		/** The text of a file at a ref. */
		text: (file: string, ref = 'main') =>
			spawnSync('git', ['cat-file', 'blob', `${ref}:${file}`], { cwd: repository, encoding: 'utf8' }).stdout,
		blob: (file: string, ref = 'main') => git('rev-parse', `${ref}:${file}`),
		/** As after a power failure: another process begins where the files are. */
		async again() {
			await close(server);
			({ server, port } = await start());
		},
		async end() {
			checking.close();
			await close(server);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

export type OpenDesk = Awaited<ReturnType<typeof openDesk>>;
