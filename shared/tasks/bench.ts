// `npm run bench -- NAME...`: the benchmarks of tests/bench, each of which prints a table.

import { runScripts } from './scripts.ts';

runScripts('tests/bench', process.argv.slice(2));
