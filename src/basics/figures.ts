/**
 * A figure that a browser would break over two lines: a number with its sign, its unit or what it counts (`－1,234.50元`, `57.3㎡`, `12件`),
 * a day (`2026年4月13日`), a telephone number, a ratio in wide signs (`80／100`). A number of digits, commas and points alone never breaks.
 *
 * Whatever Chinese character follows a number stays with it, so that no list of measure words can lack one. A word of Latin letters, an
 * address above all, breaks where it must. There is no lookbehind in it, which the engines of iOS 13 cannot read.
 */
const FIGURE = (() => {
	const number = '\\d[\\d,.]*';
	const day = '\\d{1,4}年\\d{1,2}月(?:\\d{1,2}[日号])?|\\d{1,2}月\\d{1,2}[日号]|\\d{1,2}[时点]\\d{1,2}分';
	const phone = '\\d{3,4}(?: \\d{3,4}){2}';
	const joined = `${number}(?:[-/:：／]${number})`;
	const unit = '[百千万亿]*(?:平方米|立方米|公里|小时|分钟|个?工作日|个小?[月时]|[㎡㎥%％‰℃\\p{Script=Han}])';
	return new RegExp(`[A-Za-z][\\w./:%-]*|(第?[＋－]?(?:${day}|${phone}|${joined}* ?${unit}|${joined}+)|[＋－]${number})`, 'gu');
})();

/** A text in parts, each figure that would break apart from what stands around it. Joined, they are the text. */
export function withFigures(text: string): { text: string; figure: boolean }[] {
	const parts: { text: string; figure: boolean }[] = [];
	let at = 0;
	for (const match of text.matchAll(FIGURE)) {
		if (!match[1]) continue;
		if (match.index! > at) parts.push({ text: text.slice(at, match.index), figure: false });
		at = match.index! + match[0].length;
		parts.push({ text: match[0], figure: true });
	}
	if (at < text.length) parts.push({ text: text.slice(at), figure: false });
	return parts;
}
