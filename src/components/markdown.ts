import markdownIt from 'markdown-it';

/** What a link in a record may lead to: the web, mail, a telephone, this site, this page. */
const LINKS = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i;
/** What a picture may be: something uploaded to this site. */
const PICTURES = /^\/uploads\/[\w./-]+$/;

/** Chinese characters and their punctuation. */
const CHINESE = /[\u3000-\uffff]/;

/**
 * The text below the line of a record as HTML that is safe to publish: no HTML of the writer's own, links and pictures from a list of
 * what is allowed, no style attribute. Its highest headings get `level`, for the page has its own above, and none skips a level.
 */
export function markdownHtml(text: string, level: 2 | 3 = 3): string {
	const tokens = renderer.parse(text, {});
	const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close');
	const top = Math.min(...headings.map(({ tag }) => Number(tag[1])));
	let above = level - 1;
	for (const heading of headings) {
		if (heading.type === 'heading_open') above = Math.min(above + 1, level + Number(heading.tag[1]) - top, 6);
		heading.tag = `h${above}`;
	}
	return renderer.renderer.render(tokens, renderer.options, {});
}

const renderer = markdownIt({ html: false, linkify: false, typographer: false });
renderer.validateLink = (url) => LINKS.test(url);

const { rules } = renderer.renderer;

rules['link_open'] = (tokens, i, options, _env, self) => {
	const token = tokens[i]!;
	if (/^https?:/i.test(String(token.attrGet('href')))) token.attrSet('rel', 'noopener');
	return self.renderToken(tokens, i, options);
};

rules['image'] = (tokens, i, options, env, self) => {
	const { children, content } = tokens[i]!;
	const alt = renderer.utils.escapeHtml(self.renderInlineAsText(children ?? [], options, env) || content);
	const src = String(tokens[i]!.attrGet('src'));
	return PICTURES.test(src) ? `<img src="${src}" alt="${alt}" loading="lazy">` : alt;
};

// A line broken by the writer is no blank between two Chinese characters.
rules['softbreak'] = (tokens, i) =>
	CHINESE.test(tokens[i - 1]?.content.at(-1) ?? '') || CHINESE.test(tokens[i + 1]?.content[0] ?? '') ? '' : '\n';

// A wide table scrolls in its own frame, which the keyboard reaches.
rules['table_open'] = () => '<div class="scroll" tabindex="0"><table class="t">\n';
rules['table_close'] = () => '</table></div>\n';
rules['th_open'] = (tokens, i) => `<th scope="col"${aligned(tokens[i]!.attrGet('style'))}>`;
rules['td_open'] = (tokens, i) => `<td${aligned(tokens[i]!.attrGet('style'))}>`;

const aligned = (style: string | null): string => (style?.endsWith('right') ? ' class="m"' : style?.endsWith('center') ? ' class="c"' : '');
