/** What the public site's server says where there is no page to show, in one line; nginx says the same. */
export const says = {
	malformed: '地址有误。',
	missing: '没有这个页面。',
	onlyReading: '这里只能阅读。',
	unpublished: '公开栏尚未发布，请稍后再试。',
	fault: '出错了，请稍后再试。',
} as const;
