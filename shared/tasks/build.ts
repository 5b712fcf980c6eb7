// `npm run build`: the production build of everything, whether stale or not.

import { missingEntries } from './bundles.ts';
import { buildAll } from './stale.ts';

for (const source of missingEntries()) console.error(`${source} is not there yet and is left out.`);
try {
  await buildAll();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
