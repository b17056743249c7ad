/** Every collection of the record, and what one file of it is. */
import type { z } from 'zod';
import { assessment } from './assessments.ts';
import { body } from './bodies.ts';
import { caseStudy } from './cases.ts';
import { commitment } from './commitments.ts';
import { community } from './communities.ts';
import { document } from './documents.ts';
import { ledger } from './ledgers.ts';
import { matter } from './matters.ts';
import { meeting } from './meetings.ts';
import { notice } from './notices.ts';
import { request } from './requests.ts';
import { rulepack } from './rulepacks.ts';
import { schedule } from './schedules.ts';
import { statistic } from './statistics.ts';

/**
 * `title`: the collection's name on the site. `nav`: its short name in the navigation. `one`: one record of it; `unit`: what they are counted in. `format`: how a file is written.
 * `of`: whose its records are — each community's own (`community`, in a folder with the community's id), the whole board's (`site`), or either (`either`).
 */
export const collections = {
	notices: { title: '公示公告', nav: '公示', one: '公示公告', unit: '份', format: 'md', of: 'community', schema: notice },
	meetings: { title: '会议纪要', nav: '纪要', one: '会议纪要', unit: '次', format: 'md', of: 'community', schema: meeting },
	ledgers: { title: '资金账', nav: '账目', one: '资金账', unit: '期', format: 'json', of: 'community', schema: ledger },
	matters: { title: '事项', nav: '事项', one: '事项', unit: '件', format: 'md', of: 'community', schema: matter },
	bodies: { title: '组织名册', nav: '名册', one: '组织', unit: '个', format: 'json', of: 'community', schema: body },
	documents: { title: '制度文件', nav: '制度', one: '文件', unit: '份', format: 'md', of: 'either', schema: document },
	requests: { title: '诉求办理', nav: '诉求', one: '诉求月报', unit: '份', format: 'json', of: 'community', schema: request },
	assessments: { title: '考核', nav: '考核', one: '考核', unit: '份', format: 'json', of: 'community', schema: assessment },
	commitments: { title: '服务承诺', nav: '承诺', one: '承诺', unit: '份', format: 'json', of: 'community', schema: commitment },
	schedules: { title: '日程', nav: '日程', one: '日程', unit: '项', format: 'json', of: 'community', schema: schedule },
	cases: { title: '案例', nav: '案例', one: '案例', unit: '个', format: 'md', of: 'site', schema: caseStudy },
	statistics: { title: '统计', nav: '统计', one: '统计', unit: '份', format: 'json', of: 'site', schema: statistic },
	communities: { title: '小区', nav: '小区', one: '小区', unit: '个', format: 'json', of: 'site', schema: community },
	rulepacks: { title: '规则包', nav: '规则', one: '规则包', unit: '个', format: 'json', of: 'site', schema: rulepack },
} as const;

/** The name of a collection: its folder under `content/`, and the first part of its addresses. */
export type CollectionName = keyof typeof collections;
/** The fields of a record of a collection, as its schema reads them. */
export type DataOf<C extends CollectionName> = z.infer<(typeof collections)[C]['schema']>;

/** The names of all collections, in the order in which they are offered. */
export const collectionNames = Object.keys(collections) as CollectionName[];

/** Whether a word is the name of a collection. */
export const isCollection = (name: string): name is CollectionName => Object.hasOwn(collections, name);

/** A community's record, or one of the whole board. `id` is its path under `content/` without the ending, and its URL. */
export interface EntryOf<C extends CollectionName> {
	/** `meetings/jinguiyuan/2026-03-10-joint` */
	id: string;
	collection: C;
	/** `jinguiyuan`; absent for a record of the whole board */
	community?: string;
	/** `2026-03-10-joint` */
	slug: string;
	/** `meetings/jinguiyuan/2026-03-10-joint.md`, under `content/` */
	file: string;
	data: DataOf<C>;
	/** the text below the line, with the marks of `docs/text.md`; empty for JSON */
	body: string;
	/** the line of the file where it begins, counted from 1; absent where there is none */
	bodyLine?: number;
}

/** A record of any collection. */
export type Entry = { [C in CollectionName]: EntryOf<C> }[CollectionName];
