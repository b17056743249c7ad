import { expect, test } from 'vitest';
import { isolated } from '../../src/components/notices/right-to-left.ts';

test('A telephone number and an hour stay as they are written, tags and single figures are left alone', () => {
	expect(isolated('<p>ياردەم 0000-6000110 غا</p>')).toBe('<p>ياردەم <bdi dir="ltr">0000-6000110</bdi> غا</p>');
	expect(isolated('سائەت 8:00 دىن')).toBe('سائەت <bdi dir="ltr">8:00</bdi> دىن');
	expect(isolated('<a href="/a/2026-04-12/">4-بىنا</a>')).toBe('<a href="/a/2026-04-12/">4-بىنا</a>');
});
