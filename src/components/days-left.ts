/** In the browser: counts the days that are left again, since the page may have been made yesterday. */
import { sayLeft, shanghaiTime } from './left.ts';

for (const element of document.querySelectorAll<HTMLElement>('[data-closes]'))
	element.textContent = sayLeft(element.dataset.closes ?? '', shanghaiTime(Date.now()));
