/// <reference types="astro/client" />

declare namespace App {
	interface Locals {
		/** all that a page can know */
		store: import('./publish/store.ts').Store;
	}
}
