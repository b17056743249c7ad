/** The answer of an endpoint that gives XML. */
export const xml = (text: string): Response => new Response(text, { headers: { 'content-type': 'application/xml; charset=utf-8' } });

/** The answer of an endpoint that gives a table to take away. */
export const csvFile = (text: string): Response => new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8' } });

/** The answer of an endpoint that gives a calendar to subscribe to. */
export const icsFile = (text: string): Response => new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
