import { personalData } from '../privacy/detectors.ts';
import { collections } from '../schema/index.ts';
import { fieldOf } from '../schema/messages.ts';
import { visitFields } from '../schema/walk.ts';
import type { Check, Said } from './check.ts';

/** No private person's number may stand in a record: what is published once cannot be called back. */
export const privacy: Check = {
	id: 'privacy',
	kind: 'slip',
	asks: '有没有写进个人的手机号、证件号、账号、车牌？',
	law: '个人信息保护法 第二十五条',
	run: (records) =>
		records.all.flatMap(({ file, collection, data, body }) => {
			const found: Said[] = [];
			const look = (field: string, text: string) => {
				for (const { what, shown } of personalData(text))
					found.push({
						file,
						field,
						problem: `里面像是有${what}：“${shown}”。`,
						fix: '删掉或换成办公电话、岗位名称。公开以后收不回来，文件的历史里也会留着。',
					});
			};
			visitFields(collections[collection].schema, data, (value, _, path) => {
				if (typeof value === 'string') look(fieldOf(path), value);
			});
			look('body', body);
			return found;
		}),
};
