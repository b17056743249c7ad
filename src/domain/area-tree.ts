/** Areas in the order of a tree: each beneath the one it lies within. */
import type { Body } from '../schema/bodies.ts';

type Area = Body['areas'][number];

/** One area and how deep it lies: 0 within none of the others. */
export interface Placed {
	area: Area;
	depth: number;
}

/** The areas, each followed by those within it, in the order they were written; one within itself or within nothing known stands at the top. */
export function areaTree(areas: readonly Area[]): Placed[] {
	const placed = new Set<Area>();
	const place = (area: Area, depth: number): Placed[] => {
		if (placed.has(area)) return [];
		placed.add(area);
		return [{ area, depth }, ...areas.filter(({ within }) => within === area.name).flatMap((inner) => place(inner, depth + 1))];
	};
	const known = new Set(areas.map(({ name }) => name));
	const tops = areas.filter(({ within }) => within === undefined || !known.has(within));
	return [...tops, ...areas].flatMap((area) => place(area, 0));
}
