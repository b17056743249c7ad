import { type Matter, steps as stepNames, stepResults } from '../schema/matters.ts';
import type { Check, Said } from './check.ts';

/** A matter is told in the order of its days: each step has a day or says when, and what is closed says since when. */
export const matterDates: Check = {
	id: 'matter-dates',
	kind: 'slip',
	asks: '事项的步骤按日期排列吗？办结日期写了吗？',
	run: (records) =>
		records
			.of('matters')
			.flatMap(({ file, data }) =>
				[...stepDays(data), ...closing(data), ...stageDays(data), ...tooSoon(data, records.today)].map((said) => ({ file, ...said })),
			),
};

type Found = Omit<Said, 'file'>;

const stepDays = ({ steps, raisedOn }: Matter): Found[] =>
	steps.flatMap(({ step, on, until, planned }, i): Found[] => {
		const name = `第${i + 1}步“${stepNames[step]}”`;
		const field = `steps[${i + 1}]`;
		const before = steps.slice(0, i).findLast((earlier) => earlier.on);
		if (!on && !planned) return [{ field, problem: `${name}没有日期，也没有写打算什么时候做。`, fix: '做了的写日期，没做的写打算。' }];
		if (!on && until) return [{ field: `${field}.until`, problem: `${name}只写了最后一天，没写哪天开始。`, fix: '补上开始的日期。' }];
		if (on && until && until < on)
			return [{ field: `${field}.until`, problem: `${name}从${on}到${until}，倒过来了。`, fix: '对调或改正。' }];
		if (on && before && on < before.on!)
			return [{ field: `${field}.on`, problem: `${name}是${on}，排在${before.on}的后面。`, fix: '把步骤按日期排好，或改正日期。' }];
		if (on && on < raisedOn)
			return [{ field: `${field}.on`, problem: `${name}是${on}，比提起日期${raisedOn}还早。`, fix: '改提起日期，或改这一步的日期。' }];
		return [];
	});

/** What has not come yet is planned: it has no result, and nothing is closed or reached on a day to come. */
function tooSoon({ steps, closedOn, stages }: Matter, today: string | undefined): Found[] {
	if (!today) return [];
	const fix = '还没有到的，不写结果和完成日期，写打算。';
	return [
		...steps.flatMap(({ step, on, until, result }, i): Found[] => {
			const last = until ?? on;
			if (!result || !last || last <= today) return [];
			const problem = `第${i + 1}步“${stepNames[step]}”写了“${stepResults[result]}”，最后一天${last}还没有到。`;
			return [{ field: `steps[${i + 1}].result`, problem, fix }];
		}),
		...(closedOn && closedOn > today ? [{ field: 'closedOn', problem: `办结日期${closedOn}还没有到。`, fix }] : []),
		...stages.flatMap(({ milestones }, i) =>
			milestones.flatMap(({ what, done }, j): Found[] =>
				done && done > today
					? [{ field: `stages[${i + 1}].milestones[${j + 1}].done`, problem: `“${what}”写了${done}完成，还没有到。`, fix }]
					: [],
			),
		),
	];
}

function closing({ state, closedOn, raisedOn, steps }: Matter): Found[] {
	const field = 'closedOn';
	if (state === 'open')
		return closedOn
			? [{ field, problem: `还在办理，却写了办结日期${closedOn}。`, fix: '办结了的把状态改成“已办结”，没办结的去掉日期。' }]
			: [];
	if (!closedOn) return [{ field, problem: '状态是已办结或不再办，没有写办结日期。', fix: '补上哪天办结、哪天决定不再办。' }];
	const last =
		steps
			.map(({ on }) => on ?? raisedOn)
			.sort()
			.at(-1) ?? raisedOn;
	return closedOn < last ? [{ field, problem: `办结日期${closedOn}比最后一步${last}还早。`, fix: '改办结日期，或改那一步的日期。' }] : [];
}

const stageDays = ({ stages }: Matter): Found[] =>
	stages.flatMap(({ name, from, until }, i): Found[] => {
		const before = stages[i - 1];
		if (until < from)
			return [{ field: `stages[${i + 1}].until`, problem: `“${name}”从${from}到${until}，倒过来了。`, fix: '对调或改正。' }];
		if (before && from < before.from)
			return [
				{ field: `stages[${i + 1}].from`, problem: `“${name}”从${from}开始，排在${before.from}开始的后面。`, fix: '按开始的日期排列。' },
			];
		return [];
	});
