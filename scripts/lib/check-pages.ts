import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'docs/checks';

/** The list of the pages of all checks, as a file and its text, from their first lines: what each asks, its id, and what comes of it. */
export function checkPages(root: string): { path: string; text: string } {
	const pages = readdirSync(join(root, FOLDER))
		.filter((file) => file.endsWith('.md') && file !== 'README.md')
		.sort()
		.map((file) => {
			const [, asks, kind] = /^# (.+)\n\n编号 `[\w-]+` · (.+)\n/.exec(readFileSync(join(root, FOLDER, file), 'utf8')) ?? [];
			if (!asks || !kind) throw new Error(`${FOLDER}/${file} does not begin with what is asked, the id and what comes of it`);
			return { file, asks, kind };
		});
	const listed = (title: string, says: string, fits: (kind: string) => boolean) =>
		[`## ${title}`, '', says, '', ...pages.filter(({ kind }) => fits(kind)).map(({ file, asks }) => `- [${asks}](${file})`), ''].join('\n');
	return {
		path: `${FOLDER}/README.md`,
		text: [
			'# 核对什么\n',
			`每条记录公开之前和公开以后，机器问这${pages.length}个问题。\`npm run check\` 把答案都印出来。这一页由 \`npm run generate\` 写成，不用手改。\n`,
			listed('要改', '本站自己的差错。改好才能公开。', (kind) => kind === '要改'),
			listed(
				'不符合规定',
				'记录里写的事不符合规定。照样公开，旁边写明应当怎样、实际怎样、依据和算式；依据没有核实的，只是提示。[每条规则什么时候可以这样说](../findings.md)。',
				(kind) => kind.startsWith('不符合规定'),
			),
			listed('提示', '只是提醒，不说谁做错了。', (kind) => kind === '提示'),
		].join('\n'),
	};
}
