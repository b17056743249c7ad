import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishSite, steps } from '../../src/publish/index.ts';
import { fullBuild, openMemory } from './fixture/equivalence.ts';
import { orderOf } from './fixture/publisher.ts';
import { siteAt, textOf } from './fixture/site.ts';

const root = mkdtempSync(join(tmpdir(), 'gongkailan-kill-'));
const out = join(root, 'out');
/** What Node makes of our modules is kept, so that children start quickly. */
const compiling = { ...process.env, NODE_COMPILE_CACHE: join(root, 'compiled') };
const full = new Map<number, string>();

/** The site of a state, built from nothing. */
async function builtSite(n: number): Promise<string> {
	if (!full.has(n)) {
		const db = openMemory();
		const { files } = await fullBuild(db, orderOf(out, n));
		full.set(n, textOf(files));
		db.close();
	}
	return full.get(n)!;
}

const shown = () => textOf(siteAt(join(out, 'current')));

/** Publishes a state in a process of its own, which is killed at a step, or so many milliseconds after it has begun; says how long it lived. */
async function publishAndDie(n: number, { step, after }: { step?: string; after?: number }): Promise<number> {
	const child = fork(join(import.meta.dirname, 'fixture/publisher.ts'), [out, String(n), ...(step ? [step] : [])], {
		silent: true,
		env: compiling,
	});
	const begun = once(child, 'message').then(() => performance.now());
	if (after !== undefined) begun.then(() => setTimeout(() => child.kill('SIGKILL'), after));
	await once(child, 'exit');
	return performance.now() - (await begun);
}

/** How long a publisher works when nobody kills it, in milliseconds, on this machine under the load of the moment. */
let lifetime = 0;

beforeAll(async () => {
	await publishSite(orderOf(out, 0));
	lifetime = await publishAndDie(1, {});
	await publishSite(orderOf(out, 0));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const atSteps = [...steps, ...steps].map((step) => ({ step, moment: undefined }));
const anywhere = Array.from({ length: 32 }, (_, i) => ({ step: undefined, moment: ((i * 7) % 32) / 32 }));

test(`A publisher killed ${atSteps.length + anywhere.length} times leaves one whole site each time, and the next run repairs.`, async () => {
	let before = await builtSite(0);
	const outcomes = { before: 0, after: 0, repaired: 0 };
	for (const [i, { step, moment }] of [...atSteps, ...anywhere].entries()) {
		const n = i + 1;
		await publishAndDie(n, moment === undefined ? { step } : { after: moment * lifetime * 1.2 });
		const after = await builtSite(n);
		const now = shown();
		// What an earlier run had committed but not shown is shown by this one, even if it dies too.
		expect([before, after, await builtSite(i)], `killed at ${step ?? moment}, state ${n}`).toContain(now);
		outcomes[now === after ? 'after' : 'before']++;
		before = now;
		if (i % 5 === 4) {
			await publishSite(orderOf(out, n));
			expect(shown(), `repaired at state ${n}`).toBe(after);
			outcomes.repaired++;
			before = after;
		}
	}
	expect(outcomes.before, 'some died before the change showed').toBeGreaterThan(10);
	expect(outcomes.after, 'some died after it showed').toBeGreaterThan(3);
	expect(readdirSync(join(out, 'd')).length, 'old folders are cleared away').toBeLessThan(12);
});
