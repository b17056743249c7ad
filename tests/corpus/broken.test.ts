import { describe, expect, test } from 'vitest';
import { slipsIn } from '../../src/checks/index.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { affairOperators, doubtfulOperators, lawlessOperators } from './broken-affairs.ts';
import { fieldOperators } from './broken-fields.ts';
import { fileOperators } from './broken-files.ts';
import { recordOperators } from './broken-records.ts';
import { bytesOf, checkWith, pickOf, type Sample, samples } from './sample.ts';

/** Of what was broken, what `check` did not name. */
const unnamed = (findings: readonly Finding[], broken: readonly { file: string; field: string }[]) => {
	const said = new Set(slipsIn(findings).map(({ file, field }) => `${file} → ${field}`));
	return broken.map(({ file, field }) => `${file} → ${field}`).filter((each) => !said.has(each));
};

/** Every record is broken by an operator at once, and each must be named. Names of which one can stand in the way of another are broken apart. */
const wellSaid = (findings: readonly Finding[]) => {
	for (const { problem, fix } of slipsIn(findings)) {
		expect(problem).toMatch(/\p{Script=Han}/u);
		expect(fix).toMatch(/\p{Script=Han}/u);
	}
};

let broken = 0;

describe.each(Object.entries({ ...fieldOperators, ...recordOperators, ...affairOperators }))('%s', (name, operator) => {
	const cases = samples.flatMap((sample: Sample) => {
		const made = operator(sample, (n) => pickOf(`${name} ${sample.file}`, n));
		return made ? [{ file: sample.file, field: made.field, bytes: bytesOf(sample, made.data) }] : [];
	});
	test('is named with file and field in every record that can be broken so', () => {
		expect(cases.length).toBeGreaterThan(0);
		const findings = checkWith(new Map(cases.map(({ file, bytes }) => [file, bytes])));
		expect(unnamed(findings, cases)).toEqual([]);
		wellSaid(findings);
		broken += cases.length;
	});
});

const lawless = Object.entries(lawlessOperators).map(([name, operator]) => ({ name, operator, expected: 'breach' }));
const doubtful = Object.entries(doubtfulOperators).map(([name, operator]) => ({ name, operator, expected: 'note' }));

describe.each([...lawless, ...doubtful])('$name', ({ name, operator, expected }) => {
	test(`is a ${expected} with file and field, and nothing to mend`, () => {
		const cases = samples.flatMap((sample: Sample) => {
			const made = operator(sample, (n) => pickOf(`${name} ${sample.file}`, n));
			return made ? [{ file: sample.file, field: made.field, bytes: bytesOf(sample, made.data) }] : [];
		});
		expect(cases.length).toBeGreaterThan(0);
		const findings = checkWith(new Map(cases.map(({ file, bytes }) => [file, bytes])));
		expect(slipsIn(findings)).toEqual([]);
		const kinds = new Map(findings.map(({ kind, file, field }) => [`${file} → ${field}`, kind]));
		expect(cases.map(({ file, field }) => `${file} → ${field}`).filter((each) => kinds.get(each) !== expected)).toEqual([]);
	});
});

/** Of the broken names and bytes, those of every ninth record: each takes a check of the whole board. */
const some = samples.filter((_, i) => i % 9 === 0);

describe.each(Object.entries(fileOperators))('A file that is %s', (_, operator) => {
	test('is named', () => {
		let made = 0;
		for (const sample of some.filter(operator).slice(0, 6)) {
			const { files, named } = operator(sample)!;
			const findings = checkWith(new Map(files));
			expect(
				slipsIn(findings).map(({ file }) => file),
				`${named}`,
			).toContain(named);
			wellSaid(findings);
			made++;
		}
		expect(made).toBeGreaterThan(0);
		broken += made;
	});
});

test('More than three hundred records were broken, of every collection', () => {
	expect(broken).toBeGreaterThan(300);
});
