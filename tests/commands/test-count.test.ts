import { expect, test } from 'vitest';
import { countTests } from '../../scripts/lib/test-count.ts';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((one) => ({ status: one })) });

test('passed, failed and skipped tests are counted over all files', () => {
	const report = { testResults: [file('passed', 'passed', 'passed', 'pending'), file('failed', 'passed', 'failed', 'todo')] };
	expect(countTests(report, false)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test('a file that fails before its first test is one failure', () => {
	expect(countTests({ testResults: [file('passed', 'passed'), file('failed')] }, false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a run that ends badly without a failed test is a failure all the same', () => {
	expect(countTests({ testResults: [file('passed', 'passed')] }, false).failed).toBe(1);
});

test('a run without a report or without a test is a failure', () => {
	expect(countTests(null, true).failed).toBe(1);
	expect(countTests({ testResults: [] }, true).failed).toBe(1);
});
