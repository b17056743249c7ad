import type { Check, Said } from './check.ts';

/** A way to object, or to ask, is one only if it says where: a place to bring a letter to, a number to dial, a mailbox to write to. */
export const channels: Check = {
	id: 'channels',
	kind: 'slip',
	asks: '提意见的办法写全了吗？送到哪里、打哪个号码？',
	run: (records) => [
		...records
			.of('notices')
			.flatMap(({ file, data }) =>
				data.channels.flatMap(({ kind, detail }, i) => lacking(kind, detail, { file, field: `channels[${i + 1}].detail` })),
			),
		...records
			.of('communities')
			.flatMap(({ file, data }) =>
				data.channels.flatMap(({ name, value, hours }, i) =>
					lacking(name, [value, hours].join('，'), { file, field: `channels[${i + 1}].value` }),
				),
			),
	],
};

/** What each kind of way must say, by the words it is called by. A place is not read for its truth: that one is named is enough. */
const NEEDS: readonly { kind: RegExp; says: RegExp; what: string; example: string }[] = [
	{ kind: /电话|热线/, says: /\d{3,}/, what: '号码', example: '0000-6000101，9:00至18:00' },
	{ kind: /邮箱|邮件/, says: /[@＠]/, what: '邮箱地址', example: 'yijian@example.org' },
	{
		kind: /书面|信函|来信|邮寄/,
		says: /[路街巷弄道]\d*|[栋幢楼层室厅]|办公|中心|服务站|接待|门卫|门口|岗亭|值班|传达|信箱|意见箱|公告栏|前台|居委会|[交送寄投]/,
		what: '交到哪里',
		example: '交2栋底层议事厅，或者投2栋大堂意见箱',
	},
	{
		kind: /当面|面谈|接待|座谈|意见箱/,
		says: /[路街巷弄道]\d*|[栋幢楼层室厅门]|办公|中心|服务站|岗亭|值班|公告栏|前台|居委会|业委会|社区|物业|广场|亭/,
		what: '地点',
		example: '周二、四、六9:00至11:00，2栋底层议事厅',
	},
];

function lacking(kind: string, detail: string, at: Pick<Said, 'file' | 'field'>): Said[] {
	const need = NEEDS.find((each) => each.kind.test(kind));
	if (!need || need.says.test(detail)) return [];
	return [
		{
			...at,
			problem: `“${kind}”写的是“${detail}”，没有写${need.what}。`,
			fix: `写上${need.what}，例如“${need.example}”；用不了的办法删掉。`,
		},
	];
}
