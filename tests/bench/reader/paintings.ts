// Runs painting.ts in a page of its own, several times over.

import { join } from 'node:path';
import type { Browser } from 'playwright';
import { build } from 'vite';
import type { Backend } from '../../../shared/backend/backend.ts';
import type { Given, Painting } from './painting.ts';

export async function paintings(browser: Browser, backend: Backend, documentId: string, rounds: number): Promise<Record<keyof Painting, number[]>> {
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, minify: false, lib: { entry: join(import.meta.dirname, 'painting.ts'), formats: ['iife'], name: 'painting' } } });
  const [bundle] = Array.isArray(built) ? built : [built];
  const code = bundle && 'output' in bundle ? bundle.output[0].code : '';
  const given: Given = { reading: await backend.call('documents.reading', { id: documentId }), annotations: await backend.call('annotations.list', { documentId, limit: 100_000 }), tags: await backend.call('tags.list', {}) };
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addScriptTag({ content: code });
  const times: Record<keyof Painting, number[]> = { ours: [], elements: [], allAtOnce: [] };
  for (let round = 0; round < rounds; round += 1) {
    const { ours, elements, allAtOnce } = await page.evaluate((all) => (globalThis as unknown as { painting: { paint: (given: Given) => Promise<Painting> } }).painting.paint(all), given);
    times.ours.push(ours);
    times.elements.push(elements);
    times.allAtOnce.push(allAtOnce);
  }
  await page.close();
  return times;
}
