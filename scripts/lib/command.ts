import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { copyEnvironment } from './environment.ts';
import { whatWentWrong } from './machine.ts';

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: Options }>>['values'];

/** One run that cannot go on: what is wrong and what to do, to be shown without a stack. */
export class CouldNotRun extends Error {}

/**
 * Runs a command: `--help` prints its help; an unknown option, a `CouldNotRun` or what the machine refuses ends it with 2.
 * `run` answers the exit code: 0 fine, 1 something to mend, 2 could not run. With `words`, it is also given what is no option.
 */
export async function command<const Options extends ParseArgsOptionsConfig>(
	help: string,
	options: Options,
	run: (values: Values<Options>, words: string[]) => Promise<number> | number,
	{ words = false }: { words?: boolean } = {},
): Promise<void> {
	copyEnvironment();
	try {
		const all: ParseArgsOptionsConfig = { ...options, help: { type: 'boolean', short: 'h' } };
		const { values, positionals } = parseArgs({ options: all, allowPositionals: words });
		if (values.help) console.log(help.trim());
		else process.exitCode = await run(values as Values<Options>, positionals);
	} catch (error) {
		process.exitCode = 2;
		console.error(sayWhy(error));
	}
}

function sayWhy(error: unknown): string {
	if (error instanceof CouldNotRun) return error.message;
	if (error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'))
		return `${error.message}\n--help`;
	return whatWentWrong(error);
}
