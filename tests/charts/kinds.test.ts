import { describe, expect, test } from 'vitest';
import { attendanceChart } from '../../src/charts/attendance.ts';
import { balanceChart } from '../../src/charts/balance.ts';
import { categoryChart } from '../../src/charts/categories.ts';
import { coverageChart } from '../../src/charts/coverage.ts';
import { texts } from './drawing.ts';
import { makers } from './examples.ts';

const words = (svg: string): string[] => texts(svg).map(({ text }) => text);
const made = (name: string) => makers[name]!();

/** The heights and widths of the rectangles painted with a class, in px. */
const bars = (svg: string, paint: string): { width: number; height: number }[] =>
	[...svg.matchAll(new RegExp(`<path[^>]* class="${paint}" d="([^"]*)"`, 'g'))].flatMap(([, d]) =>
		[...d!.matchAll(/h(-?[\d.]+)v(-?[\d.]+)h/g)].map(([, width, height]) => ({
			width: Math.abs(Number(width)),
			height: Math.abs(Number(height)),
		})),
	);

describe('Balance over time', () => {
	test('says each of five balances beside its dot, in 万', () => {
		for (const svg of [made('the balance of five quarters').wide, made('the balance of five quarters').narrow]) {
			expect(words(svg)).toEqual(expect.arrayContaining(['15.4万', '15.1万', '17.9万', '21.4万', '24.2万', '一季度', '2025年', '2026年']));
		}
	});

	test('of many balances says the last, the first, the highest and the lowest', () => {
		const { narrow, rows } = made('the balance of 24 months');
		const said = words(narrow).filter((text) => /^[\d.]+万$/.test(text));
		const [first, last] = [rows[0]![1]!, rows.at(-1)![1]!];
		expect(rows).toHaveLength(24);
		expect(said).toEqual(
			expect.arrayContaining([first, last].map((amount) => `${Math.round(Number(amount.replaceAll(',', '')) / 1000) / 10}万`)),
		);
	});

	test('keeps the last of two balances of one day, and the table is exact to the 分', () => {
		expect(made('the balance of single days').rows).toEqual([
			['2026年1月5日', '226,986.52'],
			['2026年1月30日', '225,006.52'],
			['2026年3月31日', '241,541.14'],
		]);
	});

	test('of single days goes in steps: no line of it is aslant', () => {
		const [, d] = /class="bal" d="([^"]+)"/.exec(made('the balance of single days').wide)!;
		const points = [...d!.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
		expect(points.slice(1).filter(([x, y], index) => x !== points[index]![0] && y !== points[index]![1])).toEqual([]);
	});

	test('below nought has a full-width minus and an axis that goes on below', () => {
		const said = words(made('a balance that falls below nought').narrow);
		expect(said).toEqual(expect.arrayContaining(['－3.3万', '－4万', '0', '4万']));
	});

	test('says what it shows', () => {
		expect(made('the balance of five quarters').desc).toBe('从2025年第一季度的153,927.12元升到2026年第一季度的241,541.14元。');
		expect(made('one balance').desc).toBe('2026年结余123.45元。');
		expect(made('balances of nought').desc).toBe('2025年第一季度和2026年第一季度都是0.00元。');
		expect(made('no balance at all').desc).toBe('没有数字。');
	});

	test('escapes a title', () => {
		expect(balanceChart({ id: 'x', title: 'A<b>&"', balances: [] }).wide).toContain('<title id="x-w-t">A&lt;b&gt;&amp;&quot;</title>');
	});
});

describe('Income and expense', () => {
	test('stand as bars on one scale: solid and hatched, as high as their amounts', () => {
		const { wide } = made('income and expense');
		const [income, expense] = [bars(wide, 'in-').slice(0, 5), bars(wide, 'c-hatch').slice(0, 5)];
		expect(income[4]!.height / expense[4]!.height).toBeCloseTo(6842500 / 4127038, 2);
		expect(words(wide)).toEqual(expect.arrayContaining(['收入', '支出', '6.8万', '4.1万']));
	});

	test('say their amounts on a phone in the table only, where the bars have no room', () => {
		expect(words(made('income and expense').narrow)).not.toContain('6.8万');
	});

	test('with a closing balance have its line above and its column in the table', () => {
		const { narrow, columns, rows } = made('income, expense and balance');
		expect(words(narrow)).toEqual(expect.arrayContaining(['期末结余', '24.2万']));
		expect([columns, rows[4]]).toEqual([
			['期间', '收入（元）', '支出（元）', '期末结余（元）'],
			['2026年第一季度', '68,425.00', '41,270.38', '241,541.14'],
		]);
	});

	test('say in which periods more went out than came in', () => {
		expect(made('income and expense').desc).toContain('支出大于收入的：2025年第二季度。');
	});
});

describe('Categories', () => {
	test('stand largest first, with their shares in the table', () => {
		expect(made('expense by category').rows.map(([name, , share]) => [name!.slice(0, 7), share])).toEqual([
			['经营成本', '77.2%'],
			['审计和法律服务', '10.3%'],
			['税费', '8.3%'],
			['召开业主大会和', '4.1%'],
		]);
	});

	test('too long for a phone are cut there and whole in the table', () => {
		const { narrow, rows } = made('expense by category');
		expect(words(narrow).filter((text) => text.endsWith('…'))).toHaveLength(1);
		expect(rows.at(-1)![0]).toMatch(/费用$/);
	});

	test('have no shares where something was paid back', () => {
		expect(made('income by category, one of them paid back').rows).toEqual([
			['停车', '48,492.81', '—'],
			['广告', '－900.00', '—'],
		]);
	});

	test('do not change the list they were given', () => {
		const categories = [
			{ name: '甲', amount: 1 },
			{ name: '乙', amount: 2 },
		] as const;
		categoryChart({ id: 'x', title: '支出', categories });
		expect(categories.map(({ name }) => name)).toEqual(['甲', '乙']);
	});
});

describe('Attendance', () => {
	test('says present and expected above each bar, and names the meeting that was too small', () => {
		const { narrow, desc, rows } = made('attendance');
		expect(words(narrow)).toEqual(expect.arrayContaining(['7/9', '9/9', '8/9', '4/9', '实到', '未到', '须到']));
		expect(desc).toContain('没有到够人数的：2026年4月14日。');
		expect(rows[3]).toEqual(['2026年4月14日', '9', '4', '5', '44.4%']);
	});

	test('without a needed number has no tick, no key for it and no column', () => {
		const { wide, columns } = attendanceChart({ id: 'x', title: '到会', meetings: [{ meeting: '2026-01-13', present: 7, expected: 9 }] });
		expect(wide).not.toContain('class="need"');
		expect(columns).toEqual(['会议', '应到（人）', '实到（人）', '到会率']);
	});
});

test('Where 24 meetings stand close, only the last, first, best and worst attended say their number', () => {
	const said = words(made('attendance of 24 meetings').narrow);
	expect(said.slice(said.indexOf('未到') + 1)).toEqual(['5', '5', '13']);
});

describe('Before and after', () => {
	test('puts a number at each bar, and says where there is none', () => {
		expect(words(made('before and after').narrow)).toEqual(
			expect.arrayContaining(['52.5%', '93%', '1,210次/年', '242次/年', '没有数字', '3天']),
		);
	});

	test('draws a percentage on a scale to 100', () => {
		const { wide } = made('before and after');
		const [before] = bars(wide, 'c-hatch');
		const [after] = bars(wide, 'in-');
		expect(before!.width / after!.width).toBeCloseTo(52.5 / 93, 2);
	});
});

describe('Coverage', () => {
	test.each(['wide', 'narrow'] as const)('has parts whose bars add up to the bar of the total (%s)', (shape) => {
		for (const name of ['coverage in four parts', 'coverage with a remainder']) {
			const svg = made(name)[shape];
			const parts = [...bars(svg, 'in-'), ...bars(svg, 'c-rest')].reduce((sum, { width }) => sum + width, 0);
			expect(Math.abs(parts - bars(svg, 'c-ink')[0]!.width)).toBeLessThan(0.5);
		}
	});

	test('names the remainder, and counts it', () => {
		const { rows, desc } = made('coverage with a remainder');
		expect(rows).toEqual([
			['已覆盖', '338', '69.3%'],
			['还没有覆盖', '150', '30.7%'],
			['没有专业物业的小区', '488', '100%'],
		]);
		expect(desc).toBe('没有专业物业的小区488个：已覆盖338个，还没有覆盖150个。');
	});

	test('does not hide that parts come to less or to more than their total', () => {
		const less = coverageChart({
			id: 'x',
			title: '覆盖',
			total: { name: '合计', value: 10 },
			unit: '个',
			parts: [{ name: '甲', value: 8 }],
		});
		expect(less.rows[1]).toEqual(['没有列明', '2', '20%']);
		expect(made('parts that come to more than their total').desc).toContain('各部分相加比总数多2个。');
	});

	test('has no remainder where decimals add up: 0.1 and 0.2 are 0.3', () => {
		const parts = [
			{ name: '甲', value: 0.1 },
			{ name: '乙', value: 0.2 },
		];
		expect(coverageChart({ id: 'x', title: '覆盖', total: { name: '合计', value: 0.3 }, unit: '%', parts }).rows).toHaveLength(3);
	});
});

describe('Outcomes', () => {
	test('are stacked in one bar as high as their counts, with the share that went as it should above', () => {
		const { narrow, rows } = made('promises kept in four quarters');
		const kept = bars(narrow, 'in-').slice(0, 5);
		expect(kept[0]!.height / kept[4]!.height).toBeCloseTo(9 / 5, 1);
		expect(words(narrow)).toEqual(expect.arrayContaining(['100%', '88.9%', '55.6%', '做到', '没做到', '本站未见']));
		expect(rows.at(-1)).toEqual(['2026年第一季度', '5', '4', '0', '55.6%']);
	});

	test('say what they come to', () => {
		expect(made('promises kept in four quarters').desc).toBe('2025年第一季度至2026年第一季度，共45条：做到35条，没做到10条，本站未见0条。');
	});
});

describe('Scores', () => {
	test('stand on a scale from nought to a hundred, each said above its bar', () => {
		const { wide } = made('both halves of five scorecards');
		expect(words(wide)).toEqual(expect.arrayContaining(['党建工作', '物业服务', '0', '100', '90.5', '88']));
	});
});
