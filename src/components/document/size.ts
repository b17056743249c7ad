/** 184320 → `184 KB`; from a megabyte on with one digit, `1.2 MB`. */
export const sizeOf = (bytes: number): string =>
	bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${Math.round(bytes / 100_000) / 10} MB`;
