import { schemaFiles } from './json-schema.ts';

/** Every file that is derived from the schemas and committed: path → text. `npm run generate` writes them. */
export const derivedFiles = (): Record<string, string> => ({ ...schemaFiles() });
