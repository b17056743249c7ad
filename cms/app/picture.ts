import image from 'decap-cms-editor-component-image';

/** A picture in the text: Decap's own, in Chinese, and asked for what it shows, since not everybody sees it. */
export const picture = {
	...image,
	label: '图片',
	fields: [
		{ label: '图片', name: 'image', widget: 'image', media_library: { allow_multiple: false } },
		{ label: '图上有什么', hint: '看不见图的人读这句话。', name: 'alt' },
	],
};
