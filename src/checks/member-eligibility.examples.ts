import type { Example, Situation, Written } from './examples.ts';

/** A member of a committee, and the firm that manages the community with who is listed there. */
const sits = (member: object, staff = '罗青'): Situation => {
	const manager = { slug: 'manager', name: '示例物业公司', kind: 'propertyCompany', seats: 0, terms: [{ members: [{ name: staff }] }] };
	return {
		records: {
			bodies: [{ terms: [{ members: [{ name: '石安', ...member }] }] }, manager] as Written[],
			communities: { manager: 'bodies/ceshiyuan/manager' },
		},
		place: { rules: { eligibility: { says: '委员和物业服务人无直接的利益关系', article: '第三十九条' } } },
	};
};
const tie = (firm: string) => ({ interests: [{ firm, relation: '配偶在该公司任职' }] });
const asked = 'terms[1].members[1]：委员和物业服务人无直接的利益关系；';

export const examples: readonly Example[] = [
	{
		what: '本人说明和物业有关系，算不算由人看',
		finds: { ...sits(tie('示例物业公司')), says: [`note ${asked}主任本人说明和示例物业公司有关系：配偶在该公司任职`] },
		leaves: { what: '和别的单位有关系', ...sits(tie('示例会计师事务所')) },
	},
	{
		what: '和物业名册上的人同名',
		finds: { ...sits({}, '石安'), says: [`note ${asked}主任和示例物业公司名册上的一人同名`] },
		leaves: { what: '是顾问，不是委员', ...sits({ seat: 'adviser' }, '石安') },
	},
];
