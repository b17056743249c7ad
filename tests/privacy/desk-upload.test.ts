import { describe, expect, test } from 'vitest';
import { hintsInUpload, storable } from '../../cms/server/uploads.ts';
import { see } from '../../src/privacy/attachments/see.ts';
import { docx, photo, plainPdf, xlsx } from './files.ts';

const buffer = async (bytes: Uint8Array | Promise<Uint8Array>) => Buffer.from(await bytes);
const list = xlsx([
	{
		name: '收支',
		rows: [
			['项目', '金额'],
			['月租', 150],
		],
	},
	{
		name: '名册',
		state: 'hidden',
		rows: [
			['业主', '13800138000'],
			['业主', '13900139000'],
		],
	},
]);

describe('At the desk', () => {
	test('a clean document is stored as it is', async () => {
		const bytes = await buffer(plainPdf('Minutes of April'));
		expect(await storable('uploads/ceshiyuan/2026/a.pdf', bytes)).toBe(bytes);
	});
	test('a list of owners on a hidden sheet is not, and the editor is told where it is', async () => {
		await expect(storable('uploads/ceshiyuan/2026/a.xlsx', await buffer(list))).rejects.toMatchObject({
			status: 422,
			message: expect.stringMatching(/“a\.xlsx”没有上传：隐藏的工作表“名册”里面像是有手机号：“138…00”。（这样的一共2处）/),
		});
	});
	test('unless its record lets the texts pass', async () => {
		const bytes = await buffer(list);
		expect(await storable('uploads/ceshiyuan/2026/a.xlsx', bytes, ['13800138000', '13900139000'])).toBe(bytes);
	});
	test('a list headed by rooms and names is, and is to be asked about', async () => {
		const bytes = await buffer(
			xlsx([
				{
					name: '分摊',
					rows: [
						['房号', '业主', '应交'],
						['1', '张某某', 12],
					],
				},
			]),
		);
		expect(await storable('uploads/ceshiyuan/2026/a.xlsx', bytes)).toBe(bytes);
		expect(await hintsInUpload('uploads/ceshiyuan/2026/a.xlsx', bytes)).toEqual([
			{
				text: '房号 | 业主 | 应交',
				where: expect.stringContaining('分摊'),
				problem: '像是一份住户或个人的明细（表头：房号 | 业主 | 应交）。',
			},
		]);
	});
	test('a document with a program in it is not', async () => {
		const bytes = await buffer(docx(['正文'], { 'word/embeddings/oleObject1.bin': 'x' }));
		await expect(storable('uploads/ceshiyuan/2026/a.docx', bytes)).rejects.toThrow(/还嵌着别的文件或程序/);
	});
	test('a photograph forgets where it was taken', async () => {
		const stored = await storable('uploads/ceshiyuan/2026/a.jpg', await buffer(photo(true, 'Tel 13800138000')));
		expect(await see('a.jpg', stored)).toEqual({ kind: 'picture', data: [], unread: ['图片'] });
	});
});
