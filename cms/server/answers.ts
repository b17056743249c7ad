import type { ServerResponse } from 'node:http';

/** Answers with bytes of a kind. */
export function send(response: ServerResponse, status: number, body: string | Uint8Array, type: string): void {
	response.statusCode = status;
	response.setHeader('content-type', type);
	response.setHeader('content-length', Buffer.byteLength(body));
	response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** Answers with a value as JSON. */
export const sendJson = (response: ServerResponse, status: number, value: unknown): void =>
	send(response, status, JSON.stringify(value ?? null), 'application/json; charset=utf-8');

/** Sends the reader elsewhere. */
export function moved(response: ServerResponse, status: 301 | 302 | 303, to: string): void {
	response.setHeader('location', to);
	send(response, status, '', 'text/plain; charset=utf-8');
}
