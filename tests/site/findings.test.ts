import { expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/files.ts';
import { recordUrl } from '../../src/publish/addresses.ts';
import { recordFiles } from '../../src/publish/files.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { filesOf, read, urlOf } from './pages.ts';

const { entries, findings } = checkFiles(recordFiles('content'), undefined, (settings) => settings!.asOf!);
const byFile = new Map(entries.map((entry) => [entry.file, entry]));

/** What `check` says of the sample board: each breach with the address of its record, as a page would show it. */
const breaches = findings
	.filter(({ kind }) => kind === 'breach')
	.map((finding) => ({ url: recordUrl(byFile.get(finding.file)!.id), ...shown(finding) }));
const communities = entries.filter(({ collection }) => collection === 'communities').map(({ slug }) => slug);

interface Shown {
	settled: boolean;
	expected: string;
	actual: string;
	law: string;
}

function shown({ judged, law }: Finding): Shown {
	const { settledOn, expected, actual } = judged!;
	return { settled: settledOn !== undefined, expected: plain(expected), actual: plain(actual), law: plain(law!) };
}

/** What a page lists, with the address of the record where it says so. */
function listedOn(page: string): (Shown & { url?: string })[] {
	return [...read(page).matchAll(/<article class="find[ "].*?<\/article>/gs)].map(([html]) => {
		const said = (word: string) => new RegExp(`<dt>${word}</dt><dd>(.*?)</dd>`, 's').exec(html.replace(/>\s+</g, '><'))?.[1] ?? '';
		// What a community should have published stands on its page of duties.
		const url = /href="([^"#]*)/.exec(said('在哪'))?.[1]?.replace('/duties/', '/communities/');
		return {
			...(url ? { url } : {}),
			settled: html.includes('已解决'),
			expected: plain(said('应当')),
			actual: plain(said('实际')),
			law: /依据：(.*?)。/s.exec(plain(html))?.[1] ?? '',
		};
	});
}

/** What a reader sees of some HTML, in one line. */
function plain(html: string): string {
	const seen = html.replace(/<[^>]*>/g, '');
	return Object.entries({ '&#39;': "'", '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' })
		.reduce((text, [code, sign]) => text.replaceAll(code, sign), seen)
		.trim();
}

const sorted = <T>(some: readonly T[]): string[] => some.map((each) => JSON.stringify(each, Object.keys(each as object).sort())).sort();
/** The community a record's address belongs to, its own record included. */
const isOf =
	(community: string) =>
	({ url }: { url: string }) =>
		url.includes(`/${community}/`);

test('the sample has breaches, some of them made good and some of them answered', () => {
	expect(breaches.length).toBeGreaterThan(3);
	expect(breaches.some(({ settled }) => settled)).toBe(true);
	expect(breaches.some(({ settled }) => !settled)).toBe(true);
	expect(filesOf('.html').some((page) => page.startsWith('/meetings/') && /<dt>答复<\/dt>\s*<dd>\s*<p>/.test(read(page)))).toBe(true);
});

test('every breach that `check` names stands on its record’s page, and no other', () => {
	for (const page of filesOf('.html').filter((page) => read(page).includes('data-pagefind-body') && !page.startsWith('/communities/')))
		expect(sorted(listedOn(page)), page).toEqual(sorted(breaches.filter(({ url }) => url === urlOf(page)).map(({ url, ...rest }) => rest)));
});

test('every breach of a community stands on its page of findings, the open ones first, and no other', () => {
	for (const community of communities) {
		const listed = listedOn(`/findings/${community}/index.html`);
		expect(sorted(listed), community).toEqual(sorted(breaches.filter(isOf(community))));
		expect(listed.map(({ settled }) => settled)).toEqual(listed.map(({ settled }) => settled).sort());
	}
});

test('every breach of the board stands on /findings/, and how many of each community', () => {
	expect(sorted(listedOn('/findings/index.html'))).toEqual(sorted(breaches));
	const html = plain(read('/findings/index.html'));
	expect(html).toContain(`未解决${breaches.filter(({ settled }) => !settled).length}条`);
});

test('a community’s board names what is open in its records and leads to the rest', () => {
	for (const community of communities) {
		const html = read(`/communities/${community}/index.html`);
		const own = breaches.filter(isOf(community));
		if (own.length > 0) expect(html, community).toContain(`href="/findings/${community}/"`);
		const [latest] = listedOn(`/findings/${community}/index.html`).filter(
			({ url, settled }) => !settled && url !== `/communities/${community}/`,
		);
		if (latest) expect(plain(html), community).toContain(latest.actual);
	}
});

test('the table of a community’s findings has a line of each', () => {
	for (const community of communities) {
		const [, ...lines] = read(`/data/findings/${community}.csv`).trim().split('\r\n');
		expect(lines.length, community).toBe(breaches.filter(isOf(community)).length);
	}
});

test('a note accuses nobody: it is no finding on any page', () => {
	const notes = findings.filter(({ kind, judged }) => kind === 'note' && judged);
	expect(notes.length).toBeGreaterThan(0);
	for (const page of ['/findings/index.html', ...communities.map((id) => `/findings/${id}/index.html`)])
		for (const { judged } of notes)
			expect(listedOn(page).map(({ expected, actual }) => [expected, actual])).not.toContainEqual([judged!.expected, judged!.actual]);
});
