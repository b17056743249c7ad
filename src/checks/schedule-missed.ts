import { chinesePeriod } from '../basics/days.ts';
import { spansOf } from '../domain/schedule.ts';
import type { Judgement } from './check.ts';

/** A period in which something was due, that is over, of which the board has no record and no reason. */
export const scheduleMissed: Judgement<'schedules'> = {
	id: 'schedule-missed',
	asks: '定了的日程，每一期都办了吗？',
	of: 'schedules',
	look: ({ data, community }, { of, hasCome }) => {
		const { form } = data;
		const meetings = form ? of('meetings', community!).filter((card) => card.form === form) : [];
		return spansOf(
			data,
			meetings.map(({ heldOn }) => heldOn),
			hasCome,
		)
			.filter(({ state }) => state === 'missed')
			.map(({ period, due, held }) => ({
				field: '',
				expected: `${chinesePeriod(period)}办${due}次`,
				actual: held ? `本站只见到${held}次` : '本站未见',
				fix: form ? '补上会议纪要；没有开的，写明原因。' : '补上记录；没有办的，写明原因。',
				provision: null,
			}));
	},
};
