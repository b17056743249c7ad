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
});

test('Simplified characters, digits and letters stay as they are', () => {
	expect(fold('电梯维修资金 12,800元 WiFi')).toBe('电梯维修资金 12,800元 WiFi');
});

test('A folded character folds to itself, so that the index and the query meet', () => {
	expect(fold(fold(traditional))).toBe(fold(traditional));
});
