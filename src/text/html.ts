import { type Block, blocksOf, broken, type Item } from './blocks.ts';
import { inlineHtml, plainHtml } from './inline.ts';
import type { Side, Table } from './tables.ts';

/**
 * A record's text as HTML that is safe to publish, as `docs/text.md` says: no HTML of the writer's own, links and pictures from a list of
 * what is allowed, no style attribute, and no sign lost but the marks. Its highest headings get `level`, for the page has its own above,
 * and none skips a level.
 */
export function textHtml(text: string, level: 2 | 3 = 3): string {
	const blocks = blocksOf(text);
	return blocksHtml(blocks, { levelOf: levelsFrom(blocks, level), heading: '', names: new Map() });
}

/** What is known on the way through a text. */
interface Way {
	/** of the next heading */
	levelOf(written: number): number;
	/** the nearest above, as HTML without tags */
	heading: string;
	/** how many tables are called so already */
	names: Map<string, number>;
}

function levelsFrom(blocks: readonly Block[], level: number): Way['levelOf'] {
	const top = headingsIn(blocks).reduce((least, each) => Math.min(least, each), 6);
	let above = level - 1;
	return (written) => {
		above = Math.min(above + 1, level + written - top, 6);
		return above;
	};
}

const headingsIn = (blocks: readonly Block[]): number[] =>
	blocks.flatMap((block) => {
		if (block.kind === 'heading') return [block.level];
		if (block.kind === 'quote') return headingsIn(block.blocks);
		return block.kind === 'list' ? block.items.flatMap((item) => headingsIn(item.blocks)) : [];
	});

const blocksHtml = (blocks: readonly Block[], way: Way): string => blocks.map((block) => blockHtml(block, way)).join('');

function blockHtml(block: Block, way: Way): string {
	switch (block.kind) {
		case 'heading': {
			const tag = `h${way.levelOf(block.level)}`;
			way.heading = plainHtml(block.text);
			return `<${tag}>${linesHtml(broken(block.text))}</${tag}>\n`;
		}
		case 'paragraph':
			// The first line of several is set in no further than the others.
			return `<p${block.lines.length > 1 ? ' class="f"' : ''}>${linesHtml(block.lines)}</p>\n`;
		case 'list':
			return listHtml(block.items, block.isNumbered ? 'ol' : 'ul', way);
		case 'quote':
			return `<blockquote>\n${blocksHtml(block.blocks, way)}</blockquote>\n`;
		case 'rule':
			return '<hr>\n';
		case 'table':
			return tableHtml(block.table, way);
	}
}

const linesHtml = (lines: readonly string[]): string => lines.map(inlineHtml).join('<br>\n');

function listHtml(items: readonly Item[], tag: 'ol' | 'ul', way: Way): string {
	let next: number | null = 1;
	const html = items.map(({ number, blocks }) => {
		const value = number === null || number === next ? '' : ` value="${number}"`;
		next = number === null ? null : number + 1;
		return `<li${value}>${itemHtml(blocks, way)}</li>\n`;
	});
	return `<${tag}>\n${html.join('')}</${tag}>\n`;
}

/** One paragraph, and lists below it, need no element of their own. */
function itemHtml([first, ...others]: readonly Block[], way: Way): string {
	if (first?.kind !== 'paragraph' || others.some(({ kind }) => kind !== 'list')) return blocksHtml(first ? [first, ...others] : [], way);
	return linesHtml(first.lines) + (others.length > 0 ? `\n${blocksHtml(others, way)}` : '');
}

/** A wide table scrolls in its own frame, which the keyboard reaches and which says which table it is. */
function tableHtml({ head, sides, rows }: Table, way: Way): string {
	const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), head?.length ?? 0);
	const areFigures = figureColumns(rows);
	const th = (cell: string, i: number) =>
		`<th scope="col"${classOf(sides[i] === 'right' || (areFigures[i] && !sides[i]) ? 'm' : sides[i] === 'center' ? 'c' : '')}>${cellHtml(cell)}</th>\n`;
	const td = (cell: string, i: number) => `<td${classOf(sideOf(cell, sides[i] ?? null))}>${cellHtml(cell)}</td>\n`;
	const above = head ? `<thead>\n<tr>\n${head.map(th).join('')}</tr>\n</thead>\n` : '';
	const below = rows.map(
		({ cells }) => `<tr>\n${cells.map(td).join('')}${restOf(width - cells.length, (i) => td('', cells.length + i))}</tr>\n`,
	);
	const body = below.length > 0 ? `<tbody>\n${below.join('')}</tbody>\n` : '';
	return `<section class="scroll" tabindex="0" aria-label="${nameOf(head, way)}"><table class="t">\n${above}${body}</table></section>\n`;
}

function nameOf(head: Table['head'], way: Way): string {
	const name = way.heading || plainHtml(head?.filter(Boolean).join('、') ?? '') || '表格';
	const count = (way.names.get(name) ?? 0) + 1;
	way.names.set(name, count);
	return count > 1 ? `${name}（${count}）` : name;
}

const cellHtml = (cell: string): string => broken(cell).map(inlineHtml).join('<br>');

const classOf = (name: string): string => (name ? ` class="${name}"` : '');

/** A figure stands to the right and in one piece, as in every table of the board. */
function sideOf(cell: string, side: Side): string {
	if (side === 'right' || FIGURE.test(cell)) return 'm';
	if (side === 'center') return 'c';
	return DAY.test(cell) ? 'nw' : '';
}

/** The columns in which something is written, and nothing but figures. */
function figureColumns(rows: Table['rows']): boolean[] {
	const are: boolean[] = [];
	for (const { cells } of rows)
		cells.forEach((cell, i) => {
			if (cell !== '') are[i] = (are[i] ?? true) && FIGURE.test(cell);
		});
	return are;
}

/** The cells a row is short of; where it lacks many, one as wide as all: no row makes the page longer than it is. */
const restOf = (missing: number, td: (i: number) => string): string =>
	missing > FEW_CELLS ? `<td colspan="${missing}"></td>\n` : Array.from({ length: missing }, (_, i) => td(i)).join('');
const FEW_CELLS = 20;

/** `-1,234.50元` `85.2%` `700人/70000.00` */
const ONE =
	/[-−－+＋±<>≤≥≈约]?\s?[¥￥$]?\s?\d[\d,，]*(?:\.\d+)?\s?(?:[%％‰元户人票次个台份天件项张条套组吨度]|[万亿]元?|个月|平方米|㎡|m²|元\/月)?/;
const FIGURE = new RegExp(`^${ONE.source}(?:\\s?[/／]\\s?${ONE.source})*$`);
const DAY = /^\d{4}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?$/;
