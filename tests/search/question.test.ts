import { describe, expect, test } from 'vitest';
import { addressOf, onThisBoard, questionIn, shardsToAsk } from '../../src/search/question.ts';

const shards = (communities: number) => ['site', ...Array.from({ length: communities }, (_, i) => `c${i}`)].map((id) => ({ id, name: id }));
const ids = (found: { id: string }[]) => found.map(({ id }) => id);

describe('A question', () => {
	test.for(['?q=%E7%BB%B4%E4%BF%AE', '?q=a&community=c1&collection=meetings&year=2026&sort=new&page=3', ''])(
		'of %s comes back as its address',
		(query) => {
			const question = questionIn(query);
			expect(questionIn(new URL(addressOf(question), 'http://x').search)).toEqual(question);
		},
	);
	test('leaves what is not asked out of its address', () => {
		expect(addressOf(questionIn('?q=%E7%BB%B4&community=&sort=best&page=1'))).toBe('/search/?q=%E7%BB%B4');
	});
	test.for(['0', '-3', 'x', ''])('for page %s is for the first page', (page) => {
		expect(questionIn(`?q=a&page=${page}`).page).toBe(1);
	});
	test('forgets a community that the board does not have', () => {
		const asked = (community: string) => onThisBoard(questionIn(`?q=a&community=${community}`), shards(3)).community;
		expect([asked('c1'), asked('gone'), asked('site')]).toEqual(['c1', '', '']);
	});
});

describe('The shards asked', () => {
	test('without a community are all, up to ten', () => {
		expect(shardsToAsk(shards(9), '')).toHaveLength(10);
	});
	test('without a community are the whole board’s own where there are more than ten', () => {
		expect(ids(shardsToAsk(shards(10), ''))).toEqual(['site']);
	});
	test('with a community are its own and the whole board’s', () => {
		expect(ids(shardsToAsk(shards(300), 'c7'))).toEqual(['site', 'c7']);
	});
});
