import type { Check } from './check.ts';

/** What is not for the web must say where it can be inspected, and must not stand in the repository. */
export const audience: Check = {
	id: 'audience',
	kind: 'slip',
	asks: '不在网上公开的，写明查阅办法了吗？',
	law: '个人信息保护法 第二十五条',
	run: (records) =>
		records.all.flatMap(({ file, data, body }) => {
			if (data.audience === 'web') return [];
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
		}),
};
