import type { Noted } from '../../cms/server/audit.ts';
import { troubleLine, troubleOf } from './machine.ts';
import { ourName } from './owner.ts';
import { MAIN, type Wish } from './wishes.ts';

/** What is noted of every push: who ran it, from where, and the commits. */
export function pushedBy(wishes: readonly Wish[]): Partial<Noted> {
	const wish = wishes.find(({ ref }) => ref === MAIN) ?? wishes[0];
	const [address] = (process.env.SSH_CONNECTION ?? '').split(' ');
	return { user: ourName(), ...(address ? { address } : {}), from: wish?.from, commit: wish?.to };
}

/** What keeps the audit file from being written, with its cure; with its path for those who see paths. */
export function causeOf(error: unknown, withPath = true): string {
	const trouble = troubleOf(error);
	if (!trouble) return `请管理员来看：${error instanceof Error ? error.message : error}`;
	const { path, ...told } = trouble;
	return troubleLine(withPath && path ? { ...told, path } : told);
}
