/** Reads the records of a folder and asks nothing of them, in a process of its own, to be measured: `read.ts CONTENT`. */
import { keepCompiled } from '../scripts/lib/compiled.ts';
import { copyEnvironment } from '../scripts/lib/environment.ts';

keepCompiled();
copyEnvironment();
const { recordFiles } = await import('../src/publish/files.ts');
const { readAll } = await import('../src/schema/reader.ts');
console.log(readAll(recordFiles(process.argv[2] ?? 'content')).entries.length);
