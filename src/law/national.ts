/** The national numbers that hold where a place's own rules name none, each with its provision. */
import { provisions } from './provisions.ts';

/** Days, persons, years and months; each says by which provision. @law see the provision of each */
export const national = {
	assemblyNotice: { days: 15, provision: provisions.assemblyNotice },
	committeeNotice: { days: 7, provision: provisions.committeeNotice },
	committeeDecision: { within: 3, provision: provisions.committeeNotice },
	committeeQuorum: { present: 'moreThanHalf', agree: 'half', agreeOf: 'all', provision: provisions.committeeQuorum },
	committeeSize: { least: 5, most: 11, odd: true, provision: provisions.committeeSize },
	committeeTerm: { most: 5, provision: provisions.committeeTerm },
	committeeFiling: { days: 30, provision: provisions.committeeFiling },
	renewal: { act: 'organise', months: 3, provision: provisions.renewal },
	handover: { days: 10, since: 'termEnd', leaver: 3, provision: provisions.handover },
	/** how many days is for the place to say; when they end is for the Code */
	notice: { unit: 'calendar', rollOver: true, provision: provisions.periods },
	silence: { policy: 'none', provision: provisions.silence },
	emergency: { cases: [], provision: provisions.emergencyUse },
} as const;
