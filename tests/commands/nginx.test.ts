import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Machine } from '../../scripts/lib/bringing.ts';
import { bringNginx, foundNginx } from '../../scripts/lib/nginx.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'nginx-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(path: string): string {
	const file = join(folder, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, '#!/bin/sh\n');
	chmodSync(file, 0o755);
	return file;
}

/** A machine whose apt-get, if it answers, brings packages that hold these programs. */
function machine({ env = {}, brings }: { env?: Machine['env']; brings?: Record<string, string> }) {
	const said: string[] = [];
	const ran: string[] = [];
	const it: Machine = {
		env: { PATH: join(folder, 'bin'), ...env },
		isRoot: false,
		kind: 'linux-x64',
		cache: join(folder, 'cache/nginx'),
		run: (name, args) => {
			ran.push([name, ...args].join(' '));
			if (name === 'sh') for (const each of Object.keys(brings!)) writeFileSync(join(args[2]!, `${each}.deb`), '');
			if (name === 'dpkg-deb') {
				const [, file, root] = args as [string, string, string];
				program(join(root, brings![/([\w-]+)\.deb$/.exec(file)![1]!]!).slice(folder.length));
			}
			return true;
		},
		ask: (name) => (name === 'apt-get' ? (brings ? 'apt 2.6' : null) : name === 'apt-cache' ? DEPENDS : null),
		say: (line) => said.push(line),
	};
	return { it, said, ran };
}

const DEPENDS = `nginx
  Depends: libc6
  Depends: libssl3
  Depends: iproute2
 |Depends: nginx-core
    nginx-core
openssl
  Depends: libssl3
`;

test('R2: an nginx that is here is used, and nothing brought', () => {
	const path = program('bin/nginx');
	program('bin/openssl');
	const { it, ran } = machine({ brings: {} });
	expect(bringNginx(true, it)).toMatchObject({ path, from: 'the system' });
	const own = program('own/nginx');
	expect(bringNginx(true, { ...it, env: { ...it.env, NGINX_PATH: own } })).toMatchObject({ path: own });
	expect(() => foundNginx({ ...it, env: { ...it.env, NGINX_PATH: '/nowhere' } })).toThrow(/NGINX_PATH is \/nowhere/);
	expect(ran).toEqual([]);
});

test("R2: Debian's package is unpacked beside the project, once that is said, and nothing of the system is touched", () => {
	const { it, said, ran } = machine({ brings: { nginx: 'usr/sbin/nginx', openssl: 'usr/bin/openssl' } });
	const { path, settings } = bringNginx(true, it);
	expect(said).toEqual([expect.stringMatching(/unpacking Debian's package/)]);
	expect(readFileSync(path, 'utf8')).toContain(`exec '${it.cache}/usr/sbin/nginx'`);
	expect(settings).toBe(join(it.cache, 'etc/nginx'));
	expect(ran.find((line) => line.includes('download'))).toMatch(/download nginx openssl libssl3 nginx-core$/);
	for (const line of ran.filter((each) => each.includes('apt-get'))) expect(line).toContain(`Dir::State::Lists=${folder}`);
	expect(ran.join('\n')).not.toMatch(/install/);
	expect(existsSync(`${it.cache}.new`)).toBe(false);
	// The next time it is there.
	expect(foundNginx(it)?.path).toBe(path);
});

test('R2: without nginx, what helps is said, and --no-install brings none', () => {
	const { it, ran } = machine({ brings: { nginx: 'usr/sbin/nginx', openssl: 'usr/bin/openssl' } });
	expect(() => bringNginx(false, it)).toThrow(/apt-get install -y nginx openssl/);
	expect(ran).toEqual([]);
	expect(() => bringNginx(true, machine({}).it)).toThrow(/none could be brought/);
});
