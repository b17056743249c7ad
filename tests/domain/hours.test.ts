import { describe, expect, test } from 'vitest';
import { earlierHours, lastHour } from '../../src/domain/channel.ts';
import { endOf, hoursIn } from '../../src/domain/hours.ts';

describe('P12: hours as people write them', () => {
	test.for<[string, [string, string | null][]]>([
		['9:00至18:00', [['09:00', '18:00']]],
		['16:00—18:00', [['16:00', '18:00']]],
		['16：00-18：00', [['16:00', '18:00']]],
		['下午4点到6点半', [['16:00', '18:30']]],
		['四点至六点', [['04:00', '06:00']]],
		['周三下午四点到六点', [['16:00', '18:00']]],
		['晚上七点半', [['19:30', null]]],
		['十点到十一点一刻', [['10:00', '11:15']]],
		['早6点到晚11点开放', [['06:00', '23:00']]],
		['晚上10点到12点', [['22:00', '24:00']]],
		[
			'上午9:00至11:30，下午2点至5点',
			[
				['09:00', '11:30'],
				['14:00', '17:00'],
			],
		],
		['每天18:00开箱', [['18:00', null]]],
		['全天', [['00:00', '24:00']]],
		['0000-6000101', []],
		['25:00', []],
		['23:00至次日7:00', [['23:00', null]]],
	])('%s', ([text, hours]) => {
		expect(hoursIn(text)).toEqual(hours.map(([from, until]) => ({ from, until })));
	});

	test.for<[string, string, string | null]>([
		['16:00', '每周三四点到六点', '18:00'],
		['09:00', '周二、四、六9:00至11:00', '11:00'],
		['19:00', '19:00开始', null],
		['19:00', '物业9:00至18:00有人', null],
	])('what begins at %s by “%s” ends at %s', ([at, text, end]) => {
		expect(endOf(at, text)).toBe(end);
	});
});

describe('P9: beside a last day until 24:00', () => {
	const period = { closesOn: '2026-04-18', closesAt: '24:00' };
	const box = { kind: '意见箱', detail: '2栋大堂，每天18:00开箱' };
	const call = { kind: '电话', detail: '0000-6000101，9:00至18:00' };
	const letter = { kind: '书面', detail: '交2栋底层议事厅' };
	const visit = { kind: '当面', detail: '周二、四、六9:00至11:00，2栋底层议事厅' };
	test.for<[string, object[], string | null, string]>([
		['the box and the telephone close at 18:00, a letter at none', [box, call, letter], '意见箱、电话到18:00', '24:00'],
		['all close at 18:00', [box, call], '意见箱、电话到18:00', '18:00'],
		['each at its own hour', [{ ...box, until: '4月18日17:00' }, call], '意见箱到17:00，电话到18:00', '18:00'],
		['what closes on another day says so itself', [{ ...box, until: '4月16日18:00' }, letter], null, '24:00'],
		['what is there on some weekdays only is not held to the last day', [visit], null, '24:00'],
		['a telephone of the whole day', [{ kind: '电话', detail: '0000-6100110，全天' }], null, '24:00'],
		['nothing is said of hours', [], null, '24:00'],
	])('%s', ([, channels, earlier, last]) => {
		expect([earlierHours(channels as never, period), lastHour(channels as never, period)]).toEqual([earlier, last]);
	});
});
