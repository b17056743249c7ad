/** `npm run publish`: publishes what changed since the last time. */
import { command } from './lib/command.ts';
import { keepCompiled } from './lib/compiled.ts';

const HELP = `
npm run publish -- [--content DIR] [--out DIR] [--today DAY]

Renders the pages that an edit of the record touched, and no others, and shows them all at once by one rename.

  --content DIR   the record to publish (default: content)
  --out DIR       where releases are kept (default: out); the site to serve is DIR/current
  --today DAY     the day the site is shown as of (default: asOf of the settings, else today in China)
  --help          this text

Exit code: 0 published, 1 something in the record is to be mended and nothing was touched, 2 could not run.
`;

keepCompiled();
const { options, publication } = await import('./lib/publication.ts');
const { publishSite } = await import('../src/publish/index.ts');

await command(HELP, options, ({ content, out = 'out', today }) => publication(publishSite, { content: content!, out, today }));
