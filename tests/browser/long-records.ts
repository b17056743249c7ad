import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, listen, siteServer } from '../../scripts/lib/server.ts';
import { fileOf, write, writeSmallContent } from '../commands/small-content.ts';

/** Ten columns of amounts, as no telephone is wide enough for. */
const columns = ['月份', '停车', '广告', '场地', '快递柜', '充电', '利息', '维修', '税费', '结余'];
const amount = (row: number, column: number) => `${((row + 1) * 7919 * (column + 3) * 13) % 9999999}.${10 + ((row * column) % 90)}`;
const grouped = (amount: string) => amount.replace(/\B(?=(?:\d{3})+\.)/g, ',');
const wide = [
	`| ${columns.join(' | ')} |`,
	`|${' --- |'.repeat(columns.length)}`,
	...Array.from(
		{ length: 12 },
		(_, row) =>
			`| ${row + 1}月 | ${columns
				.slice(1)
				.map((_, column) => `${grouped(amount(row, column))}元`)
				.join(' | ')} |`,
	),
].join('\n');

const sentences = [
	'到会48人，代表4,912.37㎡，同意41人，占85.42%。',
	'电梯大修预算396,606.00元，其中维修资金出317,284.80元，余下的2026年6月30日前收齐。',
	'急修24小时有人接，30分钟到场；普通报修2天内办完，5月6日18:00前补登记的也算。',
	'停车位132个，月租每个150元，空着的从4月13日起按先后排。',
];
/** Twenty thousand characters, figures in every line. */
const long = Array.from(
	{ length: 140 },
	(_, i) => `${i + 1}．${sentences.map((_, n) => sentences[(i + n) % sentences.length]).join('')}`,
).join('\n\n');

const mixed = `本棟（B座）之WiFi6E無線基地台更換案，供應商EnterpriseNetworkInfrastructureMaintenanceAndOperationsDivisionOfSomewhere報價NT$1,234,567.89，折合人民幣280,583.61元。

驗收文件見 https://board.example/uploads/ceshiyuan/2026/enterprise-network-infrastructure-maintenance-acceptance-report-final-v2.pdf?version=20260413&signature=0123456789abcdef0123456789abcdef ，共128頁，4月20日18:00前可到二樓辦公室查閱。

| 項目 | PartNumberOrSerialIdentifier | 數量 |
| --- | --- | --- |
| 基地台 | WX-9000-ENTERPRISE-INDOOR-CEILING-MOUNT-EDITION | 24台 |
| 電纜（Category6AShieldedTwistedPair） | C6A-305M | 1,220.50米 |`;

export const longRecords: Record<string, { title: string; text: string }> = {
	'2026-03-01-columns': { title: '第一季度收支：十栏，合计1,234,567.89元', text: wide },
	'2026-03-02-characters': { title: '全体业主大会逐条记录：议了140件，定了96件，44件留到2026年6月30日', text: long },
	'2026-03-03-mixed': { title: 'WiFi6E無線基地台更換案EnterpriseNetworkInfrastructure維護，預算280,583.61元', text: mixed },
};

export const pageOf = (slug: string): string => `/meetings/ceshiyuan/${slug}/`;

/** A small board that has the long records, built by the command that everybody uses, and served. */
export async function serveLongRecords(): Promise<{ url: string; folder: string; close(): Promise<void> }> {
	const folder = mkdtempSync(join(tmpdir(), 'long-records-'));
	const content = join(folder, 'content');
	writeSmallContent(content);
	for (const [slug, { title, text }] of Object.entries(longRecords)) {
		const record = fileOf('meetings', { title }, slug);
		write(content, record.file, `${record.text.split('\n---\n')[0]}\n---\n\n${text}\n`);
	}
	const site = join(folder, 'site');
	const build = fileURLToPath(new URL('../../scripts/build.ts', import.meta.url));
	const { status, stderr, stdout } = spawnSync(process.execPath, [build, '--content', content, '--out', site], { encoding: 'utf8' });
	if (status !== 0) throw new Error(`the long records were not built:\n${stdout}${stderr}`);
	const server = siteServer({ folder: site });
	const port = await listen(server, 0, '127.0.0.1');
	return {
		url: `http://127.0.0.1:${port}`,
		folder: site,
		async close() {
			await close(server);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
