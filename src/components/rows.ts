/** What a row of a list says of a record: when, and in one line what came of it. */
import { hundredths, squareMetres } from '../basics/area.ts';
import { chinesePeriod } from '../basics/days.ts';
import { yuan } from '../basics/money.ts';
import type { Card } from '../domain/card.ts';
import { sayStatus } from '../domain/document.ts';
import { sayRule } from '../domain/schedule.ts';
import { assessmentKinds } from '../schema/assessments.ts';
import { bodyKinds } from '../schema/bodies.ts';
import { practices } from '../schema/cases.ts';
import { documentKinds } from '../schema/documents.ts';
import { funds } from '../schema/ledgers.ts';
import { matterKinds, matterStates, steps } from '../schema/matters.ts';
import { meetingForms } from '../schema/meetings.ts';
import { noticeKinds, topics } from '../schema/notices.ts';
import { rulepackLevels } from '../schema/rulepacks.ts';
import { scheduleKinds } from '../schema/schedules.ts';
import { sayHours } from './service/coming.ts';

/** The word of an option, or the option itself. */
const word = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

/** The line under a record's title: the editor's own sentence if there is one. What is not for the web gives nothing away. What it says holds on the day asked as `hasCome`. */
export function lineOf(card: Card, hasCome: (day: string) => boolean): string {
	if (card.elsewhere) return '不在网上公开，页内写明到哪里查阅';
	if (card.summary) return card.summary;
	switch (card.collection) {
		case 'notices':
			return [word(noticeKinds, card.kind), word(topics, card.topic)].join(' · ');
		case 'meetings':
			return `议了${card.items}项，定了${card.passed}项${card.deferred ? `，${card.deferred}项没有定` : ''}`;
		case 'ledgers':
			return `收${yuan(card.income)}元，支${yuan(card.expense)}元，结余${yuan(card.closing)}元`;
		case 'bodies':
			return [word(bodyKinds, card.kind), `${card.seats}席`, card.terms[0]?.name].filter(Boolean).join(' · ');
		case 'documents':
			return [word(documentKinds, card.kind), card.issuer, sayStatus(card, hasCome)].join(' · ');
		case 'cases':
			return [card.city, ...card.practices.slice(0, 3).map((practice) => word(practices, practice))].join(' · ');
		case 'statistics':
			return `${card.scope}：${card.headline.name}${card.headline.value}${card.headline.unit}`;
		case 'communities':
			return `${card.district}${card.street} · ${card.neighbourhood} · ${card.households}户，${squareMetres(hundredths(card.area))}平方米`;
		case 'matters': {
			const last = card.dated.findLast(({ on }) => hasCome(on));
			return [
				word(matterKinds, card.kind),
				word(matterStates, card.state),
				last && `走到${word(steps, last.step)}`,
				card.budget !== null && `预算${yuan(card.budget)}元`,
			]
				.filter(Boolean)
				.join(' · ');
		}
		case 'requests':
			return `收到${card.received}件，答复${card.answered}件，按时${card.inTime}件`;
		case 'assessments':
			return [
				card.period,
				card.party !== null && `党建${card.party}分`,
				card.service !== null && `服务${card.service}分`,
				card.stars !== null && `${card.stars}星`,
				card.flag && `给${card.flag.holder}`,
				card.inspections > 0 && `查${card.inspections}次，${card.failed ? `${card.failed}次不合格` : '都合格'}`,
			]
				.filter(Boolean)
				.join(' · ');
		case 'commitments':
			return card.latest
				? `${card.items}条承诺，${chinesePeriod(card.latest.period)}${card.latest.of}条里做到${card.latest.kept}条`
				: `${card.items}条承诺`;
		case 'schedules':
			return [word(scheduleKinds, card.kind), sayRule(card), card.at && sayHours(card.at, card.endsAt), card.place]
				.filter(Boolean)
				.join(' · ');
		case 'rulepacks':
			return [card.area, `${card.duties}项应公开`, card.verifiedOn ? '已核实' : '未核实'].join(' · ');
	}
}

/** When, for records whose day is not a day in the calendar of the board; null where the day itself is to be shown. */
export function whenOf(card: Card): string | null {
	switch (card.collection) {
		case 'ledgers':
			return word(funds, card.fund);
		case 'cases':
			return card.city;
		case 'statistics':
			return card.asOf;
		case 'communities':
			return card.city;
		case 'bodies':
			return word(bodyKinds, card.kind);
		case 'matters':
			return word(matterKinds, card.kind);
		case 'schedules':
			return word(scheduleKinds, card.kind);
		case 'rulepacks':
			return word(rulepackLevels, card.level);
		default:
			return null;
	}
}

/** What a record is called among others: `联席会议纪要`, `公示`, `资金账`. */
export function kindOf(card: Card): string {
	switch (card.collection) {
		case 'notices':
			return word(noticeKinds, card.kind);
		case 'meetings':
			return `${word(meetingForms, card.form)}纪要`;
		case 'ledgers':
			return '资金账';
		case 'bodies':
			return '名册';
		case 'documents':
			return word(documentKinds, card.kind);
		case 'cases':
			return '案例';
		case 'statistics':
			return '统计';
		case 'communities':
			return '小区';
		case 'matters':
			return '事项';
		case 'requests':
			return '诉求月报';
		case 'assessments':
			return word(assessmentKinds, card.kind);
		case 'commitments':
			return '服务承诺';
		case 'schedules':
			return '日程';
		case 'rulepacks':
			return '规则包';
	}
}
