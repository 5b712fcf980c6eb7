// `npm run build`: the production build of everything, whether stale or not.

import { missingEntries } from './bundles.ts';
import { buildAll } from './stale.ts';

for (const source of missingEntries()) console.error(`${source} is not there yet and is left out.`);
await buildAll();
