// `npm run check`: types and lint only.

import { runChecks } from './types-and-lint.ts';

if (runChecks().some(({ passed }) => !passed)) process.exitCode = 1;
