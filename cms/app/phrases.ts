/** What Decap's Chinese lacks, or says otherwise than a clerk would. */
export const phrases = {
	auth: { loginWithForgejo: '用 Forgejo 登录' },
	app: {
		header: { content: '内容', workflow: '送审和发布', media: '图片和附件', quickAdd: '新建' },
		app: {
			errorHeader: '编辑台没有打开',
			configErrors: '设置有错',
			checkConfigYml: '请告诉管理员。',
			loadingConfig: '正在打开……',
			waitingBackend: '正在打开……',
		},
	},
	collection: {
		sidebar: { collections: '栏目', allCollections: '全部栏目', searchAll: '查找', searchIn: '在这里查找' },
		collectionTop: {
			newButton: '新建%{collectionLabel}',
			newButtonAriaLabel: '新建%{collectionLabel}',
			viewAsList: '排成一列',
			viewAsGrid: '排成格子',
		},
		entries: { noEntries: '还没有内容', unpublishedHeader: '还没有发布的', loadingEntries: '正在读取……', cachingEntries: '正在读取……' },
	},
	editor: {
		editorControl: { field: { optional: '可不填', widgetLabel: '%{widgetLabel}' } },
		editorControlPane: {
			widget: {
				required: '“%{fieldLabel}”还没有填。',
				regexPattern: '“%{fieldLabel}”的写法不对：%{pattern}。',
				processing: '“%{fieldLabel}”正在处理。',
				range: '“%{fieldLabel}”要在%{minValue}和%{maxValue}之间。',
				min: '“%{fieldLabel}”不能小于%{minValue}。',
				max: '“%{fieldLabel}”不能大于%{maxValue}。',
				rangeCount: '“%{fieldLabel}”要有%{minCount}至%{maxCount}项。',
				rangeCountExact: '“%{fieldLabel}”要正好有%{count}项。',
				rangeMin: '“%{fieldLabel}”至少要有%{minCount}项。',
				rangeMax: '“%{fieldLabel}”最多有%{maxCount}项。',
			},
		},
		editor: {
			onLeavePage: '还有没保存的修改，确定离开吗？',
			onUpdatingWithUnsavedChanges: '还有没保存的修改，请先保存，再改状态。',
			onPublishingNotReady: '请先把状态改成“待发布”，再发布。',
			onPublishingWithUnsavedChanges: '还有没保存的修改，请先保存，再发布。',
			onPublishing: '发布以后居民马上看得到，改动会留下记录。确定发布吗？',
			onDeleteUnpublishedChanges: '没有发布的修改会去掉，已经公开的不变。确定吗？',
			onDeleteUnpublishedChangesWithUnsavedChanges: '没有发布的修改和没保存的修改都会去掉，已经公开的不变。确定吗？',
			loadingEntry: '正在读取……',
			confirmLoadBackup: '这台电脑上有上次没保存完的文字，要接着写吗？',
		},
		editorInterface: {
			togglePreview: '预览',
			toggleScrollSync: '同步滚动',
			toggleI18n: '语言',
			toggleNotes: '批注',
		},
		editorNotesPane: {
			title: '批注',
			emptyState: '还没有批注。',
			addNote: '添加',
			addPlaceholder: '写一条批注……',
			editPlaceholder: '修改批注……',
			save: '保存',
			cancel: '取消',
			edit: '修改',
			delete: '删除',
			resolve: '已解决',
			unresolve: '重新打开',
			confirmDelete: '确定删除这条批注吗？',
			shortcut: '按 Ctrl+Enter 添加',
		},
		editorToolbar: {
			publish: '发布',
			published: '已公开',
			publishNow: '现在发布',
			publishAndCreateNew: '发布，再新建一份',
			publishAndDuplicate: '发布，再照着新建一份',
			duplicate: '照着新建一份',
			deleteUnpublishedChanges: '放弃没有发布的修改',
			deleteUnpublishedEntry: '删除草稿',
			deletePublishedEntry: '删除',
			deleteEntry: '删除',
			backCollection: '%{collectionLabel}',
			unsavedChanges: '有没保存的修改',
			changesSaved: '没有要保存的修改',
			saving: '正在保存……',
			save: '保存',
			deployButtonLabel: '看公开的页面',
			status: '状态：%{status}',
			draft: '草稿',
			inReview: '送审',
			ready: '待发布',
			statusInfoTooltipDraft: '现在是草稿。写好了，把状态改成“送审”。',
			statusInfoTooltipInReview: '已经送审，等审核员来看。这时还可以改。',
		},
		editorWidgets: {
			image: {
				chooseMultiple: '选择图片',
				addMore: '再加图片',
				removeAll: '全部去掉',
				chooseUrl: '写图片的网址',
				replaceUrl: '改图片的网址',
				promptUrl: '图片的网址',
			},
			file: {
				chooseMultiple: '选择文件',
				addMore: '再加文件',
				removeAll: '全部去掉',
				chooseUrl: '写文件的网址',
				replaceUrl: '改文件的网址',
				promptUrl: '文件的网址',
			},
			datetime: { setToNow: '把%{fieldLabel}设为现在' },
			list: { add: '加一项%{item}', addType: '加一项%{item}' },
			object: { expand: '展开', collapse: '收起' },
		},
	},
	mediaLibrary: {
		mediaLibraryCard: { copyUrl: '复制网址' },
		mediaLibrary: { onDelete: '确定删除选中的文件吗？', fileTooLarge: '文件太大，不能超过 %{size} KB。' },
		mediaLibraryModal: {
			close: '关闭',
			noAssetsFound: '还没有文件',
			noImagesFound: '还没有图片',
			mediaAssets: '图片和附件',
			deleting: '正在删除……',
			deleteSelected: '删除选中的',
			chooseSelected: '用选中的',
			search: '查找……',
		},
	},
	ui: {
		default: { goBackToSite: '回公开栏' },
		errorBoundary: {
			title: '编辑台出错了',
			details: '您的文字还在这台电脑上。请刷新页面再试；还不行，',
			reportIt: '请告诉管理员。',
			detailsHeading: '给管理员看的',
			privacyWarning: ' ',
			recoveredEntry: { heading: '没有保存的文字', warning: '请先把它复制到别处，再离开这一页。' },
		},
		settingsDropdown: { logOut: '退出', account: '账号' },
		toast: {
			onFailToLoadEntries: '没有读到：%{details}',
			onFailToLoadDeployPreview: '没有读到预览：%{details}',
			onFailToPersist: '%{details}',
			onFailToDelete: '%{details}',
			onFailToUpdateStatus: '%{details}',
			missingRequiredField: '有几项还没有填，见标红的地方。',
			entrySaved: '已保存',
			entryPublished: '已发布，居民现在看得到了',
			onFailToPublishEntry: '%{details}',
			entryUpdated: '状态已改',
			onDeleteUnpublishedChanges: '没有发布的修改已去掉',
			onLoggedOut: '您已退出，请重新登录',
			onBackendDown: '编辑台的服务器没有答复：%{details}',
			noteAdded: '批注已添加',
			onFailToAddNote: '批注没有添加：%{details}',
			noteUpdated: '批注已修改',
			onFailToUpdateNote: '批注没有修改：%{details}',
			noteDeleted: '批注已删除',
			onFailToDeleteNote: '批注没有删除：%{details}',
			noteResolved: '批注已解决',
			noteReopened: '批注重新打开',
			onFailToToggleNote: '批注没有改成：%{details}',
		},
	},
	workflow: {
		workflow: {
			loading: '正在读取……',
			workflowHeading: '送审和发布',
			newPost: '新建',
			description: '%{smart_count} 份送审，%{readyCount} 份待发布。',
			dateFormat: 'M月D日',
		},
		workflowCard: {
			lastChange: '%{date}，%{author}',
			lastChangeNoAuthor: '%{date}',
			lastChangeNoDate: '%{author}',
			deleteChanges: '放弃修改',
			deleteNewEntry: '删除草稿',
			publishChanges: '发布',
			publishNewEntry: '发布',
		},
		workflowList: {
			onDeleteEntry: '没有发布的会去掉，已经公开的不变。确定吗？',
			onPublishingNotReadyEntry: '先把它移到“待发布”一栏，再发布。',
			onPublishEntry: '发布以后居民马上看得到，改动会留下记录。确定发布吗？',
			draftHeader: '草稿',
			inReviewHeader: '送审',
			readyHeader: '待发布',
			currentEntries: '%{smart_count} 份',
		},
	},
};

/** What is said when a draft was moved to a step, in Decap's name for it. */
export const movedTo = (status: string): string =>
	status === 'pending_review' ? '已送审，等审核员看' : status === 'pending_publish' ? '已设为“待发布”，再点“发布”' : '已改回草稿';

type Phrases = { [name: string]: string | Phrases };

/** Decap's own phrases with ours over them. */
export const merged = (theirs: Phrases, ours: Phrases): Phrases => {
	const all = { ...theirs };
	for (const [name, said] of Object.entries(ours)) {
		const there = all[name];
		all[name] = typeof said === 'string' || typeof there !== 'object' ? said : merged(there, said);
	}
	return all;
};
