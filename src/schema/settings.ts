import type { z } from 'zod';
import { day, line, phone, record, ref, text, url } from './fields.ts';

/** `content/settings.json`: what the whole board says of itself. */
export const settings = record({
	name: line('名称', '公开栏的名称，显示在每页顶上。'),
	lede: line('一句话介绍', '首页和关于页的第一句话。'),
	url: url('网址', '公开栏对外的网址，例如 https://example.org，末尾不加斜杠。'),
	operator: line('主办单位', '谁办这个公开栏。'),
	phone: phone('电话', '主办单位的办公电话。').optional(),
	email: line('邮箱', '主办单位的公用邮箱。').optional(),
	address: line('地址', '当面反映问题去哪里。').optional(),
	corrections: line('更正和投诉', '发现错误或隐私问题找谁、多久答复。'),
	icp: line('ICP备案号', '在工信部备案的编号。').optional(),
	police: line('公安备案号', '公安联网备案的编号。').optional(),
	firstCommunity: ref(['communities'], '首先显示的小区', '只办一个小区的，首页直接显示它。').optional(),
	banner: text('页顶说明', '每页顶上的一行说明，例如“演示数据”。').optional(),
	asOf: day('以哪天为准', '演示用：公开栏按这一天显示。真实的公开栏不填，按当天显示。').optional(),
});

export type Settings = z.infer<typeof settings>;
