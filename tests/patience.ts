/**
 * How long a test, and one thing that it awaits, may take in milliseconds: far longer than they take on the busiest machine, so that only
 * what never comes fails. No test waits for a time to pass instead of for what it awaits.
 */
export const PATIENCE = { test: 600_000, wait: 120_000 };
