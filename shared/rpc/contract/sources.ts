// The sources of a country: on an axis of years, side by side by topic, what is no longer said, and what claims rest on.

import { z } from 'zod';
import type { ComparisonCell } from '../../core/comparison.ts';
import type { GoneSentence } from '../../core/gone-sentences.ts';
import type { ClaimSummary, SourcedClaim } from '../../core/source-claims.ts';
import type { SourceTimeline, TimelineDocument } from '../../core/source-timeline.ts';
import { returns } from '../method.ts';
import { id, iso3 } from './inputs.ts';

/** `claims`: of the editions that number their sources. */
export type CountrySources = { country: string; countryName: string; timeline: SourceTimeline; claims: ({ documentId: string; year: number } & ClaimSummary)[] };
/** What a document says beside an edition; `alone` is what only the document says. */
export type SourceTopics = { document: TimelineDocument; edition: TimelineDocument | null; shared: { document: ComparisonCell; edition: ComparisonCell; similarity: number }[]; alone: ComparisonCell[] };

const ofCountry = z.strictObject({ country: iso3 });

export const sources = {
  'sources.ofCountry': returns<CountrySources>().query('The documents of a country on an axis of years, editions and what lies between them; of each edition how many claims lean on one source, and its newest source.', ofCountry, ['document']),
  'sources.topics': returns<SourceTopics>().query(
    'What a cable or another document says, beside the edition that follows it, by topic; or beside another document.',
    z.strictObject({ documentId: id, besideId: id.optional() }),
    ['document'],
  ),
  'sources.gone': returns<{ country: string; years: number[]; sentences: GoneSentence[] }>().query('Sentences that an edition dropped and no later one brings back, newest first.', ofCountry, ['document']),
  'sources.claims': returns<{ documentId: string; year: number; claims: SourcedClaim[] }>().query('The claims of an edition with the numbered sources they lean on.', z.strictObject({ documentId: id }), ['document']),
};
