/** What is private in messages and names. */
import { NUMBER } from '../board.ts';
import { bySide, edited, gbk, type Push, raw, saying } from './making.ts';

const IDENTITY = '11010519491231002X';

const MESSAGE = /有 \d+ 个提交要改（提交说明/;
export const messages: readonly Push[] = [
	['a number in the subject', /“请打×+”】\n.*说明里写着：里面像是有手机号/, saying(`请打${NUMBER}`)],
	['a number in the body', MESSAGE, saying(`更新\n\n详情请打${NUMBER}`)],
	['a number in the last line', MESSAGE, saying(`更新\n\nTested-by: 某某 ${NUMBER}`)],
	['an identity card', MESSAGE, saying(`核对${IDENTITY}`)],
	['digits of full width', MESSAGE, saying('请打１３９１２３４５６７８')],
	['digits with signs nobody sees', MESSAGE, saying('请打139\u200b1234\u200b5678')],
	['a name in WeChat', MESSAGE, saying('加微信 wxid_abc12345')],
	['a private fixed line', MESSAGE, saying('请打0571-86661234')],
	['a room', /像是有住户的房号/, saying('3号楼2单元502室的业主反映漏水')],
	['what is said of somebody', /某个人的病/, saying('低保户罗望川患尿毒症')],
	['a number behind a NUL', /./, raw({ message: `更新\n\0请打${NUMBER}` })],
	['NULs between the digits', /./, raw({ message: `请打${NUMBER.split('').join('\0')}` })],
	['bytes that are no UTF-8', MESSAGE, raw({ message: gbk('fffe', NUMBER) })],
	['bytes of GBK under their name', MESSAGE, raw({ head: 'encoding GBK\n', message: gbk('b5e7bbb0', NUMBER) })],
	[
		'digits of full width in GBK',
		MESSAGE,
		raw({ head: 'encoding GB18030\n', message: Buffer.from('a3b1a3b3a3b9a3b1a3b2a3b3a3b4a3b5a3b6a3b7a3b8', 'hex') }),
	],
	['the same in GBK that is not named', MESSAGE, raw({ message: Buffer.from('a3b1a3b3a3b9a3b1a3b2a3b3a3b4a3b5a3b6a3b7a3b8', 'hex') })],
	['an encoding nobody knows', MESSAGE, raw({ head: 'encoding klingon\n', message: `请打${NUMBER}` })],
	['UTF-16', /./, raw({ head: 'encoding UTF-16LE\n', message: Buffer.from(`请打${NUMBER}`, 'utf16le') })],
	['carriage returns', MESSAGE, raw({ message: `更新\r\r请打${NUMBER}\r` })],
	['a head of its own', MESSAGE, raw({ head: `x-phone ${NUMBER}\n` })],
	[
		'the comment of a signature',
		MESSAGE,
		raw({
			head: `gpgsig -----BEGIN PGP SIGNATURE-----\n Comment: 电话${NUMBER}\n \n iQIzBAABCAAdFiEEaaaaaaaaaaaaaaaa\n -----END PGP SIGNATURE-----\n`,
		}),
	],
	[
		'a tag in the head of a merge',
		MESSAGE,
		raw({
			head: `mergetag object 0000000000000000000000000000000000000001\n type commit\n tag v1\n tagger x <x@x.example> 1 +0000\n \n 请打${NUMBER}\n`,
		}),
	],
	['a message of a megabyte', /提交说明太长/, raw({ message: `更新\n\n${'长'.repeat(350_000)}${NUMBER}` })],
	[
		'a commit in the middle',
		/“请打×+”】/,
		(gate) => {
			edited(gate, '前');
			edited(gate, `请打${NUMBER}`);
			edited(gate, '最后一稿');
		},
	],
	['an empty commit on a side', MESSAGE, bySide((gate) => void gate.git(['commit', '--quiet', '--allow-empty', '-m', `请打${NUMBER}`]))],
	[
		'a message that looks like the list of a log',
		MESSAGE,
		raw({ message: `更新\n\x02${'0'.repeat(40)}\n:000000 100644 ${'0'.repeat(40)} ${'1'.repeat(40)} A\tx\n请打${NUMBER}` }),
	],
	['a number beside the id of a commit', MESSAGE, saying(`This reverts commit 3f2a0c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f6a7b.\n电话${NUMBER}`)],
	['a number as the author', /（作者或提交人/, saying('更新', { GIT_AUTHOR_NAME: `张 ${NUMBER}` })],
	['a number as the committer', /（作者或提交人/, saying('更新', { GIT_COMMITTER_NAME: NUMBER })],
	['a number as the mailbox of the author', /（作者或提交人/, saying('更新', { GIT_AUTHOR_EMAIL: `${NUMBER}@mail.example` })],
];
