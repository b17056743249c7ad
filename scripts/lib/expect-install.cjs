/**
 * Loaded before each command (package.json), in words that any Node understands: what is wrong with how the project was installed is said in
 * one line, before an older Node stumbles over TypeScript and node:sqlite, or a tool over the name of a folder.
 */
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const project = join(__dirname, '../..');

/**
 * Signs that the tools cannot bear in the name of a folder: the first two stand for something else in an address, the next four in what they
 * write as code or look for as a pattern, the colon divides the folders in which a shell looks for programs.
 */
const sign = /[#?'"*\\:]|\p{Cc}/u.exec(project)?.[0];
if (sign)
	end(
		`公开栏的程序放在 ${JSON.stringify(project)}，路径里的 ${JSON.stringify(sign)} 会让构建网页的工具出错。请把程序移到路径里没有 # ? ' " * \\ : 的文件夹；公开栏的内容（--board）放在哪里都行。`,
	);

if (!existsSync(join(project, 'node_modules/zod'))) end(`公开栏要用的程序库还没有装。请先在 ${project} 里运行 npm ci。`);

// Node comes as a dependency of ours, by an install script.
const [major, minor] = process.versions.node.split('.').map(Number);
const isEnough = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
if (!isEnough && existsSync(join(project, 'node_modules/.bin/node')))
	end(`正在用的 Node 是 ${process.versions.node}，太旧了。请用 npm start、npm test 这样的写法运行：它们用的是随 npm ci 装好的 Node 24。`);
if (!isEnough)
	end(
		`正在用的 Node 是 ${process.versions.node}，公开栏要 22.18 以上。合用的 Node 24 本来随 npm ci 装好，这次没有：多半是设了 ignore-scripts，或省去了开发依赖。请运行 npm ci --include=dev --ignore-scripts=false。`,
	);

/** @param {string} line */
function end(line) {
	console.error(line);
	process.exit(2);
}
