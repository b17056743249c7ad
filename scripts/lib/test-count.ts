/** How many tests a run had, by how they ended. */
export interface Count {
	passed: number;
	failed: number;
	skipped: number;
}

/** The parts of Vitest's JSON report that are counted. */
interface Report {
	testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts the tests of a report. A file that failed before its first test is one failure, and so is a run
 * that did not end well although no test failed, or that left no report, or ran nothing.
 */
export function countTests(report: unknown, endedWell: boolean): Count {
	const files = (report as Report | null)?.testResults ?? [];
	const tests = files.flatMap((file) => file.assertionResults.map((test) => test.status));
	const passed = tests.filter((status) => status === 'passed').length;
	const failedTests = tests.filter((status) => status === 'failed').length;
	const failedFiles = files.filter(
		(file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
	).length;
	const failed = failedTests + failedFiles;
	const isSound = endedWell && passed > 0;
	return { passed, failed: failed === 0 && !isSound ? 1 : failed, skipped: tests.length - passed - failedTests };
}
