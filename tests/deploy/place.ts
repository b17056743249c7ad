import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { foundNginx, type Nginx } from '../../scripts/lib/nginx.ts';

/**
 * A folder that stands for a machine with nginx freshly installed. The files of `deploy/` are used on it as they are but for what `here`
 * puts in other words: folders of the machine lie below this one, its users are ours, its ports are free ones. Names stay what they are.
 */
export interface Place {
	root: string;
	nginx: Nginx;
	ports: Readonly<Record<'https' | 'http' | 'site' | 'desk', number>>;
	/** A path or a text of the machine, as it is here. */
	here(text: string): string;
	/** Puts a file on the machine, in words that hold here. */
	put(path: string, text: string): void;
	end(): void;
}

/** Whom `board` and `www-data` are here. */
export type Users = Readonly<Record<'board' | 'web', string>>;

/** The folders a guide for a server names, each a folder of its own here. */
const FOLDERS = [
	'/srv',
	'/backup',
	'/etc/nginx',
	'/etc/systemd',
	'/etc/letsencrypt',
	'/etc/cron.daily',
	'/var/www',
	'/var/log/nginx',
	'/run/nginx.pid',
];
/** Where Debian's nginx keeps bodies on their way. */
const PASSING = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** Lays out such a folder. Whose `root` it is given may be entered by everybody, so that other users can be tried. */
export async function layOut(users: Users = { board: userInfo().username, web: userInfo().username }): Promise<Place> {
	const nginx = foundNginx();
	if (!nginx) throw new Error('no nginx here: `npm test` brings one');
	const root = mkdtempSync(join(tmpdir(), 'gongkailan-deploy-'));
	chmodSync(root, 0o755);
	const [https, http, site, desk] = await freePorts(4);
	const ports = { https: https!, http: http!, site: site!, desk: desk! };

	const here = (text: string): string => {
		const paths = new RegExp(`(?<![\\w.:/-])(?=(?:${FOLDERS.join('|')})\\b)`, 'g');
		return text
			.replace(paths, root)
			.replace(/^\s*listen \[::\].*\n/gm, '')
			.replace(/\blisten 443\b/g, `listen 127.0.0.1:${ports.https}`)
			.replace(/\blisten 80\b/g, `listen 127.0.0.1:${ports.http}`)
			.replace(/\b4322\b/g, String(ports.desk))
			.replace(/\b4321\b/g, String(ports.site))
			.replace(/\bwww-data\b/g, users.web)
			.replace(/(?<=^(?:User|Group|user)=|-[ogu] |usermod -aG |chown -R |chown -R \w+:)board\b|(?<=^useradd .* )board$/gm, users.board);
	};
	const put = (path: string, text: string) => {
		mkdirSync(dirname(here(path)), { recursive: true });
		writeFileSync(here(path), here(text));
	};

	for (const folder of ['/srv', '/etc/systemd/system', '/etc/cron.daily', '/var/www/html', '/var/log/nginx', '/var/lib/nginx', '/run'])
		mkdirSync(join(root, folder), { recursive: true });
	chmodSync(join(root, 'var/lib/nginx'), 0o755);
	// What installing nginx leaves: its settings, and a site of its own that is shown until the operator takes it away.
	cpSync(nginx.settings, here('/etc/nginx'), { recursive: true, verbatimSymlinks: true });
	for (const file of globSync(['nginx.conf', 'sites-available/default'], { cwd: here('/etc/nginx') }))
		put(`/etc/nginx/${file}`, readFileSync(join(nginx.settings, file), 'utf8').replace(/^include .*modules-enabled.*$/m, ''));
	rmSync(here('/etc/nginx/sites-enabled/default'), { force: true });
	symlinkSync(here('/etc/nginx/sites-available/default'), here('/etc/nginx/sites-enabled/default'));
	put('/etc/nginx/conf.d/passing.conf', PASSING.map((name) => `${name}_temp_path ${root}/var/lib/nginx/${name};\n`).join(''));
	return { root, nginx, ports, here, put, end: () => rmSync(root, { recursive: true, force: true }) };
}

/** Makes a certificate for these names, lying where certbot would have put it. */
export function certify({ nginx, here }: Place, names: readonly string[]): void {
	for (const name of names) {
		const folder = here(`/etc/letsencrypt/live/${name}`);
		mkdirSync(folder, { recursive: true });
		execFileSync(
			nginx.openssl,
			[
				...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
				...['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`],
				...['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')],
			],
			{ stdio: 'ignore' },
		);
	}
}

/** Ports that nobody uses now. */
async function freePorts(count: number): Promise<number[]> {
	const servers = await Promise.all(
		Array.from({ length: count }, async () => {
			const server = createServer();
			await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
			return server;
		}),
	);
	const ports = servers.map((server) => (server.address() as { port: number }).port);
	await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
	return ports;
}
