import { asked as ask } from './dialog.ts';

let asked: Promise<void> | null = null;

/** Asks for the password over whatever is being written, until somebody is logged in. */
export function loggedInAgain(): Promise<void> {
	asked ??= ask({ heading: 'desk-login-title', html: HTML, mayLeave: false, isNarrow: true }, async (form) => {
		const refused = await logIn(form);
		if (refused !== null) Object.assign(form.querySelector<HTMLElement>('[role=alert]')!, { textContent: refused, hidden: false });
		return refused === null;
	}).then(() => {
		asked = null;
	});
	return asked;
}

const HTML = `
	<form method="post" action="/admin/api/login">
		<h1 id="desk-login-title">登录已过期</h1>
		<p>您写的字都还在。重新登录，接着写。</p>
		<p role="alert" hidden></p>
		<label>账号 <input name="name" autocomplete="username" required></label>
		<label>密码 <input name="password" type="password" autocomplete="current-password" required></label>
		<button type="submit">登录</button>
	</form>`;

/** Null when logged in, else why not. */
async function logIn(form: HTMLFormElement): Promise<string | null> {
	try {
		const response = await fetch('/admin/api/login', {
			method: 'POST',
			credentials: 'same-origin',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(Object.fromEntries(new FormData(form))),
		});
		return response.ok ? null : ((await response.json()).error ?? '没有登录成功，请再试一次。');
	} catch {
		return '连不上编辑台的服务器，请检查网络后再试一次。';
	}
}
