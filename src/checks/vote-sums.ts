import { hundredths } from '../basics/area.ts';
import type { OwnersVote } from '../schema/meetings.ts';
import type { Check, Said } from './check.ts';

/** The ballots of a vote add up to those who took part, and those to no more than all. */
export const voteSums: Check = {
	id: 'vote-sums',
	kind: 'slip',
	asks: '同意、反对、弃权加起来等于参与的吗？实到不多于应到吗？',
	law: '民法典 第二百七十八条',
	run: (records) =>
		records.of('meetings').flatMap(({ file, data }) => {
			const found: Said[] = [];
			data.agenda.forEach(({ ownersVote }, i) => {
				if (ownersVote)
					for (const said of sums(ownersVote))
						found.push({
							file,
							field: `agenda[${i + 1}].ownersVote.${said.field}`,
							problem: said.problem,
							fix: '对照计票单改正；面积写到两位小数。',
						});
			});
			data.parties.forEach(({ name, due, present }, i) => {
				if (present > due)
					found.push({
						file,
						field: `parties[${i + 1}].present`,
						problem: `${name}应到${due}人，实到写了${present}人。`,
						fix: '候补委员、秘书这样列席的写在“列席”，不算实到。',
					});
			});
			return found;
		}),
};

function sums(vote: OwnersVote): { field: string; problem: string }[] {
	const { invalid, invalidCounts, silent, silence, grouped, from, until } = vote;
	const measures = [
		['heads', '人数', (tally: OwnersVote['total']) => tally.heads, (n: number) => `${n}`],
		['area', '面积', (tally: OwnersVote['total']) => hundredths(tally.area), (n: number) => `${(n / 100).toFixed(2)}`],
	] as const;
	const counts = measures.flatMap(([name, word, of, show]) => {
		const ballots = [vote.for, vote.against, vote.abstained, ...(invalid && invalidCounts ? [invalid] : [])].map(of);
		const cast = ballots.reduce((a, b) => a + b, 0);
		const others = [...(invalid && !invalidCounts ? [invalid] : []), ...(silent ? [silent] : [])].map(of);
		const all = others.reduce((a, b) => a + b, of(vote.part));
		if (cast !== of(vote.part))
			return [
				{
					field: `part.${name}`,
					problem: `参与的${word}是${show(of(vote.part))}，各种票加起来是${ballots.map(show).join('＋')}＝${show(cast)}${invalid && !invalidCounts ? '（无效票不算参与；规则写明算参与的，填上哪一条）' : ''}。`,
				},
			];
		if (all > of(vote.total))
			return [
				{
					field: `part.${name}`,
					problem: `参与的${word}${show(of(vote.part))}${others.length ? `，加上无效票和没有投的共${show(all)}，` : ''}比全体${show(of(vote.total))}还多。`,
				},
			];
		return [];
	});
	return [
		...counts,
		...(silence && !silent ? [{ field: 'silent', problem: '写了未投票的怎么算，没有写送达未投的有多少。' }] : []),
		...(invalidCounts && !invalid ? [{ field: 'invalid', problem: '写了无效票算参与，没有写无效票有多少。' }] : []),
		...grouped.flatMap(({ units, heads }, i) =>
			heads > units ? [{ field: `grouped[${i + 1}].heads`, problem: `${units}个专有部分算了${heads}人，合并计数只会更少。` }] : [],
		),
		...(from && until && until < from ? [{ field: 'until', problem: `表决从${from}开始，截止写了${until}。` }] : []),
	];
}
