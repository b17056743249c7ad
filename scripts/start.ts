/** `npm start`: the whole board on this machine. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFiles } from '../src/checks/files.ts';
import { slipsIn } from '../src/checks/index.ts';
import { describe } from '../src/checks/report.ts';
import { recordFiles } from '../src/publish/files.ts';
import { publishSite } from '../src/publish/index.ts';
import { recordInGit } from '../src/publish/reading.ts';
import { boardAt, forgetRunning, noteRunning, runningNow } from './lib/board.ts';
import { CouldNotRun, command } from './lib/command.ts';
import { type DeskOrder, startDesk } from './lib/desk.ts';
import { mainOf } from './lib/git.ts';
import { contentFolder, shownAsOf } from './lib/given.ts';
import { installHooks } from './lib/hooks.ts';
import { bringUp, keepUp, type Work } from './lib/keep-up.ts';
import { hasMovedOn, hasRecord, reseed, seed } from './lib/seed.ts';
import { seenUnder } from './lib/seen.ts';
import { close, listen, siteServer } from './lib/server.ts';

const HELP = `
npm start [-- OPTIONS]

Publishes the board and serves it here. The record is a bare git repository of its own: what is pushed to its main and passes the
check is published at once, what does not pass is refused at the push. Its first content is content/.

  --board DIR   where the record and the published site are kept (default: .board)
  --content DIR what a new record begins with (default: content)
  --port N      the port; when it is busy, the next free one is taken (default: 4321)
  --host        open the public site to other machines too
  --desk-port N the port of the editing desk, which only this machine can reach; when busy, the next free one (default: 4322)
  --desk-origin the address of the desk behind a proxy, such as https://desk.example.org
  --no-desk     without the editing desk
  --reseed      put what is in content now on top of the record as one commit
  --today DAY   the day the site is shown as of (default: asOf of the settings, else today in China, moving on at midnight)
  --help        this text

Ctrl-C ends it. Exit code: 0 ended, 1 something in the record is to be mended, 2 could not run.
`;

const options = {
	board: { type: 'string', default: '.board' },
	content: { type: 'string', default: fileURLToPath(new URL('../content', import.meta.url)) },
	port: { type: 'string', default: '4321' },
	host: { type: 'boolean', default: false },
	'desk-port': { type: 'string', default: '4322' },
	'desk-origin': { type: 'string' },
	'no-desk': { type: 'boolean', default: false },
	reseed: { type: 'boolean', default: false },
	today: { type: 'string' },
} as const;

const say = (line: string) => console.log(line);

await command(HELP, options, async ({ board: folder, content, port, host, reseed: again, today, ...given }) => {
	const day = shownAsOf(today);
	for (const [name, number] of [['--port', port!] as const, ['--desk-port', given['desk-port']!] as const])
		if (!/^\d{1,5}$/.test(number) || Number(number) > 65_535) throw new CouldNotRun(`${name} 是 0 到 65535 的数，不是“${number}”。`);
	const origin = given['desk-origin'];
	if (origin !== undefined && !isOrigin(origin))
		throw new CouldNotRun(`--desk-origin 写成 https://desk.example.org 这样，末尾不加斜杠，不是“${origin}”。`);
	contentFolder(content!);
	const board = boardAt(resolve(folder!));
	const running = runningNow(board);
	if (running && (await answers(running.url))) throw new CouldNotRun(`这块公开栏已经在运行：${running.url}（进程 ${running.pid}）。`);

	if (!hasRecord(board.record) || again) {
		const slips = slipsIn(checkFiles(recordFiles(content!), undefined, undefined, { seen: await seenUnder(content!), day }).findings);
		if (slips.length > 0) return refuse(['content/ 里有要改的地方，没有放进记录：', ...slips.map(describe)]);
	}
	prepareRecord(board.record, content!, again!);

	const work: Work = {
		board,
		now: Date.now,
		say,
		publish: (commit) =>
			publishSite({
				source: recordInGit(board.record, commit),
				out: board.site,
				today: day,
				log: say,
				progress: sayNowAndThen(),
			}),
	};
	const first = await bringUp(work, mainOf(board.record)!);
	if (first.why) {
		if (!existsSync(join(board.site, 'current'))) return refuse([`main 上的记录没有发布：${first.why}`]);
		say(`main 上的记录没有发布，公开栏还是上一次的样子：${first.why}`);
	} else say(`网站已发布：写了 ${first.written} 页，用时 ${first.seconds.toFixed(1)} 秒。`);

	const desk = given['no-desk'] ? null : { board, port: Number(given['desk-port']), origin, today, say };
	return serve(work, first, { port: Number(port), host: host!, desk });
});

function prepareRecord(record: string, content: string, again: boolean): void {
	if (!hasRecord(record)) {
		seed(record, content, Date.now());
		say(`新建了记录 ${record}，最初的内容来自 content/。`);
	} else if (again)
		say(
			reseed(record, content, Date.now())
				? '记录已换成 content/ 现在的内容，先前的都在历史里。'
				: '记录就是 content/ 现在的内容，没有改动。',
		);
	else if (hasMovedOn(record, content))
		say('content/ 在放进记录之后改过，公开栏显示的是记录。要换成 content/ 现在的内容：npm start -- --reseed');
	for (const name of installHooks(record)) say(`记录里原有的 ${name} 钩子改名为 ${name}.before。`);
}

/** Serves and keeps publishing until the process is told to end. Dying at any point leaves the site whole; this only says goodbye. */
async function serve(
	work: Work,
	first: Awaited<ReturnType<typeof bringUp>>,
	{ port, host, desk: order }: { port: number; host: boolean; desk: DeskOrder | null },
): Promise<number> {
	const { board } = work;
	const server = siteServer({ folder: join(board.site, 'current'), within: board.site });
	const taken = await listen(server, port, host ? undefined : '127.0.0.1');
	const url = `http://localhost:${taken}/`;
	if (taken !== port && port !== 0) say(`端口 ${port} 已被占用，改用 ${taken}。`);
	noteRunning(board, { pid: process.pid, url });
	process.once('exit', () => forgetRunning(board));
	say(`公开栏：${url}${host ? '（本机以外也能访问）' : ''}`);
	say(`写入记录：git clone ${board.record}，改好后推送到 main。Ctrl-C 结束。`);

	// Nobody who reads waits for the desk, and what keeps it from starting keeps nobody from reading.
	const desk = order && startDesk({ ...order, site: url.slice(0, -1) }).catch((error: Error) => say(`编辑台没有启动：${error.message}`));

	const end = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.once(signal, () => {
			// The second time, whatever is under way is left where it is.
			process.once(signal, () => process.exit(0));
			end.abort();
		});
	}
	await keepUp(work, first, end.signal);
	const atDesk = await desk;
	await Promise.all([close(server), atDesk && close(atDesk)]);
	say('公开栏已停止，记录和网站都完好。');
	return 0;
}

function isOrigin(text: string): boolean {
	return URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text);
}

/** Whether somebody serves there: the process of an interrupted run may be gone, and its number be another's by now. */
function answers(url: string): Promise<boolean> {
	return fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(2000) }).then(
		() => true,
		() => false,
	);
}

/** Says how far it is every two seconds, so that nothing short is said at all. */
function sayNowAndThen(): (done: number, total: number) => void {
	let last: number | null = null;
	return (done, total) => {
		last ??= Date.now();
		if (Date.now() - last < 2000) return;
		last = Date.now();
		say(`  已生成 ${done} / ${total} 页`);
	};
}

function refuse(lines: string[]): number {
	console.error(lines.join('\n\n'));
	return 1;
}
