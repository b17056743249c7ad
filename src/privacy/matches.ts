/** Every match of a global pattern in a text. Of patterns that are asked of thousands of short texts none is copied, as `matchAll` would. */
export function* matchesIn(text: string, pattern: RegExp): Generator<RegExpExecArray> {
	pattern.lastIndex = 0;
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		const { lastIndex } = pattern;
		yield match;
		pattern.lastIndex = lastIndex;
	}
	pattern.lastIndex = 0;
}
