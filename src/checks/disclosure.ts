import { chineseDay } from '../basics/days.ts';
import { type Item, nameOf } from '../domain/duty.ts';
import { isMissing } from '../domain/duty-summary.ts';
import { provisionOf } from '../domain/rules.ts';
import { type Provision, unseen } from '../law/provisions.ts';
import type { Judged, Judgement } from './check.ts';
import { dutiesAround } from './duties-around.ts';

/** What a community must publish is there when it is due: else it is missing, or it came late. */
export const disclosure: Judgement<'communities'> = {
	id: 'disclosure',
	asks: '应当公开的，到期都公开了吗？',
	of: 'communities',
	look(entry, around) {
		const duties = dutiesAround(entry, around);
		if (!duties) return [];
		return duties.lines.flatMap((line) =>
			line.items
				.filter((item) => isMissing(item) || (item.state === 'late' && !judgedElsewhere(item)))
				.map(
					(item): Judged => ({
						field: item.key,
						expected: `${nameOf(line.duty, item)}，最迟${chineseDay(item.due!)}公开${isNamed(line.by) ? `，由${line.by}公开` : ''}`,
						...found(item),
						fix: `${isNamed(line.by) ? line.by : '该公开的一方'}补上；已经贴在现场的，告诉编辑贴在哪里、哪天贴的。`,
						provision: heldTo(provisionOf(duties.pack, line.duty.basis, line.duty.what), item),
					}),
				),
		);
	},
};

/** Rules ask for posting on site: only what those concerned said themselves, or the day a sheet was posted there, is proof. */
const heldTo = (law: Provision, { state, record }: Item): Provision =>
	state === 'unpublished' || (state === 'late' && (!record || record.id.startsWith('notices/'))) ? law : unseen(law);

/** Whether a text says who owes it: a pack writes `没有写明由谁` where it does not. */
const isNamed = (by: string): boolean => !by.startsWith('没有');

/** Minutes and calls that came late are judged where the meeting is. */
const judgedElsewhere = ({ event }: Item): boolean => event !== null;

function found({ state, due, late, publishedOn, record, disclosure }: Item): Pick<Judged, 'actual' | 'arithmetic' | 'settledOn'> {
	if (state === 'late')
		return {
			actual: `${chineseDay(publishedOn!)}${record ? '公开' : '张贴'}，迟了${late}天`,
			arithmetic: `${chineseDay(due!)}到${chineseDay(publishedOn!)}是${late}天`,
			settledOn: publishedOn!,
		};
	const why = disclosure ? `：${disclosure.why.replace(/。$/, '')}` : '';
	if (state === 'unpublished') return { actual: `责任方确认没有公开${why}` };
	if (state === 'planned') return { actual: `公开栏上没有见到，计划${chineseDay(disclosure!.plannedOn!)}公开${why}` };
	return { actual: '到期了，公开栏上没有见到' };
}
