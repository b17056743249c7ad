import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Machine } from '../../scripts/lib/bringing.ts';
import { bringChromium, foundChromium } from '../../scripts/lib/chromium.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'browser-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(path: string): string {
	mkdirSync(join(folder, path, '..'), { recursive: true });
	writeFileSync(join(folder, path), '#!/bin/sh\n');
	chmodSync(join(folder, path), 0o755);
	return join(folder, path);
}

/** A machine whose apt-get, if it answers, brings what `apt` does. */
function machine({
	env = {},
	isRoot = true,
	font = true,
	apt,
}: {
	env?: Machine['env'];
	isRoot?: boolean;
	font?: boolean;
	apt?: () => void;
}) {
	const said: string[] = [];
	const ran: string[] = [];
	const it: Machine = {
		env: { PATH: join(folder, 'bin'), ...env },
		isRoot,
		kind: 'linux-x64',
		cache: join(folder, 'cache'),
		run: (name, args) => {
			ran.push([name, ...args.filter((arg) => !/^-|=/.test(arg))].join(' '));
			if (name === 'apt-get' && args.includes('install')) apt?.();
			return name === 'apt-get' && apt !== undefined;
		},
		ask: (name) => (name === 'fc-list' ? (font ? 'Noto Sans CJK SC' : '') : name === 'apt-get' && apt ? 'apt 2.6' : null),
		say: (line) => said.push(line),
	};
	return { it, said, ran };
}

describe('a browser that is here', () => {
	test('is the one CHROME_PATH names, before that of the system', () => {
		program('bin/chromium');
		const own = program('own/chrome');
		expect(foundChromium(machine({ env: { CHROME_PATH: own } }).it)?.path).toBe(own);
		expect(foundChromium(machine({}).it)?.path).toBe(join(folder, 'bin/chromium'));
	});

	test('is not looked for elsewhere when CHROME_PATH names none', () => {
		program('bin/chromium');
		expect(() => foundChromium(machine({ env: { CHROME_PATH: '/nowhere' } }).it)).toThrow(/CHROME_PATH is \/nowhere/);
	});

	test('is used as it is when there is a Chinese font', () => {
		program('bin/google-chrome');
		const { it, said, ran } = machine({ apt: () => {} });
		expect(bringChromium(true, it).path).toBe(join(folder, 'bin/google-chrome'));
		expect([said, ran]).toEqual([[], []]);
	});

	test('is given a Chinese font, and serves without one where none can be had', () => {
		program('bin/chromium');
		const root = machine({ font: false, apt: () => {} });
		bringChromium(true, root.it);
		expect(root.ran).toEqual(['apt-get update', 'apt-get install fonts-noto-cjk']);
		for (const { it, said, ran } of [machine({ font: false, isRoot: false, apt: () => {} }), machine({ font: false })]) {
			expect(bringChromium(true, it).path).toBe(join(folder, 'bin/chromium'));
			expect(ran).toEqual([]);
			expect(said.at(-1)).toMatch(/apt-get install -y fonts-noto-cjk/);
		}
	});
});

describe('a browser that is not here', () => {
	test('is installed as root, once that is said', () => {
		const { it, said, ran } = machine({ font: false, apt: () => program('bin/chromium') });
		expect(bringChromium(true, it).path).toBe(join(folder, 'bin/chromium'));
		expect(said).toEqual([expect.stringMatching(/installing chromium and fonts-noto-cjk with apt-get/)]);
		expect(ran).toEqual(['apt-get update', 'apt-get install chromium fonts-noto-cjk']);
	});

	test('comes from an npm package where apt-get brings none', () => {
		const { it, ran } = machine({ isRoot: false, apt: () => {} });
		expect(() => bringChromium(true, it)).toThrow(/none could be brought/);
		expect(ran.join()).toMatch(/^npm install .*@sparticuz\/chromium/);
	});

	test('is missing, and nothing is run, when --no-install forbids it', () => {
		const { it, ran } = machine({ apt: () => program('bin/chromium') });
		expect(() => bringChromium(false, it)).toThrow(/apt-get install -y chromium fonts-noto-cjk/);
		expect(ran).toEqual([]);
	});
});
