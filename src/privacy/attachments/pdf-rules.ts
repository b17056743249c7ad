import { Unreadable } from './budget.ts';
import type { Text } from './contents.ts';
import { type Dictionary, isName, Name, type Value } from './pdf-objects.ts';

/** What may stand behind `/S` of an action, and what it is that it does otherwise. */
const ACTIONS: Readonly<Record<string, 'program' | 'remote' | 'embedded'>> = {
	JavaScript: 'program',
	Launch: 'program',
	SubmitForm: 'remote',
	ImportData: 'remote',
	GoToE: 'embedded',
	GoToR: 'remote',
	Thread: 'remote',
	Movie: 'embedded',
	Sound: 'embedded',
	Rendition: 'embedded',
	RichMediaExecute: 'embedded',
	GoTo3DView: 'embedded',
};
/** Kinds of notes on a page that hold another file. */
const NOTES = new Set(['FileAttachment', 'RichMedia', 'Movie', 'Sound', 'Screen', '3D']);
/** What a page, a field, a note or the whole document has besides `/AA`. Elsewhere `AA` is a name as any other, of a font for example. */
const MAY_ACT = ['Type', 'Subtype', 'Pages', 'Parent', 'Kids', 'FT', 'Rect', 'MediaBox', 'Contents'];

/** @throws `Unreadable` for what runs or fetches something when the document is opened or read, or holds another file. */
export function expectDictionary(found: Dictionary): void {
	const action = found.get('S');
	if (action instanceof Name && Object.hasOwn(ACTIONS, action.name)) {
		const kind = ACTIONS[action.name]!;
		// A thread of articles is followed within the document.
		if (action.name !== 'Thread' || found.has('F')) throw new Unreadable(kind);
	}
	if (found.has('JavaScript') || (found.has('JS') && found.has('S')) || found.has('XFA')) throw new Unreadable('program');
	if (found.has('AA') && MAY_ACT.some((key) => found.has(key))) throw new Unreadable('program');
	if (found.has('EmbeddedFiles') || found.has('EF') || found.has('Collection') || isName(found.get('Type'), 'EmbeddedFile'))
		throw new Unreadable('embedded');
	const kind = found.get('Subtype');
	if (kind instanceof Name && NOTES.has(kind.name) && found.has('Rect')) throw new Unreadable('embedded');
	// The bytes of a stream in another file, a page of another document.
	if ((found.has('FFilter') || (found.has('F') && found.has('Length'))) && !isName(found.get('F'))) throw new Unreadable('remote');
	if (found.has('Ref') && isName(kind, 'Form')) throw new Unreadable('remote');
	const address = found.get('URI');
	if (typeof address === 'string' && !/^\s*(?:https?:|mailto:|tel:|sms:|www\.|#|(?![a-z][a-z\d+.-]*:|\\\\|\/\/))/i.test(address))
		throw new Unreadable(/^\s*(?:javascript|vbscript|data)/i.test(address) ? 'program' : 'remote');
}

/** What people call the places where strings stand. */
const PLACES: readonly (readonly [keys: readonly string[], where: string])[] = [
	[['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'Metadata'], '文档属性'],
	[['URI', 'Base'], '链接'],
	[['Contents', 'RC', 'Subj', 'T'], '批注'],
	[['V', 'DV', 'TU', 'Opt', 'CA'], '表单'],
	[['Alt', 'ActualText', 'E'], '替代文字'],
	[['Names', 'Dests'], '书签'],
];

/** What is written in a dictionary, seen or not. A signature and what tells one document from another are no text. */
export function textsOf(found: Dictionary): Text[] {
	const isSignature = found.has('ByteRange');
	const isBookmark = found.has('Title') && (found.has('Parent') || found.has('Dest') || found.has('A'));
	const texts: Text[] = [];
	for (const [key, value] of found) {
		if (key === 'ID' || (isSignature && (key === 'Contents' || key === 'Cert'))) continue;
		const text = stringsIn(value).map(decoded).filter(isWritten).join('\n');
		if (text) texts.push({ where: isBookmark ? '书签' : (PLACES.find(([keys]) => keys.includes(key))?.[1] ?? '文档里不显示的字'), text });
	}
	return texts;
}

const stringsIn = (value: Value): string[] =>
	typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** A string in UTF-16 or UTF-8 with its mark, else as programs in China write it, else sign by sign. */
function decoded(text: string): string {
	const bytes = Buffer.from(text, 'latin1');
	if (text.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(bytes);
	if (text.startsWith('\xff\xfe')) return new TextDecoder('utf-16le').decode(bytes);
	if (!/[\x80-\xff]/.test(text)) return text;
	for (const encoding of ['utf-8', 'gb18030'])
		try {
			return new TextDecoder(encoding, { fatal: true }).decode(bytes);
		} catch {}
	return text;
}

/** Days are no text, nor is what is mostly signs that nobody can see. */
function isWritten(text: string): boolean {
	if (text.startsWith('D:') || text === '') return false;
	const unseen = text.match(/[\p{Cc}\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0;
	return unseen * 10 <= text.length;
}
