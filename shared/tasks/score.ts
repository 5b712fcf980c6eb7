// `npm run score -- NAME...`: the scores of tests/score, each of which prints a table and its failures.

import { runScripts } from './scripts.ts';

runScripts('tests/score', process.argv.slice(2));
