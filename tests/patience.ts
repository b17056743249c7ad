/**
 * How long a test waits for what must come, in milliseconds: far longer than the busiest machine takes, so that only what never comes
 * fails. No test waits for a time to pass instead of for what it awaits.
 */
export const PATIENCE = 600_000;
