import { namesPerson } from '../privacy/persons.ts';
import { collections, type Entry } from '../schema/index.ts';
import { fieldOf } from '../schema/messages.ts';
import type { Rulepack } from '../schema/rulepacks.ts';
import { visitFields } from '../schema/walk.ts';
import type { Check, Records, Said } from './check.ts';

/** What is not for the web must say where it can be inspected, and must not stand in the repository. */
export const audience: Check = {
	id: 'audience',
	kind: 'slip',
	asks: '不在网上公开的，写明查阅办法了吗？规则包不让上网的姓名，有没有写出来？',
	law: '个人信息保护法 第二十五条',
	run: (records) => records.all.flatMap((entry) => (entry.data.audience === 'web' ? persons(entry, records) : withheld(entry))),
};

function withheld({ file, data, body }: Entry): Said[] {
	if (!data.inspect)
		return [{ file, field: 'inspect', problem: '选了不在网上公开，没有写查阅办法。', fix: '写明去哪里、什么时候、找哪个岗位查阅。' }];
	if (body)
		return [
			{
				file,
				field: '',
				problem: '选了不在网上公开，正文却写在这里。',
				fix: '删掉正文：不上网的内容不放进公开栏的文件里，只留查阅办法。',
			},
		];
	return [];
}

/** Fields that the place's rules keep from the web, or show only in part: nobody may be named in them. */
const persons = ({ file, collection, community, data }: Entry, records: Records): Said[] => {
	const kept =
		packOf(community, records)?.audiences.filter(({ field, audience }) => audience !== 'web' && field?.startsWith(`${collection}.`)) ?? [];
	if (kept.length === 0) return [];
	const said: Said[] = [];
	visitFields(collections[collection].schema, data, (value, _, path) => {
		if (typeof value !== 'string') return;
		const name = [collection, ...path.filter((step) => typeof step === 'string')].join('.');
		const rule = kept.find(({ field }) => name === field || name.startsWith(`${field}.`));
		if (rule && namesPerson(value))
			said.push({
				file,
				field: fieldOf(path),
				problem: `这里像是写了人的姓名，规则包写的是：${rule.what}${rule.audience === 'masked' ? '，网上隐去一部分' : '，不上网'}。`,
				fix: '写成“张某某”“一位业主”或岗位、单位。',
				law: rule.basis,
			});
	});
	return said;
};

function packOf(community: string | undefined, records: Records): Rulepack | null {
	const place = community ? records.get(`communities/${community}`) : undefined;
	const id = place?.collection === 'communities' ? place.data.rulepack : undefined;
	const pack = id ? records.get(id) : undefined;
	return pack?.collection === 'rulepacks' ? (pack.data as Rulepack) : null;
}
