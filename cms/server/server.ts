import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { contentType, overTls } from '../../scripts/lib/headers.ts';
import { whatWentWrong } from '../../scripts/lib/machine.ts';
import { decapConfig } from '../../src/derive/decap.ts';
import type { Unnoted } from '../protocol.ts';
import { type Account, AccountsLost, mayWrite } from './accounts.ts';
import { moved, send, sendJson } from './answers.ts';
import type { Noted } from './audit.ts';
import { communitiesOf } from './config.ts';
import { type Desk, type DeskParts, desk, type Wanted } from './desk.ts';
import { entranceOf, meOf } from './entrance.ts';
import { cachingOf, deskHeaders } from './headers.ts';
import { notebook } from './notebook.ts';
import { bundleFile, loginPage, siteStyles, type TakenDownPage, takenDownPage } from './pages.ts';
import { Noticed, Refusal } from './refusal.ts';
import { addressOf, bodyOf, expectOurs, jsonOf, LARGEST_BODY, type Origins, originOf } from './request.ts';
import { spoken } from './spoken.ts';
import { refusedByMachine } from './troubles.ts';

/** The desk and what it shows of itself. */
export interface DeskOptions extends DeskParts {
	/** Where the audit file is kept. */
	folder: string;
	/** The built desk. */
	bundle: string;
	/** The public site's built files, for its stylesheet. */
	client: string;
	/** The address of the desk behind a proxy; absent: only this machine. */
	origin?: string | undefined;
	/** Where the public site is read, for the link to it; absent: where the settings say. */
	site?: string | undefined;
	/** Shows a draft as the board would. */
	preview?: ((path: string, raw: string) => Promise<{ html: string }>) | undefined;
}

/** The desk, to listen on this machine only. It answers under `/admin/` and nowhere else. */
export function deskServer(options: DeskOptions): Server {
	const { accounts, bundle, client, now, folder } = options;
	const atWork = desk(options);
	const audit = notebook(folder, now);
	const entrance = entranceOf({ folder, accounts, now, audit });
	const routes: Readonly<Record<string, Route>> = {
		'GET /admin': { open: true, run: ({ response }) => moved(response, 301, '/admin/') },
		'GET /admin/login': {
			open: true,
			run: ({ response, query }) =>
				send(response, 200, loginPage(bundle, query.get('why'), query.get('until')), 'text/html; charset=utf-8'),
		},
		'POST /admin/api/login': { open: true, run: entrance.login },
		'POST /admin/api/logout': { open: true, run: entrance.logout },
		'GET /admin/api/me': { run: ({ response, account }) => sendJson(response, 200, meOf(account!)) },
		'GET /admin/api/config': {
			run: async ({ response, account, origin }) => {
				const communities = (await communitiesOf(atWork.git)).filter(({ id }) => mayWrite(account!, id));
				const mayEditSite = mayWrite(account!, undefined);
				sendJson(
					response,
					200,
					decapConfig({
						communities,
						origin,
						site: options.site ?? (await atWork.site()),
						today: await atWork.today(),
						mayEditSite,
						mayPublish: account!.role === 'reviewer',
					}),
				);
			},
		},
		'GET /admin/site.css': { run: async ({ response }) => send(response, 200, await siteStyles(client), 'text/css; charset=utf-8') },
		'POST /admin/api/preview': {
			run: async ({ request, response }) => {
				const asked = previewOf.safeParse((await jsonOf(request, LARGEST_BODY.other)).value);
				if (!asked.success) throw new Refusal(400, '请求的写法不对。');
				if (!options.preview) throw new Refusal(503, '这里没有预览。');
				sendJson(response, 200, await options.preview(asked.data.path, asked.data.raw));
			},
		},
		'POST /admin/api/v1': { run: (given) => v1(given) },
		'GET /admin/taken-down': {
			open: true,
			run: (given) => (given.account ? showTakenDown(given, null) : moved(given.response, 302, '/admin/login')),
		},
		'POST /admin/taken-down': { run: (given) => pressed(given) },
	};

	const v1 = async (given: Given): Promise<void> =>
		sendJson(given.response, 200, await performed(given, () => jsonOf(given.request, LARGEST_BODY.media)));

	/** Does what a request wants, and writes into the audit file what came of it. What writes waits until that can be written. */
	async function performed({ account, address }: Given, read: () => Promise<{ value: unknown; size: number }>): Promise<unknown> {
		let wanted: Wanted | undefined;
		let answer: unknown;
		const about = () => ({ action: wanted?.action ?? 'unknown', account: account!.name, address, ...(wanted && subjectOf(wanted)) });
		try {
			const { value, size } = await read();
			wanted = atWork.understood(value);
			expectSize(wanted, size);
			if (atWork.writes(wanted)) audit.expectWritable();
			answer = await atWork.perform(wanted, account!);
		} catch (error) {
			const isOurs = error instanceof Refusal;
			audit.note({ ...about(), status: isOurs ? error.status : 500, why: isOurs ? firstLine(error.message) : 'fault' });
			throw isOurs ? new Noticed(error) : error;
		}
		const done = { ...about(), status: 200, commit: commitIn(answer), alone: isAlone(answer), answers: answersIn(answer) };
		const unnoted = audit.noteDone(done);
		return unnoted && atWork.writes(wanted) ? { ...(answer as object), unnoted } : answer;
	}

	async function showTakenDown({ response, account }: Given, told: string | null, status = 200): Promise<void> {
		const wanted = { action: 'takenDown', params: {} } as const;
		const { own, waiting } = (await atWork.perform(wanted, account!)) as Pick<TakenDownPage, 'own' | 'waiting'>;
		const page = takenDownPage({ isReviewer: account!.role === 'reviewer', me: account!.name, own, waiting, said: told });
		send(response, status, page, 'text/html; charset=utf-8');
	}

	/** A button of that page. */
	async function pressed(given: Given): Promise<void> {
		const { request, response } = given;
		const { action, ...params } = Object.fromEntries(new URLSearchParams((await bodyOf(request, LARGEST_FORM)).toString()));
		try {
			if (action !== 'publishUnpublishedEntry' && action !== 'lookedAt') throw new Refusal(400, '请求的写法不对。');
			const { unnoted } = (await performed(given, async () => ({ value: { action, params }, size: 0 }))) as Unnoted;
			if (unnoted) return showTakenDown(given, unnoted);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return showTakenDown(given, await spoken(error.message, atWork.titleOf), error.status);
		}
		moved(response, 303, '/admin/taken-down');
	}

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const always = { ...deskHeaders, ...(options.origin?.startsWith('https:') ? overTls : {}) };
		for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
		const origins: Origins = { origin: options.origin, port: request.socket.localPort ?? 0 };
		const address = addressOf(request, origins);
		const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
		let account: Account | null = null;
		try {
			expectOurs(request, origins);
			account = entrance.accountOf(request);
			const method = request.method === 'HEAD' ? 'GET' : request.method;
			const route = Object.hasOwn(routes, `${method} ${path}`) ? routes[`${method} ${path}`] : undefined;
			const given = { request, response, account, address, origin: originOf(request, origins), query: new URLSearchParams(query) };
			if (route) {
				if (!route.open && !account) throw new Refusal(401, '请先登录。');
				return await route.run(given);
			}
			if (Object.keys(routes).some((each) => each.endsWith(` ${path}`)) || method !== 'GET') throw new Refusal(405, '不能这样请求。');
			return await file(path, given);
		} catch (error) {
			await refuse(response, error, atWork.titleOf);
			if (!(error instanceof Noticed) && (path.startsWith('/admin/api/') || request.method === 'POST'))
				audit.note({ action: path.slice(0, 100), account: account?.name, address, status: response.statusCode, why: whyOf(error) });
		}
	}

	/** Everything else below `/admin/`: uploads for whoever is logged in, and the files of the desk itself. */
	async function file(path: string, { response, account, query }: Given): Promise<void> {
		if (!path.startsWith('/admin/')) throw new Refusal(404, '这里只有编辑台：/admin/');
		if (path === '/admin/' && !account) return moved(response, 302, '/admin/login');
		if (path.startsWith('/admin/uploads/')) {
			if (!account) throw new Refusal(401, '请先登录。');
			const name = path.slice('/admin/'.length);
			const type = contentType(name);
			if (!type.startsWith('image/')) response.setHeader('content-disposition', 'attachment');
			return send(response, 200, await atWork.upload(name, account, { of: query.get('of'), id: query.get('id') }), type);
		}
		const found = await bundleFile(bundle, path.slice('/admin'.length));
		if (!found) throw new Refusal(404, '没有这个页面。');
		for (const [name, value] of Object.entries(cachingOf(path))) response.setHeader(name, value);
		send(response, 200, found.bytes, contentType(found.path));
	}

	const server = createServer((request, response) => {
		answer(request, response).catch((error: unknown) => {
			console.error(error);
			response.destroy();
		});
	});
	server.requestTimeout = 120_000;
	server.once('close', atWork.close);
	return server;
}

/** One request on its way. */
export interface Given {
	request: IncomingMessage;
	response: ServerResponse;
	/** Who asks; null when nobody is logged in. */
	account: Account | null;
	address: string;
	/** The address of the desk as the browser knows it. */
	origin: string;
	query: URLSearchParams;
}

interface Route {
	/** Whether one need not be logged in. */
	open?: boolean;
	run(given: Given): Promise<void> | void;
}

const LARGEST_FORM = 16 * 1024;

const previewOf = z.object({ path: z.string().max(400), raw: z.string() });

/** Only what carries a file may be as large as a file. */
function expectSize({ action, params }: Wanted, size: number): void {
	const carries = action === 'persistMedia' || (action === 'persistEntry' && (params.assets as unknown[]).length > 0);
	if (!carries && size > LARGEST_BODY.other) throw new Refusal(413, '一次最多发送 3 MB。请把内容拆成几份。');
}

/** What an editor reads of a request that was not done: in titles, not in files. */
async function refuse(response: ServerResponse, thrown: unknown, titleOf: Desk['titleOf']): Promise<void> {
	if (!(thrown instanceof Refusal)) console.error(thrown instanceof AccountsLost ? thrown.message : whatWentWrong(thrown));
	const error = refusedByMachine(thrown) ?? thrown;
	const isOurs = error instanceof Refusal;
	if (response.headersSent) return void response.destroy();
	if (!response.req.complete) response.setHeader('connection', 'close');
	if (isOurs && error.retryAfter !== undefined) response.setHeader('retry-after', String(error.retryAfter));
	sendJson(response, isOurs ? error.status : 500, {
		error: isOurs ? await spoken(error.message, titleOf) : '编辑台出错了，没有保存。您的文字还在，请再试一次；还不行请告诉管理员。',
		...(isOurs && error.findings.length > 0 ? { findings: error.findings } : {}),
		...(isOurs && error.hints.length > 0 ? { hints: error.hints } : {}),
	});
}

const firstLine = (text: string): string => text.split('\n')[0]!.slice(0, 200);
const whyOf = (error: unknown): string => (error instanceof Refusal ? firstLine(error.message) : 'fault');
const commitIn = (answer: unknown): string | undefined =>
	answer && typeof answer === 'object' && 'commit' in answer ? String(answer.commit) : undefined;

const answersIn = (answer: unknown): Noted['answers'] => {
	const { noted = [] } = (answer ?? {}) as { noted?: NonNullable<Noted['answers']> };
	return noted.length > 0 ? noted : undefined;
};

const isAlone = (answer: unknown): true | undefined => (answer && typeof answer === 'object' && 'alone' in answer ? true : undefined);

/** What a request is about, for the audit file: names, never texts. */
function subjectOf({ params }: Wanted): Partial<Noted> {
	const {
		collection,
		slug,
		options,
		dataFiles = [],
		assets = [],
		paths = [],
		path,
		asset,
		newStatus,
		id,
	} = params as Record<string, never> & {
		options?: { collectionName?: string };
		dataFiles?: { path: string; slug: string }[];
		assets?: { path: string }[];
		asset?: { path: string };
		paths?: string[];
	};
	const files = [...dataFiles, ...assets, ...(asset ? [asset] : [])].map((each) => each.path);
	const all = [...files, ...paths, ...(path ? [path] : [])].map((each) => each.slice(0, 200));
	return {
		collection: collection ?? options?.collectionName,
		slug: slug ?? dataFiles[0]?.slug ?? id,
		...(all.length > 0 ? { paths: all } : {}),
		to: newStatus,
	};
}
