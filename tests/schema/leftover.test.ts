import { expect, test } from 'vitest';
import { isLeftover } from '../../src/schema/leftover.ts';
import { placeOf } from '../../src/schema/place.ts';

/** What Windows, macOS, Linux, offices, editors, git and network storage leave behind. */
export const leftovers = [
	'Thumbs.db',
	'thumbs.db',
	'ehthumbs_vista.db',
	'desktop.ini',
	'Desktop.ini',
	'$RECYCLE.BIN',
	'System Volume Information',
	'.DS_Store',
	'._2026-03-10-joint.md',
	'Icon\r',
	'__MACOSX',
	'.Spotlight-V100',
	'.Trash-1000',
	'.directory',
	'lost+found',
	'@eaDir',
	'~$x.md',
	'~$纪要.docx',
	'~WRD0000.tmp',
	'.~lock.x.docx#',
	'2026-03-10-joint.md~',
	'.2026-03-10-joint.md.swp',
	'2026-03-10-joint.md.swo',
	'#2026-03-10-joint.md#',
	'.#2026-03-10-joint.md',
	'upload.tmp',
	'.gitkeep',
	'.gitignore',
	'.gitattributes',
	'.idea',
];

test.each(leftovers)('R8: %j is no record wherever it lies, and whoever put it there is told to delete it', (name) => {
	expect(isLeftover(name)).toBe(true);
	for (const file of [name, `meetings/ceshiyuan/${name}`, `uploads/ceshiyuan/2026/${name}`, `${name}/2026-03-10-joint.md`]) {
		const said = placeOf(file);
		expect(said, file).toMatchObject({ check: 'place', kind: 'slip', file });
		if (!('fix' in said)) continue;
		expect(said.problem).toMatch(/自己留下的文件/);
		expect(said.fix).toMatch(/^删掉它：git rm .*git commit --amend[\s\S]*\.git\/info\/exclude$/);
		expect(said.problem + said.fix).not.toMatch(/改名|\p{Cc}/u);
	}
});

test.each([
	'2026-03-10-joint.md',
	'Thumbs.md',
	'desktop.json',
	'icon.png',
	'git-notes.md',
	'tmp.md',
	'swp.pdf',
	'a..b.pdf',
	'会议.docx',
	'..',
])('%j is somebody’s own, and is read or refused as before', (name) => {
	expect(isLeftover(name)).toBe(false);
});
