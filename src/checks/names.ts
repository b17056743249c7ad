import { reservedNames } from '../domain/listing.ts';
import type { Check } from './check.ts';

/** A name that has a meaning of its own in addresses may not be a community or a record. */
export const names: Check = {
	id: 'names',
	kind: 'slip',
	asks: '文件名会不会和网址里的固定词撞上？',
	run: (records) =>
		records.all.flatMap(({ file, collection, community, slug }) => {
			const word = [community, slug].find((name) => name !== undefined && reservedNames.includes(name));
			if (word)
				return [
					{ file, field: '', problem: `名字“${word}”是网址里的固定词。`, fix: `换一个名字，不要用这些：${reservedNames.join('、')}。` },
				];
			if (!community && collection !== 'communities' && records.get(`communities/${slug}`))
				return [{ file, field: '', problem: `名字“${slug}”和小区的编号一样，网址会撞在一起。`, fix: '换一个名字。' }];
			return [];
		}),
};
