import type { Example, Situation } from './examples.ts';

const notice = { days: 7, rollOver: true, article: '第九条' };

/** A sheet posted on a day for seven days. */
const posted = (postedOn: string, closesOn: string, { rules = {}, over = {} }: { rules?: object; over?: object } = {}): Situation => ({
	records: { notices: { postedOn, publishedOn: postedOn, period: { days: 7, unit: 'calendar', closesOn }, ...over } },
	place: { rules: rules as never },
	today: '2026-12-01',
});

export const examples: readonly Example[] = [
	{
		what: 'R7：写明了最后一天，落在国庆假期，没有顺延：另有约定的除外',
		finds: {
			...posted('2026-09-28', '2026-10-05'),
			says: ['note period.closesOn：最后一天2026年10月5日（周一）是国庆节假期，顺延到10月8日（周四）；到10月5日（周一）截止，没有顺延'],
		},
		leaves: { what: '顺延到假期后的工作日', ...posted('2026-09-28', '2026-10-08') },
	},
	{
		what: '当地规定公示期遇休息日顺延，没有顺延',
		finds: {
			...posted('2026-03-07', '2026-03-14', { rules: { notice } }),
			says: ['breach period.closesOn：最后一天2026年3月14日（周六）是休息日，顺延到3月16日（周一）；到3月14日（周六）截止，没有顺延'],
		},
		leaves: { what: '顺延到星期一', ...posted('2026-03-07', '2026-03-16', { rules: { notice } }) },
	},
	{
		what: '当地规定7日，纸只贴了6日',
		finds: {
			...posted('2026-03-11', '2026-03-18', {
				rules: { notice },
				over: { postings: [{ place: '东门', from: '2026-03-11', until: '2026-03-17' }] },
			}),
			says: ['breach postings[1].until：张贴到截止日2026年3月18日（周三）24:00；东门的3月17日（周二）撤下，少贴1天'],
		},
		leaves: {
			what: '贴满7日',
			...posted('2026-03-11', '2026-03-18', {
				rules: { notice },
				over: { postings: [{ place: '东门', from: '2026-03-11', until: '2026-03-18' }] },
			}),
		},
	},
];
