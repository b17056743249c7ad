/** How often a property is tried: 2,000 times with the other tests, as often as it says when `npm run nightly` asks for more. */
export const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 2000) };
