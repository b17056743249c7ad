import { latestBegun } from '../domain/roster.ts';
import { inForce } from '../law/provisions.ts';
import type { Judgement } from './check.ts';
import { localRules } from './local-rules.ts';

/** An owners' committee has as many seats as its place allows, and an odd number of them. */
export const committeeSize: Judgement<'bodies'> = {
	id: 'committee-size',
	asks: '业委会、物管会的席位数合规定吗？',
	of: 'bodies',
	look(entry, around) {
		const { kind, seats, terms } = entry.data;
		if ((kind !== 'ownersCommittee' && kind !== 'managementCommittee') || seats === 0) return [];
		const { from } = latestBegun(terms, around.hasCome);
		const { rules } = localRules(entry, around, from);
		const rule = kind === 'ownersCommittee' ? rules.committeeSize : rules.managementCommittee;
		if (!rule || !inForce(rule.provision, from)) return [];
		const { least, most, odd, provision } = rule;
		const small = 'small' in rule && seats < least ? rule.small : undefined;
		const faults = [
			seats < least && `少${least - seats}席`,
			most !== undefined && seats > most && `多${seats - most}席`,
			odd && seats % 2 === 0 && '是双数',
		].filter((fault) => fault !== false);
		if (faults.length === 0) return [];
		return [
			{
				field: 'seats',
				expected: `${most === undefined ? `${least}席以上` : `${least}至${most}席`}${odd ? '，单数' : ''}`,
				actual: `${seats}席，${faults.join('，')}`,
				fix: '席位抄错的更正；没有抄错的，下次业主大会调整。',
				// The place has a rule of its own for small communities, in words: nobody is blamed by a number that may not be theirs.
				provision: small ? { ...provision, leavesRoom: small } : provision,
			},
		];
	},
};
