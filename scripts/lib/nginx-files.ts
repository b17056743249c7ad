import { deskHeaders, deskSays } from '../../cms/server/headers.ts';
import { LARGEST_BODY } from '../../cms/server/request.ts';
import { caching, contentType, isPackable, overTls, places, securityHeaders, shown, text, workerPolicy } from './headers.ts';
import { says } from './says.ts';

const FOLDER = 'deploy/nginx/gongkailan';

/** What nginx includes so that it answers as our own servers do: path → text. An operator copies these and never edits them. */
export const nginxFiles = (): Record<string, string> => ({
	[`${FOLDER}/maps.conf`]: lines(
		written('what depends on the request', 'http { }'),
		...publicMaps(),
		'',
		'# What the desk itself has not said, nginx says for it.',
		...Object.entries({ ...deskHeaders, ...overTls }).map(
			([name, value]) => `map $upstream_http_${snake(name)} ${deskVariable(name)} { default ""; "" ${quoted(value)}; }`,
		),
		'',
		'# Whether a page or a script of the desk reads the answer.',
		'map $http_accept $desk_reader { default script; ~text/html page; }',
		'map $status $desk_retry_after { default ""; 429 10; 503 30; }',
		'limit_req_zone $binary_remote_addr zone=desk_login:1m rate=30r/m;',
	),
	[`${FOLDER}/site.conf`]: lines(
		written('the public site', 'its server { }'),
		...Object.entries({ ...securityHeaders, ...overTls })
			.filter(([name]) => name !== 'content-security-policy')
			.map(([name, value]) => header(name, quoted(value))),
		header('content-security-policy', '$board_policy'),
		header('cache-control', '$board_caching'),
		header('content-disposition', '$board_saving'),
		header('allow', '$board_allows'),
		'',
		...SITE,
	),
	[`${FOLDER}/desk.conf`]: lines(
		written('the editing desk', 'its server { }'),
		...Object.keys({ ...deskHeaders, ...overTls }).map((name) => header(name, deskVariable(name))),
		header('retry-after', '$desk_retry_after'),
		'',
		...DESK,
	),
});

const lines = (...all: string[]): string => `${all.join('\n')}\n`;

const written = (what: string, where: string) =>
	`# ${what[0]!.toUpperCase()}${what.slice(1)}, to be included in ${where}. Written by \`npm run generate\`, so that nginx and our own server say the same. Not to be edited.\n`;

/** nginx has no escape for a dollar sign, and needs none here. */
function quoted(value: string): string {
	if (/["\\$\n]/.test(value)) throw new Error(`not to be said in an nginx file: ${value}`);
	return `"${value}"`;
}

const header = (name: string, value: string) => `add_header ${title(name)} ${value} always;`;
const title = (name: string) => name.replace(/(^|-)\w/g, (start) => start.toUpperCase());
const snake = (name: string) => name.replaceAll('-', '_');
const deskVariable = (name: string) => `$desk_${snake(name)}`;

const endings = (types: Readonly<Record<string, string>>) =>
	Object.keys(types)
		.map((ending) => ending.slice(1))
		.join('|');

/** By `$uri` an address is decoded and its query gone, as in `contentHeaders`; the status comes first, since only a file is kept or saved. */
function publicMaps(): string[] {
	const files = '^(?:200|206|304)';
	return [
		'map "$status$uri" $board_policy {',
		`	default ${quoted(securityHeaders['content-security-policy']!)};`,
		'	# Full-text search is WebAssembly. It runs in this one file, and no page needs to allow it.',
		`	"~${files}${escaped(places.worker)}$" ${quoted(workerPolicy)};`,
		'}',
		`map "$status$uri" $board_caching { default ${quoted(caching.asked)}; "~${files}${places.hashed}" ${quoted(caching.hashed)}; }`,
		'# What was uploaded is shown when it cannot hold a script, and else only saved.',
		'map "$status$uri" $board_saving {',
		'	default "";',
		`	"~${files}${places.uploads}.*\\.(?i:${endings(shown)})$" "";`,
		`	"~${files}${places.uploads}" attachment;`,
		'}',
		'map $request_method $board_allows { default "GET, HEAD"; GET ""; HEAD ""; }',
		'# What only somebody asks for who looks for a way around: hidden files, a way up, a separator that was smuggled in.',
		'map $request_uri $board_is_odd {',
		'	default 0;',
		'	"~*^[^?]*(?://|%2f|%5c|\\\\\\\\)" 1;',
		'	"~*^[^?]*/(?:\\.|%2e)(?!well-known(?:[/?]|$))" 1;',
		'}',
	];
}

const escaped = (path: string) => path.replaceAll('.', '\\.');

/** `types` wants the kind before its endings, without the letters. */
function typesOf(types: Readonly<Record<string, string>>, indent: string): string[] {
	const byKind = Map.groupBy(Object.entries(types), ([, type]) => type.split(';')[0]!);
	return [...byKind].map(([kind, all]) => `${indent}	${kind} ${all.map(([ending]) => ending.slice(1)).join(' ')};`);
}

const packable = [...new Set(Object.values({ ...text, ...shown }))].filter(isPackable).map((type) => type.split(';')[0]!);
/** nginx always packs HTML and names its letters, and warns when told to. */
const named = [...new Set(Object.values(text).map((type) => type.split(';')[0]!))].filter((type) => type !== 'text/html');

const packing = [
	'gzip on;',
	'gzip_comp_level 5;',
	'gzip_min_length 257;',
	// Vary stands on every answer already, on a 304 too.
	'gzip_vary off;',
	`gzip_types ${packable.filter((type) => type !== 'text/html').join(' ')};`,
];

const sentence = (status: number, line: string) => `return ${status} "${line}\\n";`;
/** A file of no kind that is known by its ending, so that what is said is plain text whatever was asked for. */
const PLAIN = '	types { }\n	default_type text/plain;';

const SITE = [
	'charset utf-8;',
	`charset_types ${named.join(' ')};`,
	...packing,
	'',
	'types {',
	...typesOf({ ...text, ...shown }, ''),
	'}',
	`default_type ${contentType('')};`,
	'',
	'# A publication is one rename of the link that `root` names: it is followed anew with each request.',
	'open_file_cache off;',
	'disable_symlinks off;',
	'merge_slashes off;',
	'absolute_redirect off;',
	'index index.html;',
	'',
	'# The page for what is not there may itself not be there.',
	'recursive_error_pages on;',
	'error_page 400 /.refused/malformed;',
	'error_page 403 404 =404 /404.html;',
	'error_page 405 @only-reading;',
	'error_page 500 502 503 504 /.refused/fault;',
	'',
	'location / {',
	'	if ($board_allows) { return 405; }',
	'	if ($board_is_odd) { return 404; }',
	'	try_files $uri $uri/ =404;',
	'}',
	`location ${places.uploads} {`,
	'	types {',
	...typesOf(shown, '	'),
	'	}',
	'	if ($board_allows) { return 405; }',
	'	if ($board_is_odd) { return 404; }',
	'	try_files $uri $uri/ =404;',
	'}',
	'location = /404.html {',
	'	if ($board_allows) { return 405; }',
	'	error_page 403 404 = @nothing;',
	'	error_page 405 @only-reading;',
	'}',
	'location @nothing {',
	PLAIN,
	`	if (!-d $document_root) { ${sentence(503, says.unpublished)} }`,
	`	${sentence(404, says.missing)}`,
	'}',
	'location @only-reading {',
	PLAIN,
	`	${sentence(405, says.onlyReading)}`,
	'}',
	'location = /.refused/malformed {',
	'	internal;',
	PLAIN,
	`	${sentence(400, says.malformed)}`,
	'}',
	'location = /.refused/fault {',
	'	internal;',
	PLAIN,
	`	${sentence(500, says.fault)}`,
	'}',
];

const asPage = (line: string) =>
	`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>编辑台</title><p>${line}</p></html>`;

/** The same sentence for a page and, as JSON, for a script. */
const both = (name: string, status: number, line: string, page?: string): string[] => [
	`location = /.desk/${name}/script {`,
	'	internal;',
	'	types { }',
	'	default_type application/json;',
	`	return ${status} '${JSON.stringify({ error: line })}';`,
	'}',
	`location = /.desk/${name}/page {`,
	'	internal;',
	'	types { }',
	'	default_type text/html;',
	`	${page ?? `return ${status} '${asPage(line)}';`}`,
	'}',
];

const DESK = [
	'charset utf-8;',
	'charset_types application/json;',
	...packing,
	'gzip_proxied any;',
	'absolute_redirect off;',
	'',
	`# The desk takes ${LARGEST_BODY.media / 2 ** 20} MB and says itself what is too much; only what is far too much ends here.`,
	`client_max_body_size ${(LARGEST_BODY.media / 2 ** 20) * 2}m;`,
	'proxy_read_timeout 300s;',
	'proxy_send_timeout 300s;',
	'proxy_set_header Host $http_host;',
	'proxy_set_header X-Forwarded-For $remote_addr;',
	'proxy_set_header X-Forwarded-Proto $scheme;',
	'',
	'error_page 413 /.desk/large/$desk_reader;',
	'error_page 429 = /.desk/slow/$desk_reader;',
	'error_page 502 504 =503 /.desk/away/$desk_reader;',
	'',
	'location / { proxy_pass http://board_desk; }',
	'location = / { return 302 /admin/; }',
	'location = /admin/api/login {',
	'	limit_req zone=desk_login burst=20 nodelay;',
	'	limit_req_status 429;',
	'	proxy_pass http://board_desk;',
	'}',
	...both('large', 413, deskSays.large),
	...both('slow', 429, deskSays.slow, 'return 303 /admin/login?why=slow;'),
	...both('away', 503, deskSays.away),
];
