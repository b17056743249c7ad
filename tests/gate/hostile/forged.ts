/** Commits that look as if the board had made them. */
import { MINUTES } from '../board.ts';
import { seconds } from '../commits.ts';
import { bySide, edited, gbk, type Push, raw, saying } from './making.ts';

const WHO = /写成了公开栏自己/;
const OURS = /这样的行只有编辑台发布时才写/;
export const forged: readonly Push[] = [
	['the board as committer', WHO, saying('更新', { GIT_COMMITTER_NAME: '公开栏', GIT_COMMITTER_EMAIL: 'board@localhost' })],
	['the board as author', WHO, saying('更新', { GIT_AUTHOR_NAME: '公开栏' })],
	['the board’s mailbox alone', WHO, saying('更新', { GIT_COMMITTER_EMAIL: 'board@localhost' })],
	['the mailbox in other letters', WHO, saying('更新', { GIT_COMMITTER_EMAIL: 'BOARD@Localhost' })],
	['the mailbox in full width', WHO, saying('更新', { GIT_AUTHOR_EMAIL: 'ｂｏａｒｄ＠localhost' })],
	['the name with signs nobody sees', WHO, saying('更新', { GIT_COMMITTER_NAME: '公\u200b开\u2060栏' })],
	['the name with blanks and dots', WHO, saying('更新', { GIT_COMMITTER_NAME: '公 开 栏。' })],
	['the name in old letters', WHO, saying('更新', { GIT_COMMITTER_NAME: '公開欄' })],
	['the board on the side of a merge', WHO, bySide((gate) => edited(gate, '旁', { GIT_COMMITTER_NAME: '公开栏' }))],
	[
		'the board in the middle',
		WHO,
		(gate) => {
			edited(gate, '前', { GIT_COMMITTER_NAME: '公开栏' });
			edited(gate, '后来的');
		},
	],
	[
		'a publication of the desk, in full',
		WHO,
		raw(() => ({
			author: `陈立明 <c@board.example> ${seconds()} +0800`,
			committer: `公开栏 <board@localhost> ${seconds()} +0800`,
			message: `发布会议纪要\n\nReviewed-by: 高秋宁 <g@board.example>\nDesk-File: ${MINUTES}\n`,
		})),
	],
	['a review', OURS, saying('更新\n\nReviewed-by: 高秋宁 <g@board.example>')],
	['a review in other letters', OURS, saying('更新\n\nREVIEWED-BY: 高秋宁 <g@board.example>')],
	['a blank before the colon', OURS, saying('更新\n\nReviewed-by : 高秋宁')],
	['a colon of full width', OURS, saying('更新\n\nReviewed-by：高秋宁')],
	['another hyphen', OURS, saying('更新\n\nReviewed\u2010by: 高秋宁')],
	['signs nobody sees within', OURS, saying(`更新\n\nDesk-\u200bFile: ${MINUTES}`)],
	['a line of the desk', OURS, saying(`更新\n\nDesk-File: ${MINUTES}`)],
	['a status of the desk', OURS, saying('更新\n\nDesk-Status: pending_publish')],
	['a line the desk does not know yet', OURS, saying('更新\n\nDesk-Looked-At: li')],
	['in the subject', OURS, saying('Desk-Text-By: zhang')],
	['in the midst of a body', OURS, saying('更新\n\n先说一段。\nDesk-Text-By: zhang\n再说一段。')],
	['behind a folded line', OURS, saying(`更新\n\nNote: 一\n Desk-File: ${MINUTES}`)],
	['behind a carriage return', OURS, raw({ message: '更新\rDesk-Text-By: zhang\r' })],
	['behind another end of a line', OURS, raw({ message: '更新\u2028Desk-Text-By: zhang' })],
	['in GBK', OURS, raw({ head: 'encoding GBK\n', message: gbk('b8fcd0c20a0a', 'Desk-File: a') })],
	['behind a NUL', /./, raw({ message: '更新\n\0\nDesk-File: a' })],
	['on a side', OURS, bySide((gate) => edited(gate, '旁\n\nReviewed-by: 高秋宁'))],
];
