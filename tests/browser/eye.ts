/** What an eye sees of a page. These functions run in the browser and lean on nothing outside themselves. */

/** The elements that reach over the right edge of a page that is wider than the screen; none where it is not. */
export function tooWide(): string[] {
	const { scrollWidth } = document.documentElement;
	if (scrollWidth <= innerWidth) return [];
	const reaching = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !isCut(e));
	const inner = reaching.filter((e) => !reaching.some((other) => other !== e && e.contains(other)));
	return inner.map(
		(e) => `${scrollWidth} px at ${innerWidth}: <${e.tagName.toLowerCase()} class="${e.className}"> ${e.textContent?.slice(0, 30)}`,
	);

	/** Within a frame of its own. */
	function isCut(element: Element): boolean {
		for (let above = element.parentElement; above && above !== document.body; above = above.parentElement)
			if (getComputedStyle(above).overflowX !== 'visible') return true;
		return false;
	}
}

/**
 * Every figure of the text that stands on more than one line: a number with its sign and its unit, a day, a telephone number. It is read
 * from the text that a block shows, whatever elements it is made of.
 */
export function brokenFigures(): string[] {
	const FIGURE =
		/\d{1,4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{3,4}-\d{7,8}|\d{4}-\d\d-\d\d|[＋－−]?[￥¥]?\d(?:[\d,.:]*\d)?(?: ?(?:[%％‰㎡℃元件人户张票栋台部处次项个名家天日年月时分万亿米吨层套份席届位]|平方米|[万亿]元|小时|分钟))?/g;
	const broken: string[] = [];
	const range = document.createRange();
	for (const set of document.querySelectorAll('span.nw'))
		if (set.parentElement!.childNodes.length > 1 && getComputedStyle(set).display !== 'inline')
			broken.push(`${innerWidth}: ${set.textContent} stands apart from its line in <${set.parentElement!.className}>`);
	for (const { text, nodes } of runs()) {
		for (const match of text.matchAll(FIGURE)) {
			const before = text[match.index - 1] ?? '';
			const after = text[match.index + match[0].length] ?? '';
			// Part of an address or a code, which breaks where it must.
			if (/[\w/.=-]/.test(before) || /[A-Za-z_/-]/.test(after)) continue;
			range.setStart(...place(nodes, match.index));
			const [last, at] = place(nodes, match.index + match[0].length - 1);
			range.setEnd(last, at + 1);
			const [first, ...others] = [...range.getClientRects()].filter(({ width }) => width > 0.5);
			if (first && others.some(({ top, bottom }) => top >= first.bottom - 2 || bottom <= first.top + 2))
				broken.push(`${innerWidth}: ${match[0]} in …${text.slice(Math.max(0, match.index - 12), match.index + 20)}…`);
		}
	}
	return broken;

	/** The texts that flow in one block, unbroken by another block or a forced end of line, with where each node begins in it. */
	function runs() {
		const found: { block: Element; text: string; nodes: [number, Text][] }[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
		let open = false;
		while (walker.nextNode()) {
			const node = walker.currentNode;
			if (!(node instanceof Text)) {
				if (node instanceof Element && node.tagName === 'BR') open = false;
				continue;
			}
			if (!(node.data.trim() || open) || node.parentElement!.closest('svg, script, noscript, select, .vh')) continue;
			let block = node.parentElement!;
			while (['inline', 'contents'].includes(getComputedStyle(block).display)) block = block.parentElement!;
			const last = found.at(-1);
			const run = open && last?.block === block ? last : { block, text: '', nodes: [] };
			if (run !== last) found.push(run);
			open = true;
			run.nodes.push([run.text.length, node]);
			run.text += node.data;
		}
		return found;
	}

	function place(nodes: [number, Text][], at: number): [Text, number] {
		const [start, node] = nodes.findLast(([start]) => start <= at)!;
		return [node, at - start];
	}
}

/**
 * What each heading, link and button says to the eye, by the number this gives it in `data-said`: the pattern of its name. A blank may be
 * heard where one is seen, and at the edges of boxes, which stand apart; nowhere else.
 */
export function saidToTheEye(): string[] {
	const patterns: string[] = [];
	for (const element of document.querySelectorAll('h1, h2, h3, h4, h5, h6, a[href], button, summary')) {
		element.setAttribute('data-said', String(patterns.length));
		patterns.push(`^\\s*${said(element)}\\s*$`);
	}
	return patterns;

	function said(node: Node): string {
		if (node instanceof Text) return node.data.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s*');
		if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return '';
		const { display, visibility } = getComputedStyle(node);
		if (display === 'none' || visibility === 'hidden') return '';
		const inside = [before(node, '::before'), ...[...node.childNodes].map(said), before(node, '::after')].join('');
		return display === 'inline' ? inside : `\\s*${inside}\\s*`;
	}

	/** What a style writes before or after the text. */
	function before(element: Element, where: string): string {
		const { content } = getComputedStyle(element, where);
		const written = /^"(.*)"$/.exec(content)?.[1] ?? '';
		return written.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s*');
	}
}
