import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a program took: processor and wall time in seconds, and the most memory that it and what it started held at once, in MB. */
export interface Cost {
	cpu: number;
	wall: number;
	memory: number;
}

/** Looked at so often while it runs, in milliseconds. */
const EVERY = 5;
/** The kernel counts processor time in hundredths of a second. */
const TICKS = 100;

/** Runs a program to its end and measures it, its children included, by what the kernel (Linux) says of them. Throws what it printed if it fails. */
export async function measured(program: string, args: string[], cwd: string): Promise<Cost> {
	const start = performance.now();
	const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
	const said: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));

	let ticks = 0;
	let memory = 0;
	const look = () => {
		const family = familyOf(child.pid!);
		ticks = Math.max(ticks, sum(family.map((each) => each.ticks)));
		memory = Math.max(memory, sum(family.map((each) => each.kilobytes)));
	};
	const timer = setInterval(look, EVERY);
	const code = await new Promise((ended, failed) => child.once('close', ended).once('error', failed));
	clearInterval(timer);
	if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}\n${Buffer.concat(said).toString().slice(-SHOWN)}`);
	return { cpu: ticks / TICKS, wall: (performance.now() - start) / 1000, memory: memory / 1024 };
}

/** So many characters of what a program said when it failed. */
const SHOWN = 3000;

interface Process {
	/** Its own time and that of its children that have ended. */
	ticks: number;
	kilobytes: number;
}

/** A process and all that it started and that still runs. */
function familyOf(pid: number): Process[] {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /s, '')
			.split(' ');
		const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
		const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
		return [{ ticks: sum(stat.slice(11, 15).map(Number)), kilobytes }, ...children.flatMap(familyOf)];
	} catch {
		// It ended while we looked.
		return [];
	}
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
