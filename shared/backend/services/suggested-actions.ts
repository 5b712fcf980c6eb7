// Suggested actions of a country: which editions speak for which year, how each action went on, and the analyst's word on those that ended.

import breaks from '../../../resources/ilab/method-breaks.json' with { type: 'json' };
import groups from '../../../resources/ilab/indicator-groups.json' with { type: 'json' };
import { actionLedger } from '../../core/action-ledger.ts';
import type { ActionVerdict, CountryActions } from '../../core/actions/country-actions.ts';
import { possibleReasons } from '../../core/actions/reasons.ts';
import { indicatorNames } from '../../core/indicator.ts';
import { breaksOf, cellOf } from '../../core/observation.ts';
import type { DocumentKind } from '../../core/recognition.ts';
import { UserError } from '../../core/user-error.ts';
import { decisionById, decisionsOfDocuments, putDecision, removeDecision } from '../store/action-decisions.ts';
import { type DocumentRow, documentRow, documentsOfCountry } from '../store/documents.ts';
import { correctedValues, recognisedValues, suggestedActions } from '../store/observations.ts';
import { pageAt, readingById, textOfReading } from '../store/readings.ts';
import type { Read } from '../store/write.ts';
import type { Command, Query } from './handler.ts';
import { named } from './words.ts';

/** The printed report says most: it has the years; the data file is worded otherwise. */
const preference: readonly DocumentKind[] = ['ilab-report', 'ilab-page', 'generic', 'ilab-dataset'];

const nameOf = indicatorNames(groups);

export const ledger: Query<'suggestedActions.ledger'> = (read, { country, documentIds }, context) => {
  const editions = editionsOf(read, country, documentIds).map((document) => ({ documentId: document.id, year: document.year ?? 0, title: document.title, kind: document.kind, actions: suggestedActions(read, document.id) }));
  const followed = actionLedger(editions);
  const decisions = decisionsOfDocuments(read, editions.map(({ documentId }) => documentId));
  const indicators = new Set(followed.actions.flatMap(({ targets }) => targets.flatMap(({ indicator }) => indicator ?? [])));
  return {
    years: followed.years,
    country,
    countryName: context.countryName(country) ?? country,
    editions: editions.map(({ actions: _actions, ...edition }) => edition).toSorted((one, other) => one.year - other.year),
    actions: followed.actions.map((action) => {
      const last = action.entries.at(-1);
      return { ...action, decision: decisions.find((each) => each.documentId === last?.documentId && each.area === last.area && each.text === last.text)?.decision ?? null };
    }),
    observed: [...indicators].flatMap((indicator) => observedValues(read, country, indicator)),
  };
};

export const reasons: Query<'suggestedActions.reasons'> = (read, { documentId, text }) => {
  const last = existing(read, documentId);
  const next = last.country === null ? undefined : editionsOf(read, last.country).find((document) => (document.year ?? 0) > (last.year ?? 0));
  const reading = next && readingById(read, next.readingId);
  if (!next || !reading) return null;
  const found = possibleReasons(text, { text: reading.text, blocks: reading.blocks, sections: reading.recognition.sections });
  return { documentId: next.id, year: next.year ?? 0, title: next.title, reasons: found.map((reason) => ({ ...reason, page: pageAt(read, next.readingId, reason.start) })) };
};

const verdictWords: Record<ActionVerdict, string> = { done: 'done', dropped: 'dropped without word', merged: 'part of another action' };

export const decide: Command<'suggestedActions.decide'> = (write, { documentId, area, text, verdict, note, evidence }, context) => {
  existing(write, documentId);
  if (!suggestedActions(write, documentId).some((action) => action.area === area && action.text === text)) throw new UserError('not-found', 'This edition has no such suggested action.', 'It may have been read again since; open the ledger once more.');
  const quoted = evidence && { ...evidence, quote: quoteOf(write, evidence) };
  const id = putDecision(write, context.newId(), { documentId, area, text, decision: { verdict, note, evidence: quoted, author: context.author, madeAt: context.now() } });
  return { value: { id }, label: `Mark a suggested action as ${verdictWords[verdict]}` };
};

export const undecide: Command<'suggestedActions.undecide'> = (write, { id }) => {
  const decision = decisionById(write, id);
  if (!decision) throw new UserError('not-found', 'This decision is not there any more.', 'It may have been taken back already.');
  removeDecision(write, id);
  return { value: null, label: `Take back what became of ${named(decision.text.slice(0, 60))}` };
};

/** One a year: of several the one that says most, and of one kind the newest import. Years without actions have none. */
function editionsOf(read: Read, country: string, documentIds?: readonly string[]): DocumentRow[] {
  const all = documentIds ? documentIds.map((id) => existing(read, id)) : documentsOfCountry(read, country);
  const speaking = all.filter((document) => document.year !== null && document.kind !== 'cable' && (documentIds !== undefined || suggestedActions(read, document.id).length > 0));
  const byYear = Map.groupBy(speaking, (document) => document.year ?? 0);
  return [...byYear]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([, documents]) => documents.toSorted((one, other) => preference.indexOf(one.kind) - preference.indexOf(other.kind) || other.importedAt.localeCompare(one.importedAt))[0] ?? []);
}

/** What the matrix shows of an indicator, year by year. */
function observedValues(read: Read, country: string, indicator: string): CountryActions['observed'] {
  const values = [...correctedValues(read, { indicator, countries: [country] }), ...recognisedValues(read, { indicator, countries: [country] })].filter(({ territory }) => territory === null);
  const byYear = Map.groupBy(values, ({ year }) => year);
  return [...byYear].flatMap(([year, own]) => {
    const cell = year === null ? null : cellOf(year, own, breaksOf(indicator, breaks));
    const value = cell?.values[cell.shown];
    return year === null || !value ? [] : [{ indicator, name: nameOf(indicator).name, year, value }];
  }).toSorted((one, other) => one.year - other.year);
}

function quoteOf(read: Read, { documentId, start, end }: { documentId: string; start: number; end: number }): string {
  const text = textOfReading(read, existing(read, documentId).readingId) ?? '';
  if (start >= end || end > text.length) throw new UserError('invalid-input', 'This passage is not in the document.', 'Select it again.');
  return text.slice(start, end);
}

function existing(read: Read, id: string): DocumentRow {
  const document = documentRow(read, id);
  if (!document) throw new UserError('not-found', 'This document is not in the project any more.', 'It may have been removed; undo brings it back.');
  return document;
}
