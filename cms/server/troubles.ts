import { troubleOf } from '../../scripts/lib/machine.ts';
import { AccountsLost } from './accounts.ts';
import { whys } from './pages.ts';
import { Refusal } from './refusal.ts';

/** No room: 507 tells a browser that it may be tried again once there is. */
const NO_ROOM = ['ENOSPC', 'EDQUOT'];

/**
 * What the machine refused, as a refusal in the words of whoever works at the desk; null where it refused nothing. What writes at the
 * desk ends with moving a ref, so whatever was refused on the way there left the record as it was.
 */
export function refusedByMachine(error: unknown): Refusal | null {
	if (error instanceof AccountsLost) return new Refusal(503, `${whys.lost}公开的网站照常；您正在写的字还在这一页上，请先不要关。`);
	const trouble = troubleOf(error);
	if (!trouble) return null;
	return NO_ROOM.includes(trouble.code)
		? new Refusal(507, `没有保存：服务器的${trouble.cause}。您写的字还在这一页上，请不要关；告诉管理员，等腾出空间再保存。`)
		: new Refusal(500, `没有保存：服务器上${trouble.cause}。您写的字还在这一页上，请不要关；告诉管理员，改好了再保存。`);
}
