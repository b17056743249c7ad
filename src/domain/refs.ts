import { collections } from '../schema/index.ts';

/** Every id of another record that stands in the data: any text that reads `collection/…`. */
export function refsIn(data: unknown): string[] {
	const found = new Set<string>();
	const walk = (value: unknown): void => {
		if (typeof value === 'string') {
			if (/^[a-z]+\/[A-Za-z0-9-]+(?:\/[A-Za-z0-9-]+)?$/.test(value) && value.slice(0, value.indexOf('/')) in collections) found.add(value);
		} else if (value && typeof value === 'object') Object.values(value).forEach(walk);
	};
	walk(data);
	return [...found].sort();
}
