import type { APIRoute } from 'astro';
import { calendarOf } from '../../../components/service/calendar.ts';
import { icsFile } from '../../../feeds/response.ts';

/** All schedules of a community as a calendar. */
export const GET: APIRoute = ({ locals: { store }, params: { community } }) => {
	const text = calendarOf(store, community!);
	return text ? icsFile(text) : new Response(null, { status: 404 });
};
