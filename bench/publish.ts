/** One publication of the invented minutes in a process of its own, to be measured: `publish.ts build|publish RECORD OUT [search]`. */
import { keepCompiled } from '../scripts/lib/compiled.ts';
import { copyEnvironment } from '../scripts/lib/environment.ts';

keepCompiled();
copyEnvironment();
const { publication } = await import('./publication.ts');
const [how, record = '', out = '', search] = process.argv.slice(2);
console.log(JSON.stringify(await publication(how === 'build', record, out, search === 'search')));
