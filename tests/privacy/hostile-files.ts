import { acting } from './hostile/acting.ts';
import { heavy } from './hostile/heavy.ts';
import { hiding } from './hostile/hiding.ts';
import type { Hostile } from './hostile/making.ts';
import { odd } from './hostile/odd.ts';

/** Every file somebody made to hurt, or to hide something. */
export const hostile: readonly Hostile[] = [...heavy, ...odd, ...acting, ...hiding];
