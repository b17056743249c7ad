/** `npm start`: the whole board on this machine. */
import { existsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { checkFiles } from '../src/checks/files.ts';
import { slipsIn } from '../src/checks/index.ts';
import { describe } from '../src/checks/report.ts';
import { recordFiles } from '../src/publish/files.ts';
import { expectSymlinks, publishSite } from '../src/publish/index.ts';
import { recordInGit } from '../src/publish/reading.ts';
import { type Board, isPublished, noteRunning, runningNow, take } from './lib/board.ts';
import { checker } from './lib/checker.ts';
import { CouldNotRun, command } from './lib/command.ts';
import { keepDesk } from './lib/desk.ts';
import { ended, settling, untilToldToEnd } from './lib/ending.ts';
import { expectGit } from './lib/expect-git.ts';
import { boardFolder, contentFolder, originOf, portOf, shownAsOf } from './lib/given.ts';
import { installHooks } from './lib/hooks.ts';
import { keepUp, type Work } from './lib/keep-up.ts';
import { whatWentWrong } from './lib/machine.ts';
import { expectOurs } from './lib/owner.ts';
import { hasMovedOn, isUnmade, reseed, seed, tipOf } from './lib/seed.ts';
import { seenUnder } from './lib/seen.ts';
import { close, listen, siteServer } from './lib/server.ts';
import { shellWord } from './lib/shell.ts';

const HELP = `
npm start [-- OPTIONS]

Publishes the board and serves it here; whatever keeps it from publishing, it serves what was published last, says what is wrong, and
tries again. The record is a bare git repository of its own: what is pushed to its main and passes the
check is published at once, what does not pass is refused at the push. Its first content is content/.

  --board DIR   where the record and the published site are kept (default: .board)
  --content DIR what a new record begins with (default: content)
  --port N      the port; when it is busy, the next free one is taken (default: 4321)
  --host        open the public site to other machines too
  --desk-port N the port of the editing desk, which only this machine can reach; when busy, the next free one, unless a proxy
                asks for it (default: 4322)
  --desk-origin the address of the desk behind a proxy, such as https://desk.example.org
  --no-desk     without the editing desk
  --reseed      put what is in content now on top of the record as one commit
  --today DAY   the day the site is shown as of (default: asOf of the settings, else today in China, moving on at midnight)
  --help        this text

Ctrl-C ends it. Exit code: 0 ended, 1 something in the content a new record would begin with is to be mended, 2 could not run.
`;

const ownContent = fileURLToPath(new URL('../content', import.meta.url));

const options = {
	board: { type: 'string', default: '.board' },
	content: { type: 'string', default: ownContent },
	port: { type: 'string', default: '4321' },
	host: { type: 'boolean', default: false },
	'desk-port': { type: 'string', default: '4322' },
	'desk-origin': { type: 'string' },
	'no-desk': { type: 'boolean', default: false },
	reseed: { type: 'boolean', default: false },
	today: { type: 'string' },
} as const;

/** What takes down what we say may be a full disk, and who listened may be gone: the board goes on. */
const say = (line: string) => {
	try {
		writeSync(process.stdout.fd, `${line}\n`);
	} catch {}
};
process.stderr.on('error', () => {});

await command(HELP, options, async ({ content, host, today, 'no-desk': noDesk, reseed: isReseed, ...given }) => {
	const order: Order = {
		board: boardFolder(given.board!, content!),
		content: content!,
		port: portOf('--port', given.port!),
		host: host!,
		desk: noDesk ? null : { port: portOf('--desk-port', given['desk-port']!), origin: originOf(given['desk-origin']) },
		isReseed: isReseed!,
		today,
		day: shownAsOf(today),
	};
	expectGit();
	expectOurs(order.board);
	// Where something was published once, no record that is not there is a reason to put another in its place.
	const isNew = isUnmade(order.board.record) && (isReseed! || !isPublished(order.board));
	if (isNew || isReseed) contentFolder(content!);
	if (isNew) expectSymlinks(order.board.folder);
	const owned = ownership(order);
	try {
		owned.expect();
	} catch (error) {
		if (isNew || error instanceof CouldNotRun) throw error;
		say(`公开栏的文件夹写不进去，先照上一次发布的样子给人看，过一会儿再试：${whatWentWrong(error)}`);
	}
	return run(order, owned, isNew);
});

/** What a board is started with. */
interface Order {
	board: Board;
	/** The folder a new record begins with. */
	content: string;
	port: number;
	host: boolean;
	desk: { port: number; origin: string | undefined } | null;
	isReseed: boolean;
	today: string | undefined;
	day: ReturnType<typeof shownAsOf>;
}

/** That this process and no other has the board, and that pushes are asked the questions of this start. What fails is tried again at the next call. */
function ownership({ board, today }: Order) {
	let letGo: (() => void) | null = null;
	let isGuarded = false;
	return {
		/** Throws `CouldNotRun` when another process has the board, and what the machine refuses. */
		expect(): void {
			letGo ??= take(board);
			if (!letGo) throw new CouldNotRun(takenBy(board));
		},
		/** Puts the gate before the record. */
		guard(): void {
			if (isGuarded) return;
			for (const name of installHooks(board.record, today)) say(`记录里原有的 ${name} 钩子改名为 ${name}.before。`);
			isGuarded = true;
		},
		end: (): void => letGo?.(),
	};
}

function takenBy(board: Board): string {
	const running = runningNow(board);
	return running
		? `这块公开栏已经在运行：${running.url}（进程 ${running.pid}）。要换一种方式启动，请先结束它。`
		: `这块公开栏正由另一个进程启动（${board.folder}），请等它说出网址。`;
}

/** Serves what was published last, and publishes, until the process is told to end. Dying at any point leaves the site whole. */
async function run(order: Order, owned: ReturnType<typeof ownership>, isNew: boolean): Promise<number> {
	const { board, port, host } = order;
	const server = siteServer({ folder: join(board.site, 'current'), within: board.site });
	let isUnderWay = false;
	try {
		const taken = await listen(server, port, host ? undefined : '127.0.0.1');
		if (taken !== port && port !== 0) say(`端口 ${port} 已被占用，改用 ${taken}。`);
		const url = `http://localhost:${taken}/`;
		if (!(await prepare(order, owned, url, isNew))) return 1;
		isUnderWay = await publishAndEdit(order, owned, url);
	} finally {
		await close(server);
		owned.end();
	}
	say('公开栏已停止，记录和网站都完好。');
	// Of what is under way nothing shows yet, so it is left where it is.
	if (isUnderWay) process.exit(0);
	return 0;
}

/** Publishes and keeps the desk, until the process is told to end. Answers whether something is still under way. */
async function publishAndEdit(
	{ board, host, desk, today, day }: Order,
	owned: ReturnType<typeof ownership>,
	url: string,
): Promise<boolean> {
	const end = untilToldToEnd(say);
	// What goes wrong since then goes wrong because of that.
	const sayMeanwhile = (line: string) => void (end.aborted || say(line));
	const checking = checker(board.record);
	const wasPublished = isPublished(board);
	const announce = once(() => {
		say(`公开栏：${url}${host ? '（本机以外也能访问）' : ''}`);
		say(`写入记录：git clone ${shellWord(board.record)}，改好后推送到 main。Ctrl-C 结束。`);
	});
	if (wasPublished) announce();
	else say(`公开栏还没有发布过。发布好以前，${url} 只答“尚未发布”。`);

	const attempt = Promise.withResolvers<void>();
	const work: Work = {
		board,
		now: Date.now,
		elapsed: () => performance.now(),
		say: sayMeanwhile,
		check: (commit) => checking.check(commit, { since: commit }),
		async publish(commit) {
			owned.expect();
			noteRunning(board, { pid: process.pid, url, isBehindProxy: isBehindProxy(desk) });
			owned.guard();
			const source = recordInGit(board.record, commit);
			const outcome = await publishSite({ source, out: board.site, today: day, log: sayMeanwhile, progress: sayNowAndThen(sayMeanwhile) });
			announce();
			return outcome;
		},
		tried: attempt.resolve,
	};
	const publishing = settling(keepUp(work, end));
	// Nobody who reads waits for the desk, and whoever wants to mend what is not published needs it.
	const order = desk && {
		...desk,
		board,
		check: checking.check,
		today,
		say: sayMeanwhile,
		site: isBehindProxy(desk) ? undefined : url.slice(0, -1),
	};
	const editing = settling((wasPublished ? Promise.resolve() : attempt.promise).then(() => order && keepDesk(order, end)));

	await Promise.race([publishing.outcome, ended(end)]);
	checking.close();
	// Who only waits hears of it at once.
	await setImmediate();
	const atDesk = editing.value();
	if (atDesk) await close(atDesk);
	return !publishing.isOver() || !editing.isOver();
}

/** Notes where the board is, and makes the record ready. Answers false when a first record cannot be made of what is in the content. */
async function prepare(order: Order, owned: ReturnType<typeof ownership>, url: string, isNew: boolean): Promise<boolean> {
	const { board } = order;
	try {
		noteRunning(board, { pid: process.pid, url, isBehindProxy: isBehindProxy(order.desk) });
		const wrong = await fill(order, isNew);
		if (wrong && isNew) console.error(wrong);
		else if (wrong) say(wrong);
		if (wrong && isNew) return false;
		owned.guard();
	} catch (error) {
		if (isNew) throw error;
		say(error instanceof CouldNotRun ? error.message : whatWentWrong(error));
	}
	return true;
}

/** Puts the content into the record where that is wanted. Answers what must be mended in it first, else null. */
async function fill({ board, content, day, isReseed }: Order, isNew: boolean): Promise<string | null> {
	const { record } = board;
	const named = content === ownContent ? 'content/' : content;
	if (!isNew) tipOf(record);
	if (isNew || isReseed) {
		const slips = slipsIn(checkFiles(recordFiles(content), undefined, undefined, { seen: await seenUnder(content), day }).findings);
		if (slips.length > 0) return [`${named} 里有要改的地方，没有放进记录：`, ...slips.map(describe)].join('\n\n');
	}
	if (isNew) {
		seed(record, content, Date.now());
		say(`新建了记录 ${record}，最初的内容来自 ${named}。`);
	} else if (isReseed)
		say(
			reseed(record, content, Date.now())
				? `记录已换成 ${named} 现在的内容，先前的都在历史里。`
				: `记录就是 ${named} 现在的内容，没有改动。`,
		);
	else if (existsSync(content) && hasMovedOn(record, content))
		say(`${named} 在放进记录之后改过，公开栏显示的是记录。要换成 ${named} 现在的内容，就加上 --reseed 再启动一次。`);
	return null;
}

/** Who puts a proxy before the desk puts one before the public site. */
function isBehindProxy(desk: Order['desk']): boolean {
	return desk?.origin !== undefined;
}

function once(run: () => void): () => void {
	let isDone = false;
	return () => {
		if (isDone) return;
		isDone = true;
		run();
	};
}

/** Says how far it is every two seconds, so that nothing short is said at all. */
function sayNowAndThen(say: (line: string) => void): (done: number, total: number) => void {
	let last: number | null = null;
	return (done, total) => {
		last ??= Date.now();
		if (Date.now() - last < 2000) return;
		last = Date.now();
		say(`  已生成 ${done} / ${total} 页`);
	};
}
