import { addDays, chineseDay, daysBetween } from '../basics/days.ts';
import { inForce } from '../law/provisions.ts';
import type { Judgement } from './check.ts';
import { localRules } from './local-rules.ts';

/** All owners are told of an assembly some days before it meets. That they are told so long before a written vote begins is only noted: the law does not say whether that is when it meets. */
export const assemblyNotice: Judgement<'meetings'> = {
	id: 'assembly-notice',
	asks: '业主大会提前通知全体业主了吗？',
	of: 'meetings',
	look(entry, around) {
		const { form, calledOn, heldOn, extraordinary, agenda } = entry.data;
		if (form !== 'assembly') return [];
		if (!calledOn) return [noDay('业主大会')];
		const { assemblyNotice: rule } = localRules(entry, around, calledOn).rules;
		const days = extraordinary ? (rule.extraordinary ?? rule.days) : rule.days;
		const opens = agenda.flatMap(({ ownersVote }) => ownersVote?.from ?? []);
		const start = [heldOn, ...opens].sort()[0]!;
		const given = daysBetween(calledOn, start);
		if (given >= days || !inForce(rule.provision, calledOn)) return [];
		return [
			{
				field: 'calledOn',
				expected: `${extraordinary ? '临时会议' : ''}提前${days}日通知，最迟${chineseDay(addDays(start, -days))}`,
				actual: `${chineseDay(calledOn)}通知，提前${given}天，少了${days - given}天`,
				arithmetic: `${chineseDay(calledOn)}到${opens.length ? '表决开始的' : ''}${chineseDay(start)}是${given}天`,
				fix: '召集的单位说明原因；有业主提出的，重新通知、重新表决。',
				provision:
					daysBetween(calledOn, heldOn) >= days
						? { ...rule.provision, leavesRoom: '书面投票的会议从哪天算召开，条文没有写' }
						: rule.provision,
			},
		];
	},
};

/** Without its day nothing can be counted; it is said. */
export const noDay = (what: string) => ({
	field: 'calledOn',
	expected: `写明${what}的通知日期`,
	actual: '没有写，无从核对',
	fix: '补上通知张贴的日期。',
	provision: null,
});
