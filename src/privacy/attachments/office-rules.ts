import { Unreadable } from './budget.ts';

/** What a document may not do when it is opened: run something, or fetch something from elsewhere. Each throws `Unreadable`. */

/** Where a link may lead that somebody has to click: the web, a mailbox, a telephone, a place in the document, a file beside it. */
const MAY_LEAD = /^(?:https?:|mailto:|tel:|sms:|#|(?![a-z][a-z\d+.-]*:|\\\\|\/\/))/i;
/** A folder of the writer's own machine: nothing is fetched from there. */
const OWN_DISK = /^(?:file:\/\/\/?)?[a-z]:[\\/]/i;
const REMOTE = /^\s*(?:[a-z][a-z\d+.-]+:|\\\\|\/\/)/i;

/** Kinds of relationships that bring a program along. */
const PROGRAMS = new Set([
	'vbaProject',
	'wordVbaData',
	'xlMacrosheet',
	'xlIntlMacrosheet',
	'control',
	'activeXControlBinary',
	'webextension',
]);
/** A whole document that is taken in when this one is opened. */
const TAKEN_IN = 'aFChunk';

/** @throws `Unreadable` for a relationship to a program, or to something elsewhere that is more than a link to click. */
export function expectRelationship({ Type = '', Target = '', TargetMode = '' }: Record<string, string>): void {
	const kind = Type.slice(Type.lastIndexOf('/') + 1);
	if (PROGRAMS.has(kind)) throw new Unreadable('program');
	if (kind === TAKEN_IN) throw new Unreadable('embedded');
	if (TargetMode !== 'External') return;
	const target = percentDecoded(Target).trim();
	if (kind === 'hyperlink' ? MAY_LEAD.test(target) : kind === 'attachedTemplate' && (OWN_DISK.test(target) || !REMOTE.test(target))) return;
	throw new Unreadable('remote');
}

/** @throws `Unreadable` for a field that starts another program or fetches something. `code`: `INCLUDEPICTURE "https://…"` */
export function expectField(code: string): void {
	const [, word = '', rest = ''] = /^\s*([A-Za-z]+)([\s\S]*)$/.exec(code) ?? [];
	if (/^(?:DDE|DDEAUTO)$/i.test(word) || (!/^HYPERLINK$/i.test(word) && /\bDDE(?:AUTO)?\s/i.test(code))) throw new Unreadable('program');
	if (/^(?:LINK|DATABASE|RD)$/i.test(word)) throw new Unreadable('remote');
	if (!/^(?:INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT)$/i.test(word)) return;
	const path = rest.replace(/(?:file:\/\/\/)?(?<![A-Za-z])[A-Za-z]:[\\/]+/g, '');
	if (/[a-z][a-z\d+.-]+:\/|(?:^|["\s])(?:\\{2,4}(?!\\)|\/\/)/i.test(path)) throw new Unreadable('remote');
}

/** @throws `Unreadable` for a formula that starts a program or asks a server. */
export function expectFormula(formula: string): void {
	if (/\b(?:CALL|REGISTER|REGISTER\.ID|EXEC|RTD)\s*\(|[\w.]\|'/i.test(formula)) throw new Unreadable('program');
	if (/\b(?:WEBSERVICE|IMAGE)\s*\(|HYPERLINK\s*\(\s*"\s*(?:file:|\\\\)/i.test(formula)) throw new Unreadable('remote');
}

/** Elements that draw what lies at an address. */
const DRAWN = new Set(['imagedata', 'fill', 'stroke', 'image']);

/** @throws `Unreadable` for an element that runs or fetches something. */
export function expectElement(element: string, attributes: Record<string, string>): void {
	if (element === 'ddeLink' || element === 'oleLink') throw new Unreadable('program');
	if (element === 'connection' || element === 'webPr' || element === 'dbPr') throw new Unreadable('remote');
	if (element === 'Relationship') expectRelationship(attributes);
	if (element === 'Override' || element === 'Default')
		if (/macro|vbaProject|activeX/i.test(attributes.ContentType ?? '')) throw new Unreadable('program');
	if (DRAWN.has(element))
		for (const at of [attributes.src, attributes.href]) if (at && REMOTE.test(at) && !/^data:/i.test(at)) throw new Unreadable('remote');
}

function percentDecoded(target: string): string {
	try {
		return decodeURIComponent(target);
	} catch {
		return target;
	}
}
