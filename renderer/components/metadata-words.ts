// How fields of documents are written: values, states, where a value was found; and what a person types for one. No screen.

import { type FieldState, type MetadataField, type ValueOrigin } from '../../shared/core/metadata.ts';
import type { Input } from '../../shared/rpc/contract.ts';
import { documentDate } from './dates.ts';
import { isDocumentKind, kindNames, unknown } from './document-words.ts';
import type { Tone } from './marks.tsx';

export const stateWords: Readonly<Record<FieldState, { sign: string; word: string; tone: Tone }>> = {
  doubtful: { sign: '?', word: 'Doubtful', tone: 'unknown' },
  unknown: { sign: '–', word: 'Unknown', tone: 'unknown' },
  recognised: { sign: '•', word: 'Recognised', tone: 'plain' },
  confirmed: { sign: '✓', word: 'Confirmed', tone: 'new' },
  corrected: { sign: '✎', word: 'Corrected', tone: 'accent' },
};

export const originWords: Readonly<Record<ValueOrigin, string>> = {
  passage: 'The text says it',
  'file-name': 'The name of the file, no passage',
  'file-properties': 'The file as a whole, no single passage',
};

/** Languages a field offers: those Annals tells apart, as BCP 47 primary tags. */
export const languageTags = ['en', 'fr', 'es', 'pt', 'ar', 'ru', 'zh', 'de', 'it', 'nl', 'pl', 'ro', 'tr', 'id', 'vi', 'sw', 'uk', 'be', 'kk', 'uz', 'tg', 'fa', 'ps', 'ur', 'hi', 'bn', 'ta', 'si', 'th', 'my', 'km', 'lo', 'ja', 'ko', 'el', 'he', 'ka', 'hy', 'am', 'mk', 'sr'] as const;

const names = new Intl.DisplayNames('en', { type: 'language' });

/** "French" for "fr"; the tag itself when it is none. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A value as it is read. `countryName` gives the name of an ISO code. */
export function fieldText(field: MetadataField, value: string | null, countryName: (iso3: string) => string): string {
  if (value === null || value === '') return unknown;
  if (field === 'country') return countryName(value);
  if (field === 'date') return documentDate(value);
  if (field === 'language') return languageName(value);
  if (field === 'kind') return isDocumentKind(value) ? kindNames[value] : value;
  return value;
}

/** "65 %" */
export function percent(confidence: number): string {
  return `${String(Math.round(confidence * 100))} %`;
}

type Changes = Input<'documents.update'>['changes'];

/** The change that writes a value, or the sentence that says why it cannot be written. Empty means "not known"; a title must stay. */
export function changeOf(field: MetadataField, written: string): Changes | { error: string } {
  const text = written.trim();
  const value = text === '' ? null : text;
  switch (field) {
    case 'title':
      return value === null ? { error: 'A document needs a title.' } : { title: value };
    case 'year':
      if (value === null) return { year: null };
      return /^[12]\d{3}$/.test(value) ? { year: Number(value) } : { error: 'A year has four digits, such as 2021.' };
    case 'date':
      return value === null || /^\d{4}(-\d{2}(-\d{2}(T[\d:.Z+-]+)?)?)?$/.test(value) ? { date: value } : { error: 'Write a date as 2007-12-03, 2007-12 or 2007.' };
    case 'kind':
      return value !== null && isDocumentKind(value) ? { kind: value } : { error: 'Choose a kind.' };
    case 'country':
      return { country: value };
    case 'issuer':
      return { issuer: value };
    case 'author':
      return { author: value };
    case 'language':
      return { language: value };
    case 'identifier':
      return { identifier: value };
    case 'classification':
      return { classification: value };
  }
}
