/** What the desk uses of Decap's packages that come without types. */

interface WidgetParts {
	controlComponent: new (props: Record<string, unknown>) => import('react').Component<Record<string, unknown>>;
	previewComponent?: unknown;
	schema?: Record<string, unknown>;
	Widget(options?: Record<string, unknown>): Record<string, unknown> & { name: string };
}
declare module 'decap-cms-widget-string' {
	export const DecapCmsWidgetString: WidgetParts;
}
declare module 'decap-cms-widget-text' {
	export const DecapCmsWidgetText: WidgetParts;
}
declare module 'decap-cms-widget-number' {
	export const DecapCmsWidgetNumber: WidgetParts;
}
declare module 'decap-cms-widget-boolean' {
	export const DecapCmsWidgetBoolean: WidgetParts;
}
declare module 'decap-cms-widget-list' {
	export const DecapCmsWidgetList: WidgetParts;
}
declare module 'decap-cms-widget-object' {
	export const DecapCmsWidgetObject: WidgetParts;
}
declare module 'decap-cms-widget-file' {
	export const DecapCmsWidgetFile: WidgetParts;
}
declare module 'decap-cms-widget-image' {
	export const DecapCmsWidgetImage: WidgetParts;
}
declare module 'decap-cms-locales' {
	export const en: Record<string, unknown>;
	export const zh_Hans: Record<string, unknown>;
}
declare module 'decap-cms-backend-proxy' {
	export class ProxyBackend {
		constructor(config: unknown, options: unknown);
		restoreUser(): Promise<unknown>;
		authenticate(): Promise<unknown>;
		logout(): Promise<null> | null;
		request<T>(payload: { action: string; params: Record<string, unknown> }): Promise<T>;
		getEntry(path: string): Promise<{ data: string; file: { path: string; id: string } }>;
		unpublishedEntry(wanted: { id?: string; collection?: string; slug?: string }): Promise<unknown>;
		unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string>;
		persistEntry(entry: unknown, options: unknown): Promise<unknown>;
		updateUnpublishedEntryStatus(collection: string, slug: string, newStatus: string): Promise<unknown>;
		publishUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
		deleteUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
	}
}
