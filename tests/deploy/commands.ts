import { readFileSync } from 'node:fs';

/** The command lines of a page of ours by the heading they stand under; a line that only says what to write is one too. */
export function commandsOf(text: string): Map<string, string[]> {
	const parts = text.split(/^## (.*)$/m).slice(1);
	const found = new Map<string, string[]>();
	for (let at = 0; at < parts.length; at += 2) {
		const lines = [...parts[at + 1]!.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block]) => block!.trim().split('\n'));
		if (lines.length > 0) found.set(parts[at]!, lines);
	}
	return found;
}

/** The guide for a server: its commands by heading in English, and all of them in order in Chinese. */
export function guide(): { english: Map<string, string[]>; chinese: string[] } {
	const [english = '', chinese = ''] = readFileSync('docs/hosting.md', 'utf8').split(/^(?=## 中文)/m);
	return { english: commandsOf(english), chinese: [...commandsOf(chinese).values()].flat() };
}
