// Reads one field of a cable from a fragment of text: the way in for checks of single rules and for scripts. It reads with the same
// functions as a whole cable.

import { UserError } from '../../../core/user-error.ts';
import { readAddressees } from './addressees.ts';
import { carry, plainCharacters } from './carriers.ts';
import { cleanText } from './clean-text.ts';
import { readOrder } from './executive-order.ts';
import { canonicalIdentifier, identifierParts } from './identifier.ts';
import { headerLabels } from './labels.ts';
import type { HeaderLabel, LabelKind } from './labels.ts';
import { canonicalClassification } from './marking.ts';
import { pageBanners } from './page-banner.ts';
import { readPageMetadata } from './page-metadata.ts';
import { referencesRange } from './reference-area.ts';
import { readReferences } from './references.ts';
import type { PlacedReference } from './references.ts';
import { readRouting } from './routing.ts';
import { readSignature } from './signature.ts';
import { blanked, linesOf, workingCopy } from './source.ts';
import { subjectLabel, subjectRange, subjectText, withoutMark } from './subject.ts';
import { summaryOf } from './summary.ts';
import { readTags, tagKind, tagsRange } from './tags.ts';
import { titleCase } from './title-case.ts';

/** What is known beside the fragment. */
export type FragmentHints = {
  /** Year of the cable the fragment is from: fills in years that references do not print. */
  year?: number | null;
  /** Identifier of that cable: references to itself are dropped. */
  reference_id?: string | null;
  /** Which addressees are asked for. */
  field?: string;
  /** false keeps the portion mark of a subject. */
  clean?: boolean;
};

/** Labelled fields stand in a cable's header: a fragment is searched for them in its first characters. */
const LONGEST_HEADER = 60_000;

function workOf(input: string): string {
  const copy = workingCopy(input);
  return blanked(copy, pageBanners(copy));
}

function labelled<Value>(input: string, kind: LabelKind, read: (work: string, label: HeaderLabel, labels: readonly HeaderLabel[]) => Value): Value | null {
  const work = workOf(input.slice(0, LONGEST_HEADER));
  const labels = headerLabels(work, 0, work.length);
  const label = kind === 'subject' ? subjectLabel(work, labels) : labels.find((one) => one.kind === kind);
  return label === null || label === undefined ? null : read(work, label, labels);
}

function subject(input: string, hints: FragmentHints): string | null {
  return labelled(input, 'subject', (work, label, labels) => {
    const range = subjectRange(work, label, labels, work.length);
    return plainCharacters(subjectText(work, hints.clean === false ? range : withoutMark(work, range)));
  });
}

function references(input: string, hints: FragmentHints): PlacedReference[] {
  const referrer = { year: hints.year ?? null, identifier: hints.reference_id == null ? null : canonicalIdentifier(hints.reference_id) };
  return labelled(input, 'references', (work, label, labels) => readReferences(work, referencesRange(work, label, labels, work.length), referrer)) ?? [];
}

function recipients(input: string, hints: FragmentHints): unknown[] {
  const work = workOf(input);
  const field = hints.field === 'INFO' ? 'INFO' : 'TO';
  const found: { route: string | null; name: string; precedence: string | null; mcn: string | null; excluded: string[] }[] = [];
  for (const { addressee } of readAddressees(work, { start: 0, end: work.length }, field)) {
    const { route, name, precedence, mcn, excluded } = addressee;
    if (excluded) found.at(-1)?.excluded.push(name);
    else found.push({ route, name, precedence, mcn, excluded: [] });
  }
  return found;
}

function classification(input: string): string | null {
  const work = workOf(carry(input.slice(0, LONGEST_HEADER)).text);
  const found = readPageMetadata(work, linesOf(work)).values.find((value) => value.field === 'classification');
  return found === undefined ? null : canonicalClassification(found.value);
}

function declassification(input: string): string | null {
  const decl = labelled(input, 'order', (work, label, labels) => readOrder(work, label, labels, work.length).eo.decl);
  return decl !== null && /^\d{4}-\d{2}-\d{2}$/.test(decl) ? decl : null;
}

function signature(input: string): string[] {
  const work = workOf(input);
  return readSignature(work, { start: 0, end: work.length }).names.map(({ name }) => name);
}

function parts(input: string): string[] | null {
  const found = identifierParts(canonicalIdentifier(input));
  return found === null ? null : [found.year, found.post, found.serial];
}

const READERS: Readonly<Record<string, (input: string, hints: FragmentHints) => unknown>> = {
  subject,
  titlecase: titleCase,
  tags: (input) => labelled(input, 'tags', (work, label, labels) => readTags(work, tagsRange(work, label, labels, work.length)).map(({ tag }) => tag)) ?? [],
  'tag-kind': tagKind,
  references: (input, hints) => [...new Set(references(input, hints).flatMap(({ reference }) => reference.value ?? []))],
  'references-ng': (input, hints) =>
    references(input, hints).map(({ reference }) => ({ kind: reference.kind, bullet: reference.bullet, value: reference.value ?? reference.raw })),
  reference_id: canonicalIdentifier,
  reference_id_parts: parts,
  declassify_on: declassification,
  recipients,
  'clean-text': cleanText,
  summary: (input) => summaryOf(workOf(input), 0),
  signature,
  transmission_id: (input) => readRouting(input, { start: 0, end: input.length }).transmissionId,
  classification,
};

/** The kinds of fragment that can be read. */
export const fragmentKinds: readonly string[] = Object.keys(READERS);

/** A year as a number or as digits. */
function yearOf(hint: unknown): number | null {
  const year = typeof hint === 'string' && /^\s*\d{4}\s*$/.test(hint) ? Number(hint) : hint;
  return typeof year === 'number' && Number.isInteger(year) ? year : null;
}

/** Hints come from files: what has not the expected type is as good as not given. */
function checked(hints: FragmentHints): FragmentHints {
  return {
    year: yearOf(hints.year),
    reference_id: typeof hints.reference_id === 'string' ? hints.reference_id : null,
    field: hints.field === 'INFO' ? 'INFO' : 'TO',
    clean: hints.clean !== false,
  };
}

/** The value of one field in a fragment. Throws UserError when the kind is not one of fragmentKinds. */
export function readFragment(kind: string, input: string, hints: FragmentHints = {}): unknown {
  const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
  if (read === undefined)
    throw new UserError('invalid-input', `"${kind}" is not a part of a cable that can be read on its own.`, `Ask for one of: ${fragmentKinds.join(', ')}.`);
  return read(input, checked(hints));
}
