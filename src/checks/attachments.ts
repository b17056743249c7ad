import { uploadsIn } from '../domain/uploads.ts';
import type { Seen, Trouble } from '../privacy/attachments/seen.ts';
import { foundInName, letPass } from '../privacy/detectors.ts';
import type { Allowed } from '../privacy/found.ts';
import type { Entry } from '../schema/index.ts';
import type { Check, Said } from './check.ts';
import { passedIn, saidOf } from './privacy.ts';

/** What is published with a record is asked the same as the record: nobody's number may stand in a PDF, a hidden sheet or a photograph's notes. */
export const attachments: Check = {
	id: 'attachments',
	kind: 'slip',
	asks: '附件里有没有个人的电话、证件号、房号？打得开吗？',
	law: '个人信息保护法 第二十五条',
	run: (records) => {
		const passed = passedIn(records);
		const owners = ownersOf(records.all);
		return [...records.uploads].sort().flatMap((file): Said[] => {
			const allowed = passed(owners.get(file) ?? []);
			const named = letPass(foundInName(file), allowed).map((each) => saidOf(each, file, '', records.today));
			const seen = records.seen.get(file);
			const said = [...named, ...(seen ? inUpload(file, seen, allowed, records.today) : [])];
			// The files of what was withdrawn are not shown: nobody is asked of them, and it may be taken down.
			const isShown = owners.get(file)?.every(({ data }) => data.withdrawn) !== true;
			return isShown ? said : said.filter(({ confirm }) => !confirm);
		});
	},
};

const inUpload = (file: string, { data, trouble }: Seen, allowed: Allowed, today?: string): Said[] => [
	...(trouble ? [{ file, field: '', ...TROUBLES[trouble] }] : []),
	...letPass(data, allowed).map((each): Said => {
		const said = saidOf(each, file, each.where, today);
		return { ...said, fix: `改好原文件再上传。${said.fix}` };
	}),
];

/** What keeps a file from being published, whatever stands in it. */
export const TROUBLES: Readonly<Record<Trouble, Pick<Said, 'problem' | 'fix'>>> = {
	broken: { problem: '这个文件打不开，里面写了什么没法核对。', fix: '用原来的软件打开，另存一份再上传。' },
	locked: { problem: '这个文件有密码，或是旧格式，里面写了什么没法核对。', fix: '去掉密码；doc、xls 另存为 docx、xlsx 或 pdf。' },
	place: { problem: '照片里记着拍摄地点的经纬度。', fix: '在编辑台重新上传会自动去掉；自己处理的，用看图软件另存一份，不带位置信息。' },
	embedded: { problem: '这个文件里还嵌着别的文件或程序，没法核对。', fix: '把嵌的文件拿出来单独上传，或另存为 pdf。' },
	large: { problem: '这个文件展开以后太大，没法核对。', fix: '拆成几份，或只留要公开的几页。' },
	pages: { problem: '这个文件超过2000页，没法核对。', fix: '拆成几份，或只留要公开的几页。' },
	deep: { problem: '这个文件里一层套一层，套得太深，没法核对。', fix: '用原来的软件打开，另存为 pdf 再上传。' },
	heavy: { problem: '这个文件太复杂，读到一半停下了，没法核对。', fix: '拆成几份；或用原来的软件打开，另存为 pdf 再上传。' },
	program: {
		problem: '这个文件打开时会运行程序（宏、脚本或启动别的软件）。',
		fix: 'Word、Excel 另存为不含宏的 docx、xlsx；pdf 用“打印”另存为一份新的 pdf。',
	},
	remote: {
		problem: '这个文件打开时会去别处取东西（模板、图片、数据或别的文件）。',
		fix: '在“文件—信息—编辑指向文件的链接”里断开链接，把图片直接放进去；或另存为 pdf 再上传。',
	},
	odd: {
		problem: '这个文件的写法不寻常，里面夹着别的内容或重名的部分，不同软件看到的可能不一样。',
		fix: '用原来的软件打开，另存为一份新的再上传。',
	},
	kind: { problem: '附件只能是图片、pdf、xlsx、docx、csv、txt。', fix: '换一种格式另存以后再上传。' },
};

/** The records that name an upload. */
export function ownersOf(entries: readonly Entry[]): Map<string, Entry[]> {
	const owners = new Map<string, Entry[]>();
	for (const entry of entries)
		for (const file of uploadsIn(entry)) {
			const named = owners.get(file);
			if (named) named.push(entry);
			else owners.set(file, [entry]);
		}
	return owners;
}
