/** Honest neighbours of the hostile pushes, which are let in. In this order: those that set the clock forward come last. */
import { docx } from '../../privacy/files.ts';
import { NUMBER, notice, RULES } from '../board.ts';
import { EDITOR, seconds } from '../commits.ts';
import { bySide, edited, gbk, inBody, onTheWay, type Push, passing, raw, saying } from './making.ts';

const FINE = /已收下/;
/** Their honest neighbours, which are let in. */
export const honest: readonly Push[] = [
	['a commit without a change', FINE, (gate) => gate.commit('什么也没改')],
	['a new record', FINE, onTheWay({}, '正文。')],
	['a merge whose side is fine', FINE, bySide((gate) => edited(gate, '旁边的修改'))],
	[
		'an octopus whose sides are fine',
		FINE,
		(gate) => {
			for (const side of ['one', 'two']) {
				gate.git(['checkout', '--quiet', '-B', side, 'main']);
				const { file, text } = notice(`octopus-${side}`);
				gate.write(file, text);
				gate.commit(side);
			}
			gate.git(['checkout', '--quiet', 'main']);
			gate.git(['merge', '--quiet', '--no-ff', '-m', '合入', 'one', 'two']);
		},
	],
	[
		'three commits, each fine',
		FINE,
		(gate) => {
			for (const word of ['一', '二', '三']) edited(gate, `第${word}次修改`);
		},
	],
	['a room on the way that is gone', FINE, inBody('3号楼2单元502室漏水。')],
	['a private person named on the way', FINE, inBody('业主谭小雨女士来过。')],
	[
		'a number that is let pass, before and after an edit',
		FINE,
		(gate) => {
			const allowed = [{ text: NUMBER, who: '管账委员', why: '付款凭证的流水号', until: '2027-04-01' }];
			for (const body of [`凭证${NUMBER}。`, `付款凭证${NUMBER}。`]) {
				const { file, text } = notice('voucher', { allowed }, body);
				gate.write(file, text);
				gate.commit('凭证');
			}
		},
	],
	['a side of another shape without a number', FINE, bySide(passing({ 'documents/ceshiyuan/odd.md': '---\nkind: [\n---\n写了一半\n' }))],
	['an upload added and taken away', FINE, passing({ 'uploads/ceshiyuan/2026/fine.txt': '停车办法全文。\n' })],
	['a document of Word on the way', FINE, passing({ 'uploads/ceshiyuan/2026/fine.docx': docx(['停车办法全文。']) })],
	['a message that tells of a review in its text', FINE, saying('按 Reviewed-by 一栏的意见修改')],
	['a line that is quoted', FINE, saying('更新\n\n> Reviewed-by: 某某')],
	[
		'a line of another kind',
		FINE,
		saying('更新\n\nCo-authored-by: 同事 <colleague@board.example>\nSigned-off-by: 编辑 <editor@board.example>'),
	],
	[
		'a revert, with the id of a commit full of digits',
		FINE,
		saying('Revert "更新"\n\nThis reverts commit 3f2a13912345678b0c1d2e3f4a5b6c7d8e9f0a1b.'),
	],
	['amounts, days and floors in a message', FINE, saying('2026-03-10的账：12800.00元，第3号楼，共113条')],
	[
		'an office line in a message',
		FINE,
		(gate) => {
			const settings = { ...JSON.parse(gate.text('settings.json')), phone: '0571-85270000' };
			gate.write('settings.json', `${JSON.stringify(settings, null, 2)}\n`);
			gate.commit('办公电话改为 0571-85270000');
		},
	],
	['a permit in a message', FINE, saying('登施工许可证330106202503170101')],
	['a message in GBK that says so', FINE, raw({ head: 'encoding GBK\n', message: gbk('b8fcd0c2', '') })],
	[
		'a signature and other heads',
		FINE,
		raw({
			head: 'gpgsig -----BEGIN SSH SIGNATURE-----\n U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgn139123456780001\n -----END SSH SIGNATURE-----\nHG:extra branch:x\n',
		}),
	],
	['an author whose name holds the board’s', FINE, saying('更新', { GIT_AUTHOR_NAME: '金桂苑公开栏管理员' })],
	[
		'a mode that changes',
		FINE,
		(gate) => {
			gate.git(['update-index', '--chmod=+x', RULES]);
			gate.git(['commit', '--quiet', '-m', '改权限']);
		},
	],
	[
		'a record that is withdrawn',
		FINE,
		(gate) => {
			gate.change(RULES, (text) => text.replace('---\n', '---\nwithdrawn:\n  on: 2026-04-13\n  why: 重复\n'));
			gate.commit('撤回');
		},
	],
	[
		'main by its short name, with other remotes set',
		FINE,
		(gate) => {
			gate.git(['remote', 'add', 'backup', gate.board.record]);
			edited(gate, '从别的名字推送');
			return ['HEAD:main'];
		},
	],
	['a clock four minutes ahead', FINE, raw(() => ({ committer: EDITOR(seconds() + 240) }))],
	['the same second as the tip', FINE, raw((gate) => ({ committer: EDITOR(Number(gate.git(['log', '-1', '--format=%ct']))) }))],
	['a text written years ago', FINE, raw(() => ({ author: EDITOR(1_300_000_000), committer: EDITOR(seconds() + 240) }))],
];
