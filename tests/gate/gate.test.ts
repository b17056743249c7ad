/** What a push must pass before it reaches main, by real pushes through the real hooks. */
import { spawnSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MINUTES, NUMBER, notice, type OpenGate, openGate, RULES } from './board.ts';

let gate: OpenGate;
beforeAll(() => {
	gate = openGate();
});
afterEach(() => gate.fresh());
afterAll(() => gate.end());

/** Runs the commands that a refusal prints last, as they stand there, all but the push. */
function mendAsTold(said: string): void {
	const [, line = ''] = /^ {2}(git .* && )git push origin HEAD:main$/m.exec(said) ?? [];
	expect(line, said).not.toBe('');
	const { status, stderr } = spawnSync('sh', ['-c', `${line}true`], { cwd: gate.clone, encoding: 'utf8' });
	expect(status, stderr).toBe(0);
}

const writeNotice = (...args: Parameters<typeof notice>) => {
	const { file, text } = notice(...args);
	gate.write(file, text);
	return file;
};

describe('G1: every commit a push brings along is asked', () => {
	test('a number in the first of two commits is refused by its commit, and the told commands mend it', () => {
		const file = writeNotice('parking', {}, `报名请打${NUMBER}。`);
		gate.commit('登出停车办法');
		const [bad] = [gate.git(['rev-parse', '--short=7', 'HEAD'])];
		writeNotice('parking');
		gate.commit('去掉号码');
		const { fine, said, moved } = gate.push();
		expect({ fine, moved }).toEqual({ fine: false, moved: false });
		expect(said).toContain(`【提交 ${bad}“登出停车办法”】`);
		expect(said).toContain(`${file} → body：里面像是有手机号：“139…78”`);
		expect(said).toContain('合成一次再推送');
		expect(said).not.toContain(NUMBER);
		mendAsTold(said);
		expect(gate.push()).toMatchObject({ fine: true, moved: true });
		expect(gate.git(['log', '--format=%s', '-2'])).toBe('写这次改了什么\n放入最初的记录');
	});

	test('a number only in what a merge brings, or in an upload on the way, is refused', () => {
		gate.git(['checkout', '--quiet', '-b', 'side']);
		gate.write('uploads/ceshiyuan/2026/list.csv', `姓名,电话\n张某,${NUMBER}\n`);
		gate.commit('名单');
		gate.remove('uploads/ceshiyuan/2026/list.csv');
		gate.commit('不要名单');
		gate.git(['checkout', '--quiet', 'main']);
		gate.git(['merge', '--quiet', '--no-ff', '-m', '合入', 'side']);
		expect(gate.push()).toMatchObject({
			fine: false,
			said: expect.stringMatching(/“名单”】\n.*uploads\/ceshiyuan\/2026\/list\.csv：.*手机号/),
		});
	});

	test('a number in a message is refused, and masked where the message is told', () => {
		for (const [message, masked] of [
			[`请打${NUMBER}`, '请打×××××××××××'],
			[`更新\n\n联系 １３９ １２３４ ５６７８`, '更新'],
		] as const) {
			writeNotice('message');
			gate.commit(message);
			const { fine, said } = gate.push();
			expect(fine).toBe(false);
			expect(said).toContain(`“${masked}”】\n  说明里写着：里面像是有手机号`);
			expect(said).not.toMatch(/13912345678|１３９ １２/);
			mendAsTold(said);
			gate.run(gate.clone, ['push', '--dry-run', 'origin', 'HEAD:main']);
			gate.fresh();
		}
		writeNotice('message');
		gate.commit('3号楼2单元502室漏水');
		const { said } = gate.push();
		expect(said).toContain('像是有住户的房号');
		expect(said).toContain('提交说明不能放行');
		mendAsTold(said);
		expect(gate.push()).toMatchObject({ fine: true });
	});

	test('what the tip lets pass counts for what comes before it, and a hint that is gone is no obstacle', () => {
		const allowed = [{ text: NUMBER, who: '管账委员', why: '付款凭证的流水号', until: '2027-04-01' }];
		writeNotice('voucher', { allowed }, `凭证${NUMBER}。`);
		gate.commit('凭证');
		writeNotice('voucher', { allowed }, `付款凭证${NUMBER}。`);
		gate.commit('改一个字');
		writeNotice('room', {}, '3号楼2单元502室漏水。');
		gate.commit('漏水');
		writeNotice('room', {}, '3号楼漏水。');
		gate.commit('只写到楼');
		expect(gate.push()).toMatchObject({ fine: true, moved: true });
	});

	test('a hint nobody confirmed is refused with its 放行 line, and that line, filled in, lets it pass', () => {
		writeNotice('room', {}, '3号楼2单元502室漏水。');
		gate.commit('漏水');
		const { fine, said } = gate.push();
		expect(fine).toBe(false);
		const [, line = ''] = /在这条记录的“放行”（allowed）里加一行，写上谁、为什么：\n.*?- (\{ .* \})/.exec(said) ?? [];
		const item = JSON.parse(line);
		expect(item).toEqual({ text: '3号楼2单元502室', who: '', why: '', until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
		writeNotice('room', { allowed: [{ ...item, who: '监事', why: '业委会用房' }] }, '3号楼2单元502室漏水。');
		gate.commit('放行');
		expect(gate.push()).toMatchObject({ fine: true, moved: true });
	});

	test('a first commit of the wrong shape is refused although the second mends it', () => {
		writeNotice('shape', { kind: '没有这一种' });
		gate.commit('第一稿');
		writeNotice('shape');
		gate.commit('第二稿');
		const { fine, said } = gate.push();
		expect(fine).toBe(false);
		expect(said).toMatch(/“第一稿”】\n.*shape\.md → kind/);
		expect(said).not.toContain('第二稿');
		mendAsTold(said);
		expect(gate.push()).toMatchObject({ fine: true });
	});

	test('a refused slip is mended by the command that is told', () => {
		writeNotice('slip', { kind: '没有这一种' });
		gate.commit('一稿');
		const { fine, said } = gate.push();
		expect(fine).toBe(false);
		writeNotice('slip');
		mendAsTold(said.replace(/^文件改好以后.*$/m, ''));
		expect(gate.push()).toMatchObject({ fine: true });
	});
});

describe('G2: published commits stay on main’s own line', () => {
	test('a merge of git pull is refused, and git pull --rebase mends it', () => {
		writeNotice('mine');
		gate.commit('我的');
		gate.git(['branch', 'mine']);
		gate.fresh();
		writeNotice('theirs');
		gate.commit('别人的');
		expect(gate.push()).toMatchObject({ fine: true });
		gate.git(['checkout', '--quiet', '-B', 'main', 'mine']);
		gate.git(['branch', '--set-upstream-to=origin/main', 'main']);
		gate.git(['pull', '--quiet', '--no-rebase', '--no-edit']);
		const { fine, said } = gate.push();
		expect(fine).toBe(false);
		expect(said).toContain('请先 git pull --rebase');
		gate.git(['pull', '--quiet', '--rebase']);
		expect(gate.push()).toMatchObject({ fine: true, moved: true });
		expect(gate.git(['log', '--format=%s', '--first-parent', '-2'])).toBe('我的\n别人的');
	});

	test('the old tip is found behind more commits than are looked at at once', () => {
		for (let i = 0; i < 70; i++) gate.git(['commit', '--quiet', '--allow-empty', '-m', `第${i}步`]);
		expect(gate.push()).toMatchObject({ fine: true, moved: true });
	});
});

describe('G3: nobody signs as the board, or on a day that is not', () => {
	const now = () => Math.floor(Date.now() / 1000);
	test.for([
		['the board as committer', { GIT_COMMITTER_NAME: '公开栏', GIT_COMMITTER_EMAIL: 'board@localhost' }, '更新', '提交人写成了公开栏自己'],
		['the board as author, with signs nobody sees', { GIT_AUTHOR_NAME: '公\u200b开 栏' }, '更新', '作者写成了公开栏自己'],
		['the board’s mailbox in capitals', { GIT_COMMITTER_EMAIL: 'Board@LOCALHOST' }, '更新', '提交人写成了公开栏自己'],
		['a review', {}, '更新\n\nreviewed-BY: 高秋宁 <g@x>', '“reviewed-by:”'],
		['a line of the desk, continued', {}, '更新\n\nFoo: bar\n Desk-File: meetings/a.md', '“desk-file:”'],
		['a clock ahead', { GIT_COMMITTER_DATE: `${now() + 900} +0800` }, '更新', '比服务器的'],
		['a day of 2020', { GIT_COMMITTER_DATE: '2020-01-01T00:00:00Z' }, '更新', '早于它前面那个提交'],
		['written in 2099', { GIT_AUTHOR_DATE: '2099-01-01T00:00:00Z' }, '更新', '还没有到'],
	] as const)('%s', ([, env, message, why]) => {
		gate.change(RULES, (text) => `${text}\n补一句。\n`);
		gate.commit(message, env);
		const { fine, said } = gate.push();
		expect(fine).toBe(false);
		expect(said).toContain(why);
		mendAsTold(said.replace(/^提交上的名字.*$/m, ''));
		expect(gate.push(), said).toMatchObject({ fine: true });
	});

	test('signatures, other heads and a clock of some minutes ahead do no harm', () => {
		gate.change(MINUTES, (text) => text.replace('逐项说过', '逐项说清'));
		gate.commit('说清', { GIT_COMMITTER_DATE: `${now() + 200} +0800`, GIT_AUTHOR_DATE: '2019-01-01T00:00:00Z' });
		const commit = gate.git(['cat-file', 'commit', 'HEAD']);
		const signature = `gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQIzBAABCAAdFiEE${NUMBER}AAAAAAAAAAAAAAAAAA\n -----END PGP SIGNATURE-----\nHG:rename x`;
		const signed = gate.git(['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], {
			input: commit.replace('\n\n', `\n${signature}\n\n`),
		});
		expect(gate.push('origin', `${signed}:refs/heads/main`)).toMatchObject({ fine: true, moved: true });
	});
});

describe('G4: people push main only', () => {
	test.for([
		'refs/heads/draft',
		'refs/heads/cms/meetings/a',
		'refs/tags/v1',
		'refs/notes/commits',
		'refs/replace/0000000000000000000000000000000000000001',
		'refs/desk/discarded/x/1-forged',
		'refs/board/log',
		'HEAD',
	])('%s is refused in words, with main and without', (ref) => {
		gate.change(RULES, (text) => `${text}\n再补一句。\n`);
		gate.commit();
		for (const refs of [[`HEAD:${ref}`], ['HEAD:main', `HEAD:${ref}`]]) {
			const { fine, said, moved } = gate.push('origin', ...refs);
			expect({ fine, moved }).toEqual({ fine: false, moved: false });
			expect(said).toContain('没有收下：这里只收 main');
			expect(gate.audit().at(-1)).toMatchObject({ action: 'push', status: 422, why: expect.stringContaining('只收 main') });
		}
	});

	test('what the board keeps for itself is fetched and mirrored, not offered to whoever pushes', () => {
		const { record } = gate.board;
		gate.run(record, ['update-ref', 'refs/board/log', 'main']);
		expect(gate.run(gate.clone, ['ls-remote', 'origin']).said).toContain('refs/board/log');
		const mirror = `${gate.folder}/mirror.git`;
		gate.run(gate.folder, ['clone', '--quiet', '--mirror', record, mirror]);
		expect(gate.run(mirror, ['for-each-ref']).said).toContain('refs/board/log');
		gate.run(record, ['update-ref', '-d', 'refs/board/log']);
	});
});
