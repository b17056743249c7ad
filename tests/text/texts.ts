import fc from 'fast-check';

/** Texts as people write them, and worse: marks in every place, masked names, sums, tables of unequal rows, lines that were broken. */

const words = ['会议', '同意', '电梯', '要', '和', '第', '于', '3栋', '业主', 'ABC', 'plain words', '2026', '85.2%', '120.00元', '¥30'];
const stops = ['：', '，', '。', '、', '；', '（', '）', '《', '》', '“', '”', '!', '-', '—', ' ', '　', '/', '.', ')', '('];
const masked = [
	'张*三',
	'李*四',
	'张**',
	'王**',
	'李**',
	'3栋**室',
	'138****5678',
	'60*150元/月',
	'3*4*5',
	'2**3',
	'示例**公司',
	'桂香路**号',
	'第**条',
	'尾号**12',
];
const marks = [
	'*',
	'**',
	'**',
	'***',
	'**标签：**',
	'**全体**',
	'\\*',
	'\\',
	'_',
	'~~',
	'`',
	'#',
	'>',
	'+',
	'<b>',
	'&amp;',
	'&nbsp;',
	'[',
	']',
];
const links = [
	'[账](/ledgers/a/)',
	'[**账**](/a/)',
	'[网](https://example.org/?a=1&b=2)',
	'[坏](javascript:x)',
	'![图](/uploads/a/2026/x.png)',
];
const pieces = fc.constantFrom(...words, ...words, ...stops, ...masked, ...marks, ...links, '<br>');
const soup = fc.array(pieces, { minLength: 1, maxLength: 9 }).map((all) => all.join(''));

const before = [
	'',
	'',
	'',
	'',
	'　　',
	'    ',
	'- ',
	'* ',
	'  - ',
	'1. ',
	'3. ',
	'7. ',
	'10. ',
	'+ ',
	'> ',
	'# ',
	'### ',
	'#',
	'-',
	'1.',
	'1) ',
	'一、',
	'（一）',
	'1.1 ',
	'①',
	'第三条 ',
];
const line = fc.tuple(fc.constantFrom(...before), soup).map(([start, rest]) => start + rest);
const piped = fc.array(fc.oneof(soup, fc.constant('|')), { minLength: 2, maxLength: 5 }).map((all) => all.join(''));

/** A sentence that a program broke into lines of one length. */
const broken = fc
	.tuple(
		fc.integer({ min: 3, max: 20 }),
		fc.array(fc.constantFrom('会议讨论了电梯维修', '全体委员一致同意', '，', '。', '张*三', '和'), { minLength: 4, maxLength: 12 }),
	)
	.map(([width, parts]) =>
		parts
			.join('')
			.match(new RegExp(`.{1,${width}}`, 'gu'))!
			.join('\n'),
	);

const cell = fc.oneof(
	fc.constantFrom('', '甲', '4321.00', '85.2%', '-12.00元', '张*三', '甲<br>乙', '**合计**', 'a\\|b', '2026-03-10'),
	soup,
);
const row = (least: number, most: number) => fc.array(cell, { minLength: least, maxLength: most });
const stroked = fc.tuple(row(2, 4), fc.array(row(1, 5), { maxLength: 4 }), fc.boolean()).map(([head, rows, hasEdge]) => {
	const said = (cells: readonly string[]) => (hasEdge ? `| ${cells.join(' | ')} |` : `${cells.join(' | ')} | `.trimStart());
	return [said(head), said(head.map((_, i) => ['---', ':-:', '---:', ':---'][i]!)), ...rows.map(said)].join('\n');
});
const tabbed = fc
	.integer({ min: 2, max: 4 })
	.chain((width) =>
		fc.array(fc.array(fc.constantFrom('甲', '张*三', '12.00', '3*4*5', '**乙**', '丙<br>丁', ''), { minLength: width, maxLength: width }), {
			minLength: 2,
			maxLength: 5,
		}),
	)
	.map((rows) => rows.map((cells) => `行${cells.join('\t')}`).join('\n'));
const list = fc
	.array(fc.tuple(fc.constantFrom('1. ', '2. ', '3. ', '7. '), soup), { minLength: 2, maxLength: 5 })
	.map((items) => items.map(([number, rest]) => `${number}甲${rest}`).join('\n'));

const block = fc.oneof(line, line, line, piped, broken, stroked, tabbed, list);

export const texts: fc.Arbitrary<string> = fc
	.array(fc.tuple(block, fc.constantFrom('\n', '\n', '\n\n')), { minLength: 1, maxLength: 6 })
	.map((blocks) =>
		blocks
			.map(([text, end]) => text + end)
			.join('')
			.trim(),
	);
