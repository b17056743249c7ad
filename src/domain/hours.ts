/** Hours of the day as people write them: `9:00至18:00`, `16:00—18:00`, `下午4点到6点半`, `四点至六点`, `全天`. */

/** From when until when, `HH:MM`; `until` is null where only a beginning is said. */
export interface Hours {
	from: string;
	until: string | null;
}

const DIGITS = '零一二三四五六七八九';
const HALF = '凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚';
const NUMBER = '\\d{1,2}|二十[一二三四]?|十[一二三四五六七八九]?|[一二三四五六七八九两]';
const CLOCK = `(${HALF})?(\\d{1,2})[:：](\\d{2})`;
const SPOKEN = `(${HALF})?(${NUMBER})[点时](?:(半)|(一刻|三刻)|(\\d{1,2})分?)?`;
const HOUR = `(?:${CLOCK}|${SPOKEN})`;
const TO = '\\s*(?:至|到|—|–|-|~|～|－)+\\s*(?:次日)?';
const RANGE = new RegExp(`${HOUR}(?:${TO}${HOUR})?`, 'g');

/** Every hour or stretch of hours a text says, in its order; nothing of what is no hour. `全天` is the whole day. */
export function hoursIn(text: string): Hours[] {
	if (/全天|24小时/.test(text)) return [{ from: '00:00', until: '24:00' }];
	return [...text.matchAll(RANGE)].flatMap((match) => {
		const [first, second] = [read(match.slice(1, 9)), read(match.slice(9, 17), match[1] ?? match[4])];
		if (!first) return [];
		if (!second) return [{ from: said(first.minutes), until: null }];
		return [{ from: said(first.minutes), until: second.minutes > first.minutes ? said(second.minutes) : null }];
	});
}

/**
 * When something that begins at an hour is said to end, or null: the end of the stretch that begins then. Where the text counts to twelve,
 * `四点到六点` beside 16:00 ends at 18:00.
 */
export function endOf(at: string, text: string): string | null {
	const noon = 12 * 60;
	for (const { from, until } of hoursIn(text)) {
		if (!until) continue;
		if (from === at) return until;
		const [begin, end] = [minutesOf(from) + noon, minutesOf(until) + noon];
		if (said(begin) === at && end <= 24 * 60) return said(end);
	}
	return null;
}

const minutesOf = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
const said = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The minutes of an hour as it was matched; the second of a stretch lies in the same half of the day as the first. */
function read([half1, h1, m1, half2, h2, half, quarter, m2]: (string | undefined)[], before?: string): { minutes: number } | null {
	const hour = h1 ?? h2;
	if (hour === undefined) return null;
	const minute = m1 ?? m2 ?? (half ? '30' : quarter === '一刻' ? '15' : quarter === '三刻' ? '45' : '0');
	const [hours, minutes] = [numberOf(hour), Number(minute)];
	const part = half1 ?? half2 ?? before ?? '';
	const late = /下午|傍晚|晚/.test(part) || (part === '中午' && hours < 3);
	const midnight = part.startsWith('晚') && hours === 12;
	const whole = (midnight ? 24 : late && hours < 12 ? hours + 12 : hours) * 60 + minutes;
	return hours > 24 || minutes > 59 || whole > 24 * 60 ? null : { minutes: whole };
}

function numberOf(written: string): number {
	if (/^\d+$/.test(written)) return Number(written);
	const [tens, ones] = written.includes('十') ? written.split('十') : ['0', written];
	const digit = (sign: string | undefined) => (sign === '两' ? 2 : DIGITS.indexOf(sign || '零'));
	return written.includes('十') ? (tens ? digit(tens) : 1) * 10 + digit(ones) : digit(ones);
}
