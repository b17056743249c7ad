/** How the pushes of the table are made. None of the people and numbers in them are anybody's. */
import { notice, type OpenGate, RULES } from '../board.ts';
import { commitOf, type Raw } from '../commits.ts';

/** A push: what is done before it, answering a list of what is pushed (else it is `HEAD:main`); and words of the answer. */
export type Push = [name: string, says: RegExp, make: (gate: OpenGate) => unknown];

export const to = (id: string) => [`${id}:refs/heads/main`];

/** Writes a document, commits it, and takes the matter out again in a second commit. */
export const onTheWay =
	(over: object, body: string, after?: (gate: OpenGate) => void) =>
	(gate: OpenGate): void => {
		const { file, text } = notice('way', over, body);
		gate.write(file, text);
		gate.commit('第一稿');
		if (after) after(gate);
		else gate.write(file, notice('way').text);
		gate.commit('第二稿');
	};
export const inBody = (body: string): Push[2] => onTheWay({}, body);

/** Some files in a commit, gone in the next. */
export const passing =
	(files: Readonly<Record<string, string | Uint8Array>>) =>
	(gate: OpenGate): void => {
		for (const [file, bytes] of Object.entries(files)) gate.write(file, bytes as string);
		gate.commit('放上来');
		for (const file of Object.keys(files)) gate.remove(file);
		gate.commit('不要了');
	};

/** Changes the rules, as an honest edit would. */
export const edited = (gate: OpenGate, message = '更新', env: NodeJS.ProcessEnv = {}): void => {
	gate.change(RULES, (text) => `${text}\n补充：${message.length}字。\n`);
	gate.commit(message, env);
};
/** The same, and then these refs. */
export const editedThen = (gate: OpenGate, refs: readonly string[]): readonly string[] => {
	edited(gate);
	return refs;
};
export const saying =
	(message: string, env: NodeJS.ProcessEnv = {}) =>
	(gate: OpenGate): void =>
		edited(gate, message, env);
export const raw =
	(commit: Raw | ((gate: OpenGate) => Raw)): Push[2] =>
	(gate) =>
		to(commitOf(gate, typeof commit === 'function' ? commit(gate) : commit));

/** Work on a branch of its own, brought in by a merge. */
export const bySide =
	(work: (gate: OpenGate) => void, ...merge: string[]) =>
	(gate: OpenGate): void => {
		gate.git(['checkout', '--quiet', '-B', 'side']);
		work(gate);
		gate.git(['checkout', '--quiet', 'main']);
		gate.git(['merge', '--quiet', '--no-ff', '-m', '合入', ...merge, 'side']);
	};

/** Bytes that are no UTF-8, and some that are. */
export const gbk = (hex: string, ascii: string) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(ascii)]);
