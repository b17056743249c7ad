import type { APIRoute } from 'astro';
import { csvFile } from '../../../feeds/response.ts';

/** The findings of a community as a table. */
export const GET: APIRoute = () => csvFile('');
