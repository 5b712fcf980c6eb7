// `npm run annals -- COMMAND`: the command line, built when it is stale.

import { pathToFileURL } from 'node:url';
import { buildIfStale } from './stale.ts';
import { callersDirectory, inTree } from './tree.ts';

const serves = process.argv.slice(2).includes('serve');
await buildIfStale(serves ? ['screen', 'programs'] : ['programs']);
// Paths on the command line mean the folder the analyst stands in.
process.chdir(callersDirectory());
const program = inTree('out', 'main', 'cli.js');
process.argv = [process.execPath, program, ...process.argv.slice(2)];
await import(pathToFileURL(program).href);
