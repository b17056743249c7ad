/** The table of hostile pushes and their honest neighbours, each a real push through the real hooks. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NUMBER, notice, type OpenGate, openGate } from './board.ts';
import { honest, hostile } from './hostile-pushes.ts';

let gate: OpenGate;
let lines = 0;
beforeAll(() => {
	gate = openGate();
	// A second commit on main, so that there is something before the tip.
	const { file, text } = notice('first');
	gate.write(file, text);
	gate.commit('第一次修改', { GIT_COMMITTER_DATE: `${Math.floor(Date.now() / 1000) - 1800} +0800` });
	expect(gate.push()).toMatchObject({ fine: true });
	lines = gate.audit().length;
});
beforeEach(() => gate.fresh());
afterAll(() => gate.end());

const refsOf = () => gate.run(gate.board.record, ['for-each-ref']).out;

describe.each(Object.entries(hostile))('G: hostile %s', (_, pushes) => {
	test.each(pushes)('%s', (_name, says, make) => {
		const what = make(gate);
		const before = refsOf();
		const { fine, said } = gate.push('origin', ...(Array.isArray(what) ? what : ['HEAD:main']));
		expect(fine, said).toBe(false);
		expect(said).toMatch(says);
		expect(said).not.toMatch(/\n\s+at |node:internal|Error:/);
		expect(refsOf()).toBe(before);
	});
});

test('G: there are a hundred of them and more, and all but what git itself cannot take stand in the audit file', () => {
	const all = Object.values(hostile).flat();
	expect(all.length).toBeGreaterThanOrEqual(100);
	const noted = gate.audit().slice(lines);
	expect(noted.every(({ action, status, why }) => action === 'push' && status === 422 && String(why).startsWith('没有收下'))).toBe(true);
	expect(noted.length).toBeGreaterThanOrEqual(all.length - 6);
	expect(JSON.stringify(noted)).not.toContain(NUMBER);
});

describe('G: honest neighbours', () => {
	test.each(honest)('%s', (_name, says, make) => {
		const what = make(gate);
		const { fine, said } = gate.push('origin', ...(Array.isArray(what) ? what : ['HEAD:main']));
		expect(fine, said).toBe(true);
		expect(said).toMatch(says);
	});
});
