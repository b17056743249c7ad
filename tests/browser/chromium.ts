import { type Browser, chromium } from 'playwright-core';
import { flags, foundChromium } from '../../scripts/lib/chromium.ts';
import { PATIENCE } from '../patience.ts';

/** Starts the browser that `npm test` found or brought, with further flags if need be. */
export async function launch(further: readonly string[] = []): Promise<Browser> {
	const found = foundChromium();
	if (!found) throw new Error('no Chromium here: `npm test` brings one');
	const browser = await chromium.launch({ executablePath: found.path, args: [...flags, ...further], timeout: PATIENCE.wait });
	return browser.on('context', (context) => context.setDefaultTimeout(PATIENCE.wait));
}
