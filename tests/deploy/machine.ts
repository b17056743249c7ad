import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PATIENCE } from '../patience.ts';
import { type Running, startNginx, tested } from './nginx.ts';
import { certify, layOut, type Place, type Users } from './place.ts';
import { canShutIn, type Started, start, unitAt } from './unit.ts';

/** A machine on which somebody follows the guide, line by line. */
export interface Machine {
	place: Place;
	users: Users;
	/** Every line that was followed. */
	followed: string[];
	/** Does what a line of the guide says; answers what it printed. Throws when it does not end well. */
	follow(line: string): Promise<string>;
	/** Runs a command as one of the machine's users, or as nobody of them. */
	as(user: string | 'nobody', command: string, folder?: string): { status: number | null; said: string };
	board(): Started;
	nginx(): Running;
	end(): Promise<void>;
}

const project = fileURLToPath(new URL('../..', import.meta.url));
const NOT_IN_A_CLONE = ['node_modules', '.git', '.astro', '.board', 'build', 'dist', 'out', 'coverage', 'test-results'];
const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** A bare machine: nginx is installed, and nothing of ours. As root its users are real ones, made for this and taken away at the end. */
export async function bareMachine(say: (line: string) => void): Promise<Machine> {
	const isRoot = process.getuid?.() === 0 && spawnSync('useradd', ['--help']).status === 0;
	const self = userInfo().username;
	const suffix = randomBytes(3).toString('hex');
	const users = isRoot ? { board: `board-${suffix}`, web: `web-${suffix}` } : { board: self, web: self };
	const shutIn = isRoot && canShutIn();
	if (!isRoot) say('Not root: the board and nginx run as whoever runs the test.');
	else if (!shutIn) say('No namespaces here: the board is not kept from writing elsewhere, only by its user.');
	if (isRoot) execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', users.web]);

	const place = await layOut(users);
	const { here } = place;
	const checkout = here('/srv/board/gongkailan');
	const data = here('/srv/board/data');
	const followed: string[] = [];
	let folder = place.root;
	let board: Started | undefined;
	let nginx: Running | undefined;

	const path = `${SYSTEM_PATH}:${process.env.PATH}`;
	const shell = (command: string, asUser: string[] = [], home = place.root, cwd = folder) => {
		const [program = '', ...args] = [...asUser, 'sh', '-ec', `umask 022\n${command}`];
		const { status, stdout, stderr } = spawnSync(program, args, {
			cwd,
			encoding: 'utf8',
			env: { PATH: path, HOME: home, LANG: 'C.UTF-8' },
		});
		return { status, said: stdout + stderr };
	};
	const become = (user: string) => (isRoot ? ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups'] : []);
	const as: Machine['as'] = (user, command, cwd) =>
		user === 'nobody'
			? shell(command, isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [], '/', cwd ?? '/')
			: shell(command, become(user), here('/srv/board'), cwd);

	/** What the guide fetches from elsewhere is taken from this checkout. */
	const cloned = (): string => {
		const isOurs = (file: string) => !NOT_IN_A_CLONE.includes(relative(project, file).split('/')[0]!);
		cpSync(project, checkout, { recursive: true, filter: isOurs, verbatimSymlinks: true });
		for (const file of globSync('deploy/**/*.{conf,service,sh}', { cwd: checkout })) {
			const { mode } = statSync(join(checkout, file));
			writeFileSync(join(checkout, file), here(readFileSync(join(checkout, file), 'utf8')), { mode });
		}
		if (isRoot) execFileSync('chown', ['-R', `${users.board}:${users.board}`, checkout]);
		return '';
	};
	const dependenciesIn = (): string => {
		const to = join(checkout, 'node_modules');
		// The same files by further names, where the disk allows it.
		for (const how of ['-al', '-a']) {
			rmSync(to, { recursive: true, force: true });
			if (spawnSync('cp', [how, join(project, 'node_modules'), to]).status === 0) break;
		}
		rmSync(join(to, '.cache'), { recursive: true, force: true });
		mkdirSync(join(to, '.cache'));
		// Its folders are the user's; the files are also this checkout's, and stay whose they are.
		if (isRoot) execFileSync('find', [to, '-type', 'd', '-exec', 'chown', `${users.board}:${users.board}`, '{}', '+']);
		return '';
	};
	const boardStarts = async (): Promise<string> => {
		board = start(unitAt(here('/etc/systemd/system/board.service')), { shutIn });
		await board.until(/^编辑台：/m);
		// It serves before all is published.
		const isPublished = `test "$(git -C ${data}/record.git rev-parse main)" = "$(sed 's/.*"commit":"\\([0-9a-f]*\\)".*/\\1/' ${data}/published.json)"`;
		for (let waited = 0; as(users.board, isPublished).status !== 0; waited += 100) {
			if (waited > PATIENCE.wait) throw new Error(`the board does not publish:\n${board.said()}`);
			await wait(100);
		}
		return board.said();
	};
	const boardStops = async (): Promise<string> => {
		const code = await board?.stop();
		if (code !== 0) throw new Error(`the board ended with ${code}:\n${board?.said()}`);
		board = undefined;
		return '';
	};
	const nginxRestarts = async (): Promise<string> => {
		await nginx?.end();
		nginx = await startNginx(place);
		return '';
	};
	const nothing = () => '';
	const silently = (run: () => void): string => {
		run();
		return '';
	};

	/** What is done otherwise here, each for a reason: it needs the net, or systemd, or root. */
	const otherwise: [RegExp, (found: string[]) => string | Promise<string>][] = [
		[/^apt-get /, nothing],
		[/^(?:useradd|usermod) /, ([line]) => (isRoot ? expectFine(shell(line!), line!) : '')],
		[/ git clone https:/, cloned],
		[/ npm ci$/, dependenciesIn],
		[/^systemctl daemon-reload$/, nothing],
		[/^systemctl (?:enable --now|start) board$/, boardStarts],
		[/^systemctl stop board$/, boardStops],
		[/^journalctl -u board /, () => board!.said()],
		[/^certbot certonly .* -d (\S+) /, ([, name]) => silently(() => certify(place, [name!]))],
		[/^nginx -t$/, () => tested(place)],
		[/^systemctl restart nginx$/, nginxRestarts],
		[/^systemctl reload nginx$/, () => silently(() => nginx!.reload())],
		// What was copied here has no place to pull from.
		[/ git pull$/, nothing],
		[
			/^cd (\S+)$/,
			([, to]) => {
				folder = to!;
				return '';
			},
		],
		[/^sudo -H -u (\S+) (.*)$/, ([, user, command]) => expectFine(as(user!, command!), command!)],
	];
	const one = async (command: string): Promise<string> => {
		for (const [what, does] of otherwise) {
			const found = what.exec(command);
			// The whole line is handed on too, from its first letter.
			if (found) return does([command, ...found.slice(1)]);
		}
		return expectFine(shell(command), command);
	};

	return {
		place,
		users,
		followed,
		as,
		async follow(line) {
			followed.push(line);
			let said = '';
			if (!line.startsWith('#')) for (const command of here(line).split(' && ')) said += await one(command);
			return said;
		},
		board: () => board!,
		nginx: () => nginx!,
		async end() {
			await board?.stop();
			await nginx?.end();
			place.end();
			if (isRoot) for (const user of Object.values(users)) spawnSync('userdel', [user]);
		},
	};
}

function expectFine({ status, said }: { status: number | null; said: string }, command: string): string {
	if (status !== 0) throw new Error(`${command}\nended with ${status}:\n${said}`);
	return said;
}
