/** A line of the text: how far it is indented, and what stands there. */
interface Line {
	indent: number;
	text: string;
}

/** The text is not as plain as can be read here. */
const TOO_RICH = Symbol('too rich');

/**
 * Reads the plain part of YAML in which nearly all fields are written: maps, lists, texts, days and whole numbers, one to a line. Several
 * times faster than the `yaml` package, which matters where ten thousand files are read. Anything else, however slightly, gives undefined,
 * and the package reads it; a test holds both to the same data.
 */
export function plainYaml(text: string): Record<string, unknown> | undefined {
	const lines = text
		.split('\n')
		.filter((line) => line !== '')
		.map((line): Line => {
			const indent = line.search(/[^ ]/);
			return { indent, text: line.slice(indent) };
		});
	let at = 0;

	function map(indent: number): Record<string, unknown> {
		const found: Record<string, unknown> = {};
		for (let line = lines[at]; line && line.indent === indent && !line.text.startsWith('- '); line = lines[at]) {
			const [, key, value] = /^([A-Za-z][A-Za-z0-9]*):(?: (.*))?$/.exec(line.text) ?? refuse();
			if (Object.hasOwn(found, key!)) refuse();
			at++;
			found[key!] = value === undefined ? inner(indent) : scalar(value);
		}
		return found;
	}

	/** What stands below a key or an item, further in. */
	function inner(indent: number): unknown {
		const next = lines[at];
		if (!next || next.indent <= indent) return refuse();
		const found = next.text.startsWith('- ') ? list(next.indent) : map(next.indent);
		if (lines[at] && lines[at]!.indent > indent) refuse();
		return found;
	}

	function list(indent: number): unknown[] {
		const found: unknown[] = [];
		for (let line = lines[at]; line && line.indent === indent && line.text.startsWith('- '); line = lines[at]) {
			const item = line.text.slice(2);
			if (/^[A-Za-z][A-Za-z0-9]*:(?: |$)/.test(item)) {
				// `- name: …` begins a map that stands two further in.
				lines[at] = { indent: indent + 2, text: item };
				found.push(map(indent + 2));
			} else {
				at++;
				found.push(scalar(item));
			}
		}
		return found;
	}

	try {
		const found = map(0);
		return at === lines.length && at > 0 ? found : undefined;
	} catch (reason) {
		if (reason === TOO_RICH) return undefined;
		throw reason;
	}
}

/** Letters, digits and signs whose place in a text means nothing to YAML: ASCII, and what Chinese is written with. */
const KNOWN = /^[\x20-\x7e·‐-‟…⺀-鿿豈-﫿！-￮]*$/;
const CHINESE = /[⺀-鿿豈-﫿！-￮]/;

function scalar(text: string): unknown {
	if (!KNOWN.test(text)) return refuse();
	if (/^"[^"\\]*"$/.test(text)) return text.slice(1, -1);
	if (/^\[.*\]$/.test(text)) return text === '[]' ? [] : text.slice(1, -1).split(', ').map(name);
	if (/: | #|[: ]$/.test(text)) return refuse();
	if (/^\d/.test(text)) {
		// Days, hours and telephone numbers are text, as is whatever has Chinese in it.
		if (/^(?:\d{4}-\d\d-\d\d|\d\d?:\d\d|\d+-\d+)$/.test(text) || CHINESE.test(text)) return text;
		return /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : refuse();
	}
	if (text === 'true' || text === 'false') return text === 'true';
	return CHINESE.test(text[0] ?? '') ? text : /^[A-Za-z]/.test(text) ? word(text) : refuse();
}

/** An item of `[a, b]`. */
const name = (text: string): string => (/^[A-Za-z][\w/-]*$/.test(text) ? word(text) : refuse());

const word = (text: string): string => (/^(?:true|false|null)$/i.test(text) ? refuse() : text);

function refuse(): never {
	throw TOO_RICH;
}
