import type { Check } from './check.ts';

/** Signed minutes say where the signed paper is, so that whoever doubts a word can ask for it. */
export const originals: Check = {
	id: 'originals',
	kind: 'note',
	asks: '签了字的纪要，写明原件在哪里了吗？',
	run: (records) =>
		records
			.of('meetings')
			.filter(({ data }) => data.status === 'signed' && !data.original && !data.withdrawn)
			.map(({ file }) => ({
				file,
				field: 'original',
				problem: '写的是已签字，没有写原件存在哪里。',
				fix: '写明原件的卷号和存放处，例如“业委会会议卷2026-04”。',
			})),
};
