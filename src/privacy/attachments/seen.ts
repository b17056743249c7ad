import type { Found } from '../found.ts';

/** What was seen in an upload. Its text is not kept, only what of it might be a personal datum. */
export interface Seen {
	/** what it is by its first bytes */
	kind: Kind;
	/** what might be personal, and where: `第2页`, `隐藏的工作表“名册”`, `批注` */
	data: readonly (Found & { where: string })[];
	/** where something is to be read that a program cannot read: `第2页`; a picture: `图片` */
	unread: readonly string[];
	/** why it may not be published as it is, whatever is in it */
	trouble?: Trouble;
}

export type Kind = 'pdf' | 'docx' | 'xlsx' | 'picture' | 'text' | 'other';

export type Trouble =
	/** it cannot be opened */
	| 'broken'
	/** it wants a password */
	| 'locked'
	/** the picture says where it was taken */
	| 'place'
	/** another file is hidden in it that cannot be read */
	| 'embedded'
	/** it unpacks to more, or says more, than is read */
	| 'large'
	/** it has more pages than are read */
	| 'pages'
	/** things stand in it one within the other, deeper than anybody sets them */
	| 'deep'
	/** its reader was ended or died */
	| 'heavy'
	/** it runs a program when it is opened */
	| 'program'
	/** it fetches something from elsewhere when it is opened */
	| 'remote'
	/** it is not made as such files are: one program would see another content than the next */
	| 'odd'
	/** no kind of file that is read here */
	| 'kind';
