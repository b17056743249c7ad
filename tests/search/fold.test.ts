import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { foldTable, foldTableFile } from '../../scripts/generate-fold.ts';
import { fold } from '../../src/search/fold.ts';
import { traditional } from '../../src/search/fold-table.ts';

test('The table is what opencc-js says', () => {
	expect(readFileSync(foldTableFile, 'utf8'), 'The table is stale. Run `node scripts/generate-fold.ts` and commit the result.').toBe(
		foldTable(),
	);
});

test('A resident who writes Traditional characters is understood', () => {
	expect(fold('電梯維修資金的審計報告')).toBe('电梯维修资金的审计报告');
	expect(fold('書面答覆，接著瞭解衞生諮詢')).toBe('书面答复，接着了解卫生咨询');
});

test('Simplified characters, digits and letters stay as they are', () => {
	expect(fold('电梯维修资金 12,800元 WiFi')).toBe('电梯维修资金 12,800元 WiFi');
});

test('A folded character folds to itself, so that the index and the query meet', () => {
	expect(fold(fold(traditional))).toBe(fold(traditional));
});

test('Characters that make different words stay apart', () => {
	expect(fold('图像座谈计画')).toBe('图像座谈计画');
});
