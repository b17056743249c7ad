import type { APIRoute } from 'astro';
import { calendarOf } from '../../../components/service/calendar.ts';
import { icsFile } from '../../../feeds/response.ts';

/** One schedule as a calendar. */
export const GET: APIRoute = ({ locals: { store }, params: { community, slug } }) => {
	const text = calendarOf(store, community!, `schedules/${community}/${slug}`);
	return text ? icsFile(text) : new Response(null, { status: 404 });
};
