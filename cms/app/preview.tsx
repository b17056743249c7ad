import type { Map as ImmutableMap } from 'immutable';
import { useEffect, useState } from 'react';
import type { Preview, Refusal } from '../protocol.ts';
import { ask } from './backend.ts';
import { fileOf } from './draft.ts';

interface Shown {
	html: string;
	/** why the page could not be made of what is there now */
	missing: string;
}

/** How long nothing must have been typed before the page is made again. */
const PAUSE_MS = 500;

/** The record's own page, made by the server from what stands in the form. */
export function PagePreview({ entry, collection }: { entry: ImmutableMap<string, unknown>; collection: ImmutableMap<string, unknown> }) {
	const [shown, setShown] = useState<Shown>({ html: '', missing: '' });
	const file = fileOf(collection, entry);
	const [path, raw] = [file?.path ?? '', file?.raw ?? ''];
	useEffect(() => {
		if (!path) return;
		let isLatest = true;
		const timer = setTimeout(async () => {
			try {
				const { html } = await ask<Preview>('/admin/api/preview', { path, raw });
				if (isLatest) setShown({ html, missing: '' });
			} catch (error) {
				const missing = String((error as Error & Partial<Refusal>).message);
				if (isLatest) setShown((last) => ({ ...last, missing }));
			}
		}, PAUSE_MS);
		return () => {
			isLatest = false;
			clearTimeout(timer);
		};
	}, [path, raw]);
	return (
		<>
			{shown.missing && <p className="desk-missing">{shown.missing}</p>}
			{/* The server's own page of the draft: made by the same components as the public one, which let no HTML of the writer's through. */}
			<main dangerouslySetInnerHTML={{ __html: shown.html }} />
		</>
	);
}

/** What the preview needs besides the public site's own stylesheet. */
export const previewStyle = `
	body { margin: 0; padding: 12px 16px 48px; }
	.desk-missing { white-space: pre-line; padding: 10px 14px; margin: 0 0 16px; border: 1px solid #48545f; font-size: 15px; }
`;
