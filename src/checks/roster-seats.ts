import { runs } from '../domain/roster.ts';
import type { Member } from '../schema/bodies.ts';
import type { Check, Said } from './check.ts';

/** Only an alternate has an order and a day of moving up; the order says who is next. */
export const rosterSeats: Check = {
	id: 'roster-seats',
	kind: 'slip',
	asks: '候补的写明第几顺位了吗？递补日期在任期里吗？',
	run: (records) =>
		records.of('bodies').flatMap(({ file, data }) =>
			data.terms.flatMap(({ members }, t) =>
				members.flatMap((member, m) =>
					faults(member, members.slice(0, m)).map(
						({ field, ...said }): Said => ({
							file,
							field: `terms[${t + 1}].members[${m + 1}].${field}`,
							...said,
						}),
					),
				),
			),
		),
};

type Fault = Pick<Said, 'problem' | 'fix'> & { field: 'seat' | 'order' | 'movedUpOn' };

function faults({ name, seat, order, movedUpOn, from, until }: Member, earlier: readonly Member[]): Fault[] {
	if (seat !== 'alternate')
		return order !== undefined || movedUpOn !== undefined
			? [
					{
						field: 'seat',
						problem: `${name}写了候补顺序或递补日期，席别不是“候补”。`,
						fix: '当初选为候补的，席别选“候补”；不是的，去掉候补顺序和递补日期。',
					},
				]
			: [];
	const found: Fault[] = [];
	const twin = earlier.find((other) => other.seat === 'alternate' && other.order === order);
	if (!order) found.push({ field: 'order', problem: `${name}是候补，没有写第几顺位。`, fix: '对照选举结果写候补顺序，从1开始。' });
	else if (twin)
		found.push({ field: 'order', problem: `${name}和${twin.name}都写了候补第${order}顺位。`, fix: '对照选举结果改正，一个顺位一个人。' });
	if (movedUpOn !== undefined && !runs({ from, until }, (day) => day <= movedUpOn))
		found.push({
			field: 'movedUpOn',
			problem: `${name}的递补日期是${movedUpOn}，不在任职的${from}${until ? `到${until}` : '以后'}里面。`,
			fix: '改正递补日期，或改正任职的起止。',
		});
	return found;
}
