// The documents of a country on an axis of years: its editions, and between them what else speaks of the country, by date. Pure.

import { seriesOf } from './comparison.ts';
import type { DocumentKind } from './recognition.ts';

export type TimelineDocument = { documentId: string; title: string; kind: DocumentKind; year: number; date: string | null; identifier: string | null; issuer: string | null; classification: string | null };

/** The documents of one report year; the first stands for it. */
export type TimelineEdition = { kind: 'edition'; year: number; documents: TimelineDocument[] };
/** What lies after one edition and up to the next; `missing` are the years between of which no edition is here. */
export type TimelineGap = { kind: 'gap'; after: number | null; before: number | null; missing: number[]; documents: TimelineDocument[] };
export type SourceTimeline = (TimelineEdition | TimelineGap)[];

/** Which document stands for its year. */
const preference: readonly DocumentKind[] = ['ilab-report', 'ilab-page', 'generic', 'ilab-dataset', 'cable'];
/** More years than these between two editions are counted, not listed. */
const mostMissing = 30;

/**
 * Editions are the yearly reports, pages and data; other documents of which several years are here under one title are editions too. A
 * document dated in the year of an edition lies before it: the edition is written after the year's end.
 */
export function sourceTimeline(documents: readonly TimelineDocument[]): SourceTimeline {
  const isYearly = (document: TimelineDocument) => document.kind.startsWith('ilab-') || (document.kind === 'generic' && documents.some((other) => other.kind === 'generic' && other.year !== document.year && seriesOf(other.title) === seriesOf(document.title) && seriesOf(document.title) !== document.title.toLocaleLowerCase('en')));
  const editions = [...Map.groupBy(documents.filter(isYearly), ({ year }) => year)]
    .toSorted(([one], [other]) => one - other)
    .map(([year, own]): TimelineEdition => ({ kind: 'edition', year, documents: own.toSorted((one, other) => preference.indexOf(one.kind) - preference.indexOf(other.kind)) }));
  const others = documents.filter((document) => !isYearly(document)).toSorted((one, other) => (one.date ?? String(one.year)).localeCompare(other.date ?? String(other.year)));
  const gap = (after: number | null, before: number | null): TimelineGap[] => {
    const own = others.filter(({ year }) => (after === null || year > after) && (before === null || year <= before));
    const missing = after === null || before === null ? [] : Array.from({ length: Math.min(mostMissing, Math.max(0, before - after - 1)) }, (_, index) => after + index + 1);
    return own.length > 0 || missing.length > 0 ? [{ kind: 'gap', after, before, missing, documents: own }] : [];
  };
  if (editions.length === 0) return gap(null, null);
  return [
    ...editions.flatMap((edition, index) => [...gap(editions[index - 1]?.year ?? null, edition.year), edition]),
    ...gap(editions.at(-1)?.year ?? null, null),
  ];
}

/** The edition that a document is read beside: the next one, or the last where none follows. */
export function editionBeside(timeline: SourceTimeline, documentId: string): TimelineEdition | null {
  const gap = timeline.find((each): each is TimelineGap => each.kind === 'gap' && each.documents.some((document) => document.documentId === documentId));
  return timeline.find((each): each is TimelineEdition => each.kind === 'edition' && each.year === (gap?.before ?? gap?.after)) ?? null;
}
