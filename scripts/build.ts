/** `npm run build`: builds the whole site as a plain folder. */
import { command } from './lib/command.ts';
import { keepCompiled } from './lib/compiled.ts';

const HELP = `
npm run build -- [--content DIR] [--out DIR] [--today DAY]

Builds the whole site from the record and leaves it as a plain folder, which any web server can serve.

  --content DIR   the record to build from (default: content)
  --out DIR       where the site goes (default: dist); replaced whole if an earlier build made it, otherwise it must be empty or absent
  --today DAY     the day the site is shown as of (default: asOf of the settings, else today in China)
  --help          this text

Exit code: 0 built, 1 something in the record is to be mended and nothing was touched, 2 could not run.
`;

keepCompiled();
const { options, publication } = await import('./lib/publication.ts');
const { buildSite } = await import('../src/publish/index.ts');

await command(HELP, options, ({ content, out = 'dist', today }) => publication(buildSite, { content: content!, out, today }));
