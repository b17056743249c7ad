/** Pushes by somebody who means harm, or knows no better, each with what must be answered. */
import { forged } from './hostile/forged.ts';
import { dates, lines } from './hostile/lines.ts';
import type { Push } from './hostile/making.ts';
import { messages } from './hostile/messages.ts';
import { numbers } from './hostile/numbers.ts';
import { refs } from './hostile/refs.ts';
import { trees } from './hostile/trees.ts';

export { honest } from './hostile/honest.ts';
export const hostile: Readonly<Record<string, readonly Push[]>> = { numbers, messages, forged, dates, lines, refs, trees };
