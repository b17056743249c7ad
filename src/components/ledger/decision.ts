import { type Day, isDay } from '../../basics/days.ts';
import { type Meeting, meetingForms } from '../../schema/meetings.ts';

/** What is asked of the store. */
interface Records {
	get<Data>(id: string, fields: (keyof Data & string)[]): Data | null;
}

/** What a line calls the record an entry was decided by: `3月联席会议`, or a title; null where there is no such record. */
export function decisionName(store: Records, id: string): string | null {
	if (!id.startsWith('meetings/')) return store.get<{ title: string }>(id, ['title'])?.title ?? null;
	const meeting = store.get<Pick<Meeting, 'form' | 'heldOn'>>(id, ['form', 'heldOn']);
	return meeting && `${monthOf(meeting.heldOn)}${meetingForms[meeting.form]}`;
}

const monthOf = (day: Day): string => (isDay(day) ? `${Number(day.slice(5, 7))}月` : '');
