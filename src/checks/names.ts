import { reservedNames } from '../domain/listing.ts';
import { collections, type Entry } from '../schema/index.ts';
import { placeOf } from '../schema/place.ts';
import type { Check, Records, Said } from './check.ts';

/** An address is one record's for ever: no name that means something else there, and no former name that is in use. */
export const names: Check = {
	id: 'names',
	kind: 'slip',
	asks: '文件名、旧编号会不会和网址里的固定词、别的记录撞上？',
	run(records) {
		const claims = Map.groupBy(
			records.all.flatMap(({ id, data }) => data.formerly.map((former) => ({ id, former }))),
			({ former }) => former,
		);
		return records.all.flatMap((entry) => {
			const said = whyNot(entry.id, records);
			return [
				...(said ? [{ file: entry.file, field: '', ...said }] : []),
				...entry.data.formerly.flatMap((former, i): Said[] => {
					const why = whyNotFormer(former, entry, records, claims.get(former)!);
					return why ? [{ file: entry.file, field: `formerly[${i + 1}]`, ...why }] : [];
				}),
			];
		});
	},
};

type Why = Pick<Said, 'problem' | 'fix'> | null;

/** Why nothing may have this id, or null. */
function whyNot(id: string, records: Records): Why {
	const [collection, ...path] = id.split('/');
	const word = path.find((name) => reservedNames.includes(name));
	if (word) return { problem: `名字“${word}”是网址里的固定词。`, fix: `换一个名字，不要用这些：${reservedNames.join('、')}。` };
	if (path.length === 1 && collection !== 'communities' && records.get(`communities/${path[0]}`))
		return { problem: `名字“${path[0]}”和小区的编号一样，网址会撞在一起。`, fix: '换一个名字。' };
	return null;
}

/** Why a record may not lead on from this former id, or null. `claims`: every record that says it was called so. */
function whyNotFormer(former: string, { id, collection }: Entry, records: Records, claims: readonly { id: string }[]): Why {
	const place = placeOf(`${former}.${collections[collection].format}`);
	if (!('id' in place) || place.collection !== collection)
		return {
			problem: `旧编号“${former}”不是同一栏目里的编号。`,
			fix: `写改名以前的编号，例如 ${id}-old；写法和网址一样，去掉前后的斜杠。`,
		};
	if (records.get(former))
		return { problem: `旧编号“${former}”现在是另一条记录。`, fix: '旧网址已经有人用了：给那条记录换一个名字，或删掉这一项。' };
	if (claims.length > 1)
		return { problem: `旧编号“${former}”写了${claims.length}次，网址只能指到一处。`, fix: '只留在接着它写下去的那一条里。' };
	return whyNot(former, records);
}
