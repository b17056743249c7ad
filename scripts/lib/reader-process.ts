/** The other side of `reader.ts`: a process whose thread reads while it watches what that costs. */
import { Worker } from 'node:worker_threads';
import type { Answer, Limits, Question } from './reader.ts';

/** How often the watch looks, in milliseconds. */
const EVERY = 100;
/** What the thread may keep of our own objects, in MB; beyond, it ends with a word, where the process would die without. */
const HEAP = 700;

const thread = new Worker(new URL('./reader-thread.ts', import.meta.url), {
	resourceLimits: { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: 64 },
});
let asked: { no: number; limits: Limits; since: NodeJS.CpuUsage } | null = null;

const answer = (said: Answer, after: () => void = () => {}): void => {
	asked = null;
	process.send!(said, after);
};
const endFor = (why: 'cpu' | 'memory'): void => {
	if (asked) answer({ no: asked.no, ended: why }, () => process.exit());
	else process.exit();
};

thread.once('message', () => {
	thread.on('message', (said: Answer) => answer(said));
	process.send!('ready');
});
thread.once('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') endFor('memory');
	else throw error;
});
process.on('message', (question: Question) => {
	asked = { no: question.no, limits: question.limits, since: process.cpuUsage() };
	thread.postMessage(question);
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit());

setInterval(() => {
	if (!asked) return;
	const { user, system } = process.cpuUsage(asked.since);
	if ((user + system) / 1000 > asked.limits.cpu) endFor('cpu');
	else if (process.memoryUsage.rss() > asked.limits.memory) endFor('memory');
}, EVERY);
