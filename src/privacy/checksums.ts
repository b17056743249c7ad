/** The last digit of a number tells whether the others were copied right. */

/** Luhn: of bank cards. */
export function luhn(digits: string): boolean {
	let sum = 0;
	[...digits].reverse().forEach((digit, i) => {
		const n = Number(digit) * (i % 2 ? 2 : 1);
		sum += n > 9 ? n - 9 : n;
	});
	return sum % 10 === 0;
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: of an identity number of 18 signs. */
export const isIdentity = (number: string): boolean =>
	'10X98765432'[ID_WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(number[i]), 0) % 11] === number[17]?.toUpperCase();
