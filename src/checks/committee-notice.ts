import { addDays, chineseDay, daysBetween } from '../basics/days.ts';
import { inForce } from '../law/provisions.ts';
import { noDay } from './assembly-notice.ts';
import type { Judgement } from './check.ts';
import { committeeMeeting } from './committee-meeting.ts';
import { localRules } from './local-rules.ts';

/** What a committee will meet about hangs some days before it meets, where its place names a number of days. */
export const committeeNotice: Judgement<'meetings'> = {
	id: 'committee-notice',
	asks: '业委会会议的内容和议程提前公告了吗？',
	of: 'meetings',
	look(entry, around) {
		const { calledOn, heldOn } = entry.data;
		if (!committeeMeeting(entry, around)) return [];
		const { days, provision } = localRules(entry, around, calledOn ?? heldOn).rules.committeeNotice;
		if (days === undefined || !inForce(provision, calledOn ?? heldOn)) return [];
		if (!calledOn) return [noDay('业委会会议')];
		const given = daysBetween(calledOn, heldOn);
		if (given >= days) return [];
		return [
			{
				field: 'calledOn',
				expected: `提前${days}日公告，最迟${chineseDay(addDays(heldOn, -days))}`,
				actual: `${chineseDay(calledOn)}公告，提前${given}天，少了${days - given}天`,
				arithmetic: `${chineseDay(calledOn)}到${chineseDay(heldOn)}是${given}天`,
				fix: '业委会说明原因；临时要议的，另行公告、下次再议。',
				provision,
			},
		];
	},
};
