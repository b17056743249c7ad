/**
 * Puts a plain copy in the place of the environment. Node asks the system at every look at the real one, and the YAML reader looks at every
 * token: with a copy it reads in two thirds of the time.
 */
export const copyEnvironment = (): void => {
	process.env = { ...process.env };
};
