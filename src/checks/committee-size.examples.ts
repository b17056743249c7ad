import type { Example, Situation } from './examples.ts';

const seats = (n: number, place?: Situation['place'], kind = 'ownersCommittee'): Situation => ({
	records: { bodies: { kind, seats: n } },
	...(place ? { place } : {}),
});
const eleven = { rules: { committeeSize: { least: 5, most: 11, odd: true, article: '第二条' } } };
const small = {
	rules: { committeeSize: { least: 5, most: 11, odd: true, small: '户数在一百户以下的，可以由三人组成', article: '第二条' } },
};
const three = { rules: { committeeSize: { least: 3, odd: true, article: '第二条' } } };
const management = { rules: { managementCommittee: { least: 7, most: 11, odd: true, article: '第五条' } } };

export const examples: readonly Example[] = [
	{
		what: 'P8: 15席，当地没有规则包，指导规则只提示',
		finds: { ...seats(15), says: ['note seats：5至11席，单数；15席，多4席'] },
		leaves: { what: '11席', ...seats(11) },
	},
	{
		what: 'P8: 15席，当地核实过的条例写了5至11席',
		finds: { ...seats(15, eleven), says: ['breach seats：5至11席，单数；15席，多4席'] },
		leaves: { what: '11席', ...seats(11, eleven) },
	},
	{
		what: '15席，当地的条例没有核实，只提示',
		finds: { ...seats(15, { ...eleven, verified: false }), says: ['note seats：5至11席，单数；15席，多4席'] },
		leaves: { what: '11席', ...seats(11, { ...eleven, verified: false }) },
	},
	{
		what: 'R4: 3席，当地没有规则包，只提示',
		finds: { ...seats(3), says: ['note seats：5至11席，单数；3席，少2席'] },
		leaves: { what: '3席，当地三人以上就行', ...seats(3, three) },
	},
	{
		what: 'W5: 3席，当地对小的小区另有规定，只提示',
		finds: { ...seats(3, small), says: ['note seats：5至11席，单数；3席，少2席'] },
		leaves: { what: '5席', ...seats(5, small) },
	},
	{
		what: '6席，双数',
		finds: { ...seats(6, eleven), says: ['breach seats：5至11席，单数；6席，是双数'] },
		leaves: { what: '7席', ...seats(7, eleven) },
	},
	{
		what: 'W15: 物管会8席，当地规定单数',
		finds: { ...seats(8, management, 'managementCommittee'), says: ['breach seats：7至11席，单数；8席，是双数'] },
		leaves: { what: '8席，当地没有规定，全国也没有', ...seats(8, eleven, 'managementCommittee') },
	},
	{
		what: '物管会5席，当地规定7席以上',
		finds: { ...seats(5, management, 'managementCommittee'), says: ['breach seats：7至11席，单数；5席，少2席'] },
		leaves: { what: '7席', ...seats(7, management, 'managementCommittee') },
	},
];
