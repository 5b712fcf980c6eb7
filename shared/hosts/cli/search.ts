// `annals search QUERY`: passages that hold the words, with their places.

import type { DocumentKind } from '../../core/recognition.ts';
import { bold, count, print, printJson } from './output.ts';
import { type CommonOptions, withProject } from './session.ts';

export type SearchOptions = CommonOptions & { country?: string[]; year?: number[]; kind?: DocumentKind[]; limit?: number };

export async function searchPassages(query: string, options: SearchOptions): Promise<void> {
  await withProject(options, async (backend) => {
    const answer = await backend.call('search.find', {
      query,
      ...(options.country && { countries: options.country.map((country) => country.toUpperCase()) }),
      ...(options.year && { years: options.year }),
      ...(options.kind && { kinds: options.kind }),
      ...(options.limit && { limit: options.limit }),
    });
    if (options.json) {
      printJson(answer);
      return;
    }
    for (const hit of answer.hits) {
      const place = [hit.countryName, hit.year, hit.page === null ? null : `page ${hit.page}`, hit.label && `paragraph ${hit.label}`, hit.section].filter((part) => part !== null && part !== '');
      print(`${bold(hit.title)}  ${place.join(' · ')}`);
      print(`  ${hit.snippet.map(({ text, hit: isHit }) => (isHit ? bold(text) : text)).join('').replace(/\s+/g, ' ')}`);
    }
    print(`${count(answer.total, 'passage')} in ${count(answer.documents, 'document')}${answer.hits.length < answer.total ? `, the first ${answer.hits.length} shown` : ''}`);
  });
}
