import { chineseDay, type Day, daysBetween, weekdayName } from '../basics/days.ts';
import { lastDay, lastDayOf, MOST_DAYS } from '../domain/notice-period.ts';
import { provisionOf, type Ruled } from '../domain/rules.ts';
import type { Provision } from '../law/provisions.ts';
import { restDays } from '../law/rest-days.ts';
import type { Judged } from '../schema/finding.ts';
import { type Notice, periodUnits } from '../schema/notices.ts';
import type { Rulepack } from '../schema/rulepacks.ts';
import type { Judgement } from './check.ts';
import { localRules } from './local-rules.ts';

/** A sheet is open for objection as long as its place asks, is counted anew when its text was changed, and hangs until its last day. */
export const noticePeriod: Judgement<'notices'> = {
	id: 'notice-period',
	asks: '公示期够规定的天数吗？改了内容，公示期重新计算了吗？张贴到最后一天了吗？',
	of: 'notices',
	look(entry, around) {
		const { data } = entry;
		const { period } = data;
		if (period && (period.days < 1 || period.days > MOST_DAYS)) return [];
		const { pack, rules } = localRules(entry, around, data.postedOn);
		const asked = leastPeriod(data, pack, rules.notice);
		const posted = period && { ...data, period };
		const inPeriod = posted ? [tooShort(posted, asked), notAnew(posted), notRolledOver(posted, rules.notice)] : [];
		return [...inPeriod.filter((found) => found !== null), ...takenDown(data, asked)];
	},
};

type Posted = Notice & { period: NonNullable<Notice['period']> };

/** How long a sheet is to hang at least, until when that is, and by which provision; null where the days of rest are not yet certain. */
interface Asked {
	days: number;
	unit: Posted['period']['unit'];
	last: Day;
	provision: Provision | null;
}

/** What a duty the sheet says it fulfils asks; else, of a 公示, what holds where nothing else is said. */
function leastPeriod({ postedOn, kind, fulfils }: Notice, pack: Rulepack | null, rule: Ruled<'notice'> | null): Asked | null {
	const duty = pack?.duties.find(({ code, hang }) => hang !== undefined && fulfils.some((fulfilled) => fulfilled.duty === code));
	const [days, unit] = duty ? [duty.hang, 'calendar' as const] : [kind === 'publicity' ? rule?.days : undefined, rule?.unit ?? 'calendar'];
	if (days === undefined || days > MOST_DAYS) return null;
	const { last, sure } = lastDay({ postedOn, days, unit }, { rollOver: false }, restDays);
	const provision = duty && pack ? provisionOf(pack, duty.basis, duty.what) : rule!.provision;
	return { days, unit, last, provision: sure ? provision : null };
}

function tooShort({ period, postedOn }: Posted, asked: Asked | null): Judged | null {
	if (!asked || period.closesOn >= asked.last) return null;
	return {
		field: 'period.closesOn',
		expected: `公示不少于${asked.days}${periodUnits[asked.unit]}，到${say(asked.last)}`,
		actual: `到${say(period.closesOn, postedOn)}截止，少了${daysBetween(period.closesOn, asked.last)}天`,
		arithmetic: `${say(postedOn, postedOn)}张贴，张贴当天不算`,
		fix: '发布单位补足天数，重新张贴，写明新的截止日期。',
		provision: asked.provision,
	};
}

/** No national provision says so; where a place's rules do, people cite them in the reply. */
function notAnew({ period, ...notice }: Posted): Judged | null {
	const counted = lastDayOf({ ...notice, period }, restDays, { rollOver: false });
	if (!counted?.restarted || period.closesOn >= counted.last) return null;
	return {
		field: 'period.closesOn',
		expected: `${say(counted.from)}改了内容，重新数${period.days}${periodUnits[period.unit]}，到${say(counted.last, counted.from)}`,
		actual: `到${say(period.closesOn, notice.postedOn)}截止，公示期没有重新计算`,
		fix: '发布单位顺延截止日期并重新张贴；只改错字或只对业主有利的，在“内容变更”里写明公示期不重新计算。',
		provision: null,
	};
}

function notRolledOver({ period, ...notice }: Posted, rule: Ruled<'notice'> | null): Judged | null {
	if (!rule?.rollOver) return null;
	const counted = lastDayOf({ ...notice, period }, restDays, rule);
	if (!counted || period.closesOn < counted.regular || period.closesOn >= counted.last) return null;
	const holiday = counted.passedOver.map((day) => restDays.holiday(day)).find(Boolean);
	return {
		field: 'period.closesOn',
		expected: `最后一天${say(counted.regular)}是${holiday ? `${holiday}假期` : '休息日'}，顺延到${say(counted.last, counted.regular)}`,
		actual: `到${say(period.closesOn, notice.postedOn)}截止，没有顺延`,
		fix: '发布单位把截止日期顺延到休息日后的第一个工作日；议事规则另有约定的，写明条款。',
		provision: counted.sure ? heldTo(rule.provision) : null,
	};
}

/** A sheet that names its last day may agree otherwise than the Code; a place's own rule speaks of sheets. @law 民法典 第二百零四条 */
const heldTo = (law: Provision): Provision => (law.name.startsWith('民法典') ? { ...law, leavesRoom: '另有约定的除外' } : law);

/** Paper comes down after the last day of the period, and where there is none after the days that were asked for. */
function takenDown({ period, postings, postedOn }: Notice, asked: Asked | null): Judged[] {
	return postings.flatMap(({ place, from, until }, i) => {
		const least = asked && lastDay({ postedOn: from, days: asked.days, unit: asked.unit }, { rollOver: false }, restDays).last;
		const last = [period?.closesOn, least]
			.filter((day) => typeof day === 'string')
			.sort()
			.at(-1);
		if (until === undefined || last === undefined || until >= last) return [];
		return [
			{
				field: `postings[${i + 1}].until`,
				expected:
					last === period?.closesOn
						? `张贴到截止日${say(last)}${period.closesAt}`
						: `${say(from)}张贴，不少于${asked?.days}${periodUnits[asked?.unit ?? 'calendar']}，到${say(last, from)}`,
				actual: `${place}的${say(until, postedOn)}撤下，少贴${daysBetween(until, last)}天`,
				fix: '发布单位重新张贴，补足天数；撤下的原因写在结果里。',
				provision: asked && least && until < least ? asked.provision : null,
			},
		];
	});
}

const say = (day: Day, near?: Day): string => `${chineseDay(day, near)}（${weekdayName(day)}）`;
