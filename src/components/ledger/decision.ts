import { type Day, isDay } from '../../basics/days.ts';
import { type Meeting, meetingForms } from '../../schema/meetings.ts';

/** What is asked of the store. */
interface Records {
	get<Data>(id: string, fields: (keyof Data & string)[]): Data | null;
}

/** What a line calls the record an entry was decided by: `3月联席会议`, or a title in short; null where there is no such record. */
export function decisionName(store: Records, id: string): string | null {
	if (!id.startsWith('meetings/')) {
		const title = store.get<{ title: string }>(id, ['title'])?.title;
		return title ? shortTitle(title, store.get<{ name: string }>(`communities/${id.split('/')[1]}`, ['name'])?.name ?? '') : null;
	}
	const meeting = store.get<Pick<Meeting, 'form' | 'heldOn'>>(id, ['form', 'heldOn']);
	return meeting && `${monthOf(meeting.heldOn)}${meetingForms[meeting.form]}`;
}

/** `金桂苑公共收益管理办法（2024年修订）` on a page of 金桂苑 → `公共收益管理办法` */
export function shortTitle(title: string, community: string): string {
	const own = community.replace(/（[^）]*）$/, '');
	const rest = own && title.startsWith(own) ? title.slice(own.length).replace(/^（示例）/, '') : title;
	return rest.replace(/（[^）]*）$/, '') || title;
}

const monthOf = (day: Day): string => (isDay(day) ? `${Number(day.slice(5, 7))}月` : '');
