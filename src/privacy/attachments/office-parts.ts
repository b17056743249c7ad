/** What people call the parts of a document, by the names they have in its archive. */
const names: readonly (readonly [part: RegExp, name: string])[] = [
	[/^word\/document\.xml$/, '正文'],
	[/^word\/header/, '页眉'],
	[/^word\/footer/, '页脚'],
	[/comments|persons|threaded/i, '批注'],
	[/^word\/(?:foot|end)notes/, '脚注'],
	[/^docProps\/|^customXml\//, '文档属性'],
	[/^xl\/sharedStrings/, '单元格'],
	[/^xl\/workbook\.xml$/, '工作表的名字'],
	[/^xl\/(?:pivot|externalLinks|connections|queryTables)/, '数据透视和外部数据'],
	[/drawing|charts|diagrams/i, '图形和文本框'],
	[/\.rels$/, '链接'],
];

export const whereIs = (part: string): string => names.find(([pattern]) => pattern.test(part))?.[1] ?? `文件内的 ${part}`;
