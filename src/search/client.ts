/** The search page in the browser: reads the question from the address, loads the shards, shows the answer. Every choice is a link. */
import { answerTo, type Match, type Names } from './answer.ts';
import { excerptOf } from './excerpt.ts';
import { fold } from './fold.ts';
import { type Pagefind, startPagefind } from './pagefind.ts';
import { type Hit, type Panel, panelIn } from './panel.ts';
import { type Phrase, phrasesIn } from './phrases.ts';
import { onThisBoard, type Question, questionIn, shardsToAsk } from './question.ts';
import { type SearchRecord, type Shard, type ShardRecords, SITE_SHARD } from './records.ts';
import { everything, type Found, type Loaded, seek, seekTitles } from './seek.ts';

const HOW = '输入要找的字、词、数字或凭证号，几个词用空格分开。简体、繁体都可以。';
const NOTHING = '没有找到。可以换一个说法，或者少写几个字。';
const NOTHING_NARROWED = '没有找到。可以换一个说法，少写几个字，或者去掉筛选条件。';
const TOO_MANY = '请先选小区。没有选的，只找案例、统计等全站的资料。';
const TITLES_ONLY = '全文搜索在这台设备上运行不了，现在只按标题找。';

const panel = panelIn(document);

search(questionIn(location.search), panel).catch((reason) => {
	console.error(reason);
	panel.say('搜索');
	panel.note('没能读到搜索用的数据。请检查网络后刷新，或从各栏目的列表里找。');
});

async function search(asked: Question, panel: Panel): Promise<void> {
	panel.fill(asked);
	const phrases = phrasesIn(asked.q, fold);
	if (asked.q && phrases.length === 0) return panel.note('请输入要找的字、词或数字；只有标点找不到东西。');
	if (!asked.q && !asked.community && !asked.collection && !asked.year) return panel.note(HOW);
	panel.say(asked.q ? `“${asked.q}”，正在找……` : '正在读取……');
	if (asked.q) document.title = document.title.replace('搜索', () => `搜索：${asked.q}`);

	const loading = load(asked);
	const starting =
		phrases.length > 0 ? startPagefind(loading.then(({ loaded }) => loaded.filter(hasText).map(({ shard }) => folderOf(shard)))) : null;
	// Looked at below; until then a failure is nobody's.
	starting?.catch(() => {});
	const { question, loaded, names } = await loading;
	const { matches, wordsOf, note } = await matchesIn(loaded, phrases, starting);
	const answer = answerTo(question, matches, names);
	const hits = await Promise.all(
		answer.shown.map(async (record): Promise<Hit> => {
			const words = wordsOf && (await wordsOf(record));
			return { record, belongsTo: belongsTo(record, names), excerpt: words ? excerptOf(words, phrases) : [] };
		}),
	);
	const tooMany = !question.community && names.asked.length < names.shards.length ? TOO_MANY : '';
	panel.show(question, answer, hits);
	const notes = [note, tooMany, answer.total === 0 ? nothing(question) : ''].filter(Boolean);
	if (notes.length > 0) panel.note(notes.join(''));
}

const nothing = ({ community, collection, year }: Question): string => (community || collection || year ? NOTHING_NARROWED : NOTHING);

/** The shards that a question needs, with their lists of records. */
async function load(asked: Question): Promise<{ question: Question; loaded: Loaded[]; names: Names }> {
	const shards: Shard[] = await json('/search/shards.json');
	const question = onThisBoard(asked, shards);
	const ids = shardsToAsk(shards, question.community).map(({ id }) => id);
	const lists = await Promise.all(ids.map((id) => json<ShardRecords>(`${folderOf(id)}records.json`)));
	return {
		question,
		loaded: lists.map(({ records }, i) => ({ shard: ids[i]!, records })),
		names: { collections: Object.assign({}, ...lists.map(({ collections }) => collections)), shards, asked: ids },
	};
}

/** The text of a record is at hand only where Pagefind runs and there are words to look for. */
async function matchesIn(
	loaded: Loaded[],
	phrases: Phrase[],
	starting: Promise<Pagefind> | null,
): Promise<{ matches: Match[]; wordsOf?: Found['wordsOf']; note: string }> {
	if (!starting) return { matches: everything(loaded), note: '' };
	if (!loaded.some(hasText)) return { matches: [], note: '' };
	try {
		return { ...(await seek(await starting, loaded, phrases)), note: '' };
	} catch (reason) {
		console.warn(reason);
		return { matches: seekTitles(loaded, phrases), note: TITLES_ONLY };
	}
}

/** A shard without a word in it has no index. */
const hasText = ({ records }: Loaded) => records.some(({ id }) => id !== '');

const folderOf = (shard: string) => `/search/shards/${shard}/`;

const belongsTo = ({ collection, community }: SearchRecord, { collections, shards }: Names): string[] => {
	const shard = shards.find(({ id }) => id === (community ?? SITE_SHARD));
	return [collections[collection] ?? collection, ...(shard ? [shard.name] : [])];
};

/** A file of the site as it is now, not as it was when the reader last came. */
async function json<T>(url: string): Promise<T> {
	const response = await fetch(url, { cache: 'no-cache' });
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	return response.json();
}
