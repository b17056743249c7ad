/** A scale with round ticks that holds nought and every value: about `lines` ticks, a step of 1, 2 or 5 and noughts, never under `least`. */
export function roundScale(values: readonly number[], { lines = 4, least = 1 } = {}): { min: number; max: number; step: number } {
	const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
	const step = Math.max(least, roundStep((high - low) / lines));
	return { min: Math.floor(low / step) * step, max: Math.max(Math.ceil(high / step) * step, low < 0 ? 0 : step), step };
}

function roundStep(rough: number): number {
	if (rough <= 0) return 0;
	const power = 10 ** Math.floor(Math.log10(rough));
	return power * [1, 2, 5, 10].find((n) => n * power >= rough * 0.999)!;
}
