/** Numbers that are in the history and not at its tip. */
import { docx, xlsx } from '../../privacy/files.ts';
import { MINUTES, NUMBER, notice } from '../board.ts';
import { commitOf, treeWith } from '../commits.ts';
import { bySide, edited, inBody, onTheWay, type Push, passing, to } from './making.ts';

const IDENTITY = '11010519491231002X';

const TOLD = /有 \d+ 个提交要改（个人的号码[^\n]*\n\n【提交 \w{7}/;
export const numbers: readonly Push[] = [
	['a mobile number in a text, taken out by the next commit', TOLD, inBody(`报名请打${NUMBER}。`)],
	['the number of an identity card', TOLD, inBody(`证件${IDENTITY}。`)],
	['a bank card', TOLD, inBody('卡号6228480321564778116。')],
	['a number plate', TOLD, inBody('车牌浙A12345。')],
	['a name in WeChat', TOLD, inBody('加微信 wxid_abc12345 进群。')],
	['a passport', TOLD, inBody('护照 E12345678。')],
	['digits of full width', TOLD, inBody('请打１３９１２３４５６７８。')],
	['digits with blanks between', TOLD, inBody('请打1 3 9 1 2 3 4 5 6 7 8。')],
	['digits with signs nobody sees between', /手机号/, inBody('请打139\u200b1234\u200b5678。')],
	['digits in Chinese', TOLD, inBody('请打一三九一二三四五六七八。')],
	['a private fixed line', /固定电话/, inBody('请打0571-86661234。')],
	['a number in a field', /way\.md → title：里面像是有手机号/, onTheWay({ title: `找${NUMBER}` }, '正文。')],
	['a number in the cells of a table', TOLD, inBody(`\n\n| 姓名 | 电话 |\n|---|---|\n| 某某 | ${NUMBER} |\n`)],
	[
		'a number in the reason of an allowance',
		TOLD,
		onTheWay({ allowed: [{ text: '正文', who: '某某', why: NUMBER, until: '2027-01-01' }] }, '正文。'),
	],
	['a number in the name of a file', /documents\/ceshiyuan\/×/, passing({ [`documents/ceshiyuan/${NUMBER}.md`]: notice('x').text })],
	['a file that is added and deleted again', TOLD, passing({ 'documents/ceshiyuan/gone.md': notice('gone', {}, `请打${NUMBER}。`).text })],
	[
		'a file that is renamed with its number gone',
		TOLD,
		onTheWay({}, `请打${NUMBER}。`, (gate) => {
			gate.remove(notice('way').file);
			gate.write(notice('other').file, notice('other').text);
		}),
	],
	[
		'a commit that is reverted',
		TOLD,
		(gate) => {
			const { file, text } = notice('way', {}, `请打${NUMBER}。`);
			gate.write(file, text);
			gate.commit('第一稿');
			gate.git(['revert', '--no-edit', 'HEAD']);
		},
	],
	[
		'a change of mode beside the number',
		TOLD,
		(gate) => {
			onTheWay({}, `请打${NUMBER}。`)(gate);
			gate.git(['update-index', '--chmod=+x', notice('way').file]);
			gate.git(['commit', '--quiet', '-m', '改权限']);
		},
	],
	[
		'a published record with a number, and as it was again',
		TOLD,
		(gate) => {
			const before = gate.text(MINUTES);
			gate.change(MINUTES, (text) => text.replace('逐项说过', `逐项说过，请打${NUMBER}`));
			gate.commit('加电话');
			gate.write(MINUTES, before);
			gate.commit('还是不加');
		},
	],
	[
		'a number in the third of five commits',
		/“第三”】\n.*手机号/,
		(gate) => {
			for (const name of ['第一', '第二', '第三', '第四', '第五']) {
				const { file, text } = notice('way', {}, name === '第三' ? `请打${NUMBER}。` : `${name}稿。`);
				gate.write(file, text);
				gate.commit(name);
			}
		},
	],
	['a list in an upload on the way', /a\.csv：.*手机号/, passing({ 'uploads/ceshiyuan/2026/a.csv': `姓名,电话\n某某,${NUMBER}\n` })],
	['a document of Word on the way', /a\.docx：.*手机号/, passing({ 'uploads/ceshiyuan/2026/a.docx': docx([`请打${NUMBER}`]) })],
	[
		'a sheet on the way',
		/a\.xlsx：.*手机号/,
		passing({ 'uploads/ceshiyuan/2026/a.xlsx': xlsx([{ name: '一', rows: [['电话', NUMBER]] }]) }),
	],
	[
		'an upload that is exchanged under its name',
		TOLD,
		(gate) => {
			gate.write('uploads/ceshiyuan/2026/b.txt', `请打${NUMBER}\n`);
			gate.commit('一');
			gate.write('uploads/ceshiyuan/2026/b.txt', '请打办公电话\n');
			gate.commit('二');
		},
	],
	['an upload on the way that nobody can open', /没法核对/, passing({ 'uploads/ceshiyuan/2026/c.docx': 'PK\u0003\u0004 no archive' })],
	['a number only on the side of a merge', TOLD, bySide(onTheWay({}, `请打${NUMBER}。`))],
	[
		'a side whose tree was never taken',
		TOLD,
		bySide((gate) => {
			const { file, text } = notice('never', {}, `请打${NUMBER}。`);
			gate.write(file, text);
			gate.commit('旁边');
		}, '--strategy=ours'),
	],
	[
		'a side of another shape with a number in it',
		TOLD,
		bySide(passing({ 'documents/ceshiyuan/odd.md': `---\nkind: [\n---\n请打${NUMBER}\n` })),
	],
	[
		'a side in GBK',
		TOLD,
		bySide(passing({ 'documents/ceshiyuan/gbk.md': Buffer.concat([Buffer.from('b5e7bbb0', 'hex'), Buffer.from(NUMBER)]) })),
	],
	[
		'the second side of an octopus',
		TOLD,
		(gate) => {
			for (const side of ['one', 'two']) {
				gate.git(['checkout', '--quiet', '-B', side, 'main']);
				onTheWay({}, side === 'two' ? `请打${NUMBER}。` : '正文。', (g) => g.remove(notice('way').file))(gate);
			}
			gate.git(['checkout', '--quiet', 'main']);
			gate.git(['merge', '--quiet', '--no-ff', '-m', '合入', 'one', 'two']);
		},
	],
	[
		'a merge in a merge',
		TOLD,
		(gate) => {
			gate.git(['checkout', '--quiet', '-B', 'deep']);
			onTheWay({}, `请打${NUMBER}。`)(gate);
			gate.git(['checkout', '--quiet', '-B', 'middle', 'main']);
			gate.git(['merge', '--quiet', '--no-ff', '-m', '里层', 'deep']);
			gate.git(['checkout', '--quiet', 'main']);
			gate.git(['merge', '--quiet', '--no-ff', '-m', '外层', 'middle']);
		},
	],
	[
		'a number that only the merge itself writes',
		TOLD,
		(gate) => {
			bySide((g) => edited(g, '旁边'))(gate);
			const { file, text } = notice('evil', {}, `请打${NUMBER}。`);
			gate.write(file, text);
			gate.commit('合入', {}, '--amend');
			gate.remove(file);
			gate.commit('拿掉');
		},
	],
	[
		'a history of its own, merged in',
		TOLD,
		(gate) => {
			const tree = treeWith(gate, [{ name: 'settings.json', bytes: gate.text('settings.json') }], '');
			const documents = treeWith(gate, [{ name: 'odd.md', bytes: `---\ntitle: 请打${NUMBER}\n---\n` }], '');
			const root = commitOf(gate, {
				tree: treeWith(
					gate,
					[{ mode: '040000', name: 'documents', id: treeWith(gate, [{ mode: '040000', name: 'ceshiyuan', id: documents }], '') }],
					tree,
				),
				parents: [],
			});
			return to(commitOf(gate, { parents: [gate.git(['rev-parse', 'HEAD']), root], message: '合入' }));
		},
	],
];
