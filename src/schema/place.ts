import { nearest } from '../basics/nearest.ts';
import type { Finding } from './finding.ts';
import { type CollectionName, collectionNames, collections, isCollection } from './index.ts';
import { sayLeftover } from './leftover.ts';

/** What a file under `content/` is by its path. */
export type Place =
	| { kind: 'settings' }
	| { kind: 'upload' }
	| { kind: 'record'; collection: CollectionName; community?: string; slug: string; id: string };

const NAME = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
/** A name may be so long: with the endings it gets on the site every disk takes it. */
const LONGEST_NAME = 100;
const UPLOAD = /^uploads\/[a-z0-9-]+\/\d{4}\/[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Says what a path under `content/` is, or why nothing may stand there. */
export function placeOf(file: string): Place | Finding {
	if (file === 'settings.json') return { kind: 'settings' };
	const leftover = sayLeftover(file);
	if (leftover) return wrong(file, leftover.problem, leftover.fix);
	const [folder = '', ...rest] = file.split('/');
	if (folder === 'uploads') {
		const name = file.slice(file.lastIndexOf('/') + 1);
		if (rest.some((part) => part.length > LONGEST_NAME)) return tooLong(file, name);
		if (UPLOAD.test(file)) return { kind: 'upload' };
		return wrong(
			file,
			`上传的文件放在“${file}”，应放在 uploads/小区/年份/ 下面，文件名只用英文字母、数字、点、横线。`,
			'改名或移到例如 uploads/jinguiyuan/2026/receipt-01.pdf。',
		);
	}
	if (!isCollection(folder)) {
		const meant = nearest(folder, [...collectionNames, 'uploads']);
		return wrong(
			file,
			`文件放在“${folder}”里，没有这个栏目。`,
			meant ? `是不是“${meant}”？移到那个文件夹。` : `只能放在这些文件夹里：${collectionNames.join('、')}、uploads，或 settings.json。`,
		);
	}
	const { format, of, title } = collections[folder];
	const last = rest.at(-1) ?? '';
	const dot = last.lastIndexOf('.');
	if (dot < 0 || last.slice(dot + 1) !== format)
		return wrong(
			file,
			`“${title}”的文件以 .${format} 结尾，这个文件叫“${last}”。`,
			`改名为 ${last.slice(0, dot < 0 ? undefined : dot)}.${format}，并按“${title}”的格式写。`,
		);
	const slug = last.slice(0, dot);
	const names = [...rest.slice(0, -1), slug];
	const depths = { site: [1], community: [2], either: [1, 2] }[of];
	if (!depths.includes(names.length))
		return wrong(
			file,
			`“${title}”的文件放深了或放浅了。`,
			of === 'site' ? `直接放在 ${folder}/ 下面。` : `放在小区的文件夹里，例如 ${folder}/jinguiyuan/${slug}.${format}。`,
		);
	const bad = names.find((name) => !NAME.test(name));
	if (bad !== undefined)
		return wrong(
			file,
			`名字“${bad}”里有不能用的字符。`,
			'只用英文字母、数字和横线，例如 2026-03-10-joint。网址就是文件的路径，要好抄、好念。',
		);
	const long = names.find((name) => name.length > LONGEST_NAME);
	if (long) return tooLong(file, long);
	const community = names.length === 2 ? names[0] : undefined;
	return { kind: 'record', collection: folder, ...(community ? { community } : {}), slug, id: [folder, ...names].join('/') };
}

const tooLong = (file: string, name: string): Finding =>
	wrong(
		file,
		`名字“${name.slice(0, 20)}…”有 ${name.length} 个字符，太长了。`,
		`最多 ${LONGEST_NAME} 个字符，例如 2026-03-10-joint。太长的名字有的电脑存不下，整个公开栏都会发布不了。`,
	);

const wrong = (file: string, problem: string, fix: string): Finding => ({ check: 'place', kind: 'slip', file, field: '', problem, fix });
