// The facts of a cable for the metadata card: plain words as labels, each value with its place in the text.

import type { TextRange } from '../../../core/document.ts';
import type { Cable, CableAddressee, CableReference, ProposedValue, Recognition } from '../../../core/recognition.ts';
import type { CableDocument } from './document.ts';
import { pageValue } from './reading.ts';
import type { Reading } from './reading.ts';
import { plainTime } from './time-group.ts';
import { tagMeaning, tagSuggestion } from './tags.ts';
import { titleCase } from './title-case.ts';

type Fact = Recognition['facts'][number];

function addresseeText(addressee: CableAddressee): string {
  const except = addressee.excluded ? 'except ' : '';
  return `${except}${addressee.name}${addressee.precedence === null ? '' : ` (${addressee.precedence.toLowerCase()})`}`;
}

function referenceText(reference: CableReference): string {
  const bullet = reference.bullet === null ? '' : `${reference.bullet}: `;
  if (reference.value === null) return `${bullet}${reference.raw}`;
  const perhaps = reference.candidates.filter((candidate) => candidate.slice(0, 2) !== reference.value?.slice(0, 2));
  const note =
    perhaps.length > 0 ? ` (year not printed; perhaps ${perhaps.join(' or ')})` : reference.yearInferred ? " (year not printed; this cable's year)" : '';
  return `${bullet}${reference.value}${note}`;
}

function orderText(eo: NonNullable<Cable['eo']>): string {
  const number = eo.order === '' ? '' : `E.O. ${eo.order}`;
  if (eo.decl === null) return [number, eo.raw].filter((part) => part !== '').join(': ');
  return `${number === '' ? '' : `${number}: `}declassify ${/^\d{4}-/.test(eo.decl) ? `on ${plainTime(eo.decl)}` : eo.decl}`;
}

/** Facts in reading order. A label that has several values is repeated. */
export function factsOf(reading: Reading, document: CableDocument, cable: Cable, classification: string | null): Fact[] {
  const facts: Fact[] = [];
  const add = (label: string, value: string | null, range: TextRange | null): void => {
    if (value === null || value === '') return;
    const place = range === null ? null : document.layout.place(range);
    facts.push({ label, value, start: place?.start ?? null, end: place?.end ?? null });
  };
  const { header, banner } = reading.copies;
  const created = pageValue(reading.page, 'created');
  const sent = cable.dtg?.utc ?? cable.created;
  add('Identifier', cable.id, pageValue(reading.page, 'identifier') ?? banner);
  add('Sent', sent === null ? null : plainTime(sent), created ?? reading.routing.places.dtg ?? null);
  add('Released', cable.released === null ? null : plainTime(cable.released.slice(0, 10)), pageValue(reading.page, 'released'));
  add('Classification', classification, pageValue(reading.page, 'classification') ?? banner);
  add('From', cable.origin ?? cable.from, pageValue(reading.page, 'origin') ?? reading.routing.places.from ?? null);
  for (const { addressee, start, end } of reading.routing.to) add('To', addresseeText(addressee), { start, end });
  for (const { addressee, start, end } of reading.routing.info) add('Info', addresseeText(addressee), { start, end });
  for (const { office, for: whom, start, end } of header.attention) add('Attention', office === null ? whom : `${office} for ${whom}`, { start, end });
  for (const { tag, start, end } of reading.tags) {
    const meaning = tagMeaning(tag);
    const perhaps = meaning === null ? tagSuggestion(tag) : null;
    add('Tags', meaning === null ? `${tag}${perhaps === null ? '' : ` (perhaps ${perhaps})`}` : `${tag}: ${meaning}`, { start, end });
  }
  add('Subject', cable.subject, header.subject?.words ?? null);
  for (const { reference, start, end } of reading.references) add('References', referenceText(reference), { start, end });
  add('Executive order', cable.eo === null ? null : orderText(cable.eo), header.order);
  add('Classified by', cable.classifiedBy, header.classifiedBy);
  for (const { name, start, end } of reading.signature.names) add('Signed by (chief of mission or acting)', name, { start, end });
  return facts;
}

/** Values the analyst may confirm, each with the passage that says it. The title is proposed in title case. */
export function proposalsOf(
  reading: Reading,
  document: CableDocument,
  cable: Cable,
  found: { country: string | null; year: number | null; date: string | null; issuer: string | null },
): ProposedValue[] {
  const proposals: ProposedValue[] = [];
  const add = (field: ProposedValue['field'], value: string | null, range: TextRange | null, confidence: number): void => {
    const place = range === null ? null : document.layout.place(range);
    if (value !== null && value !== '' && place !== null) proposals.push({ field, value, confidence, ...place });
  };
  const time = pageValue(reading.page, 'created') ?? reading.routing.places.dtg ?? null;
  add('title', cable.subject === null ? null : titleCase(cable.subject), reading.copies.header.subject?.words ?? null, 0.95);
  const geo = reading.tags.filter(({ tag }) => tag.length === 2);
  add(
    'country',
    found.country,
    geo.length === 1 ? (geo[0] ?? null) : (pageValue(reading.page, 'origin') ?? reading.routing.places.from ?? null),
    geo.length === 1 ? 0.95 : 0.6,
  );
  add('year', found.year === null ? null : String(found.year), time ?? pageValue(reading.page, 'identifier'), 0.95);
  add('date', found.date, time, 0.95);
  add('issuer', found.issuer, pageValue(reading.page, 'origin') ?? reading.routing.places.from ?? null, 0.9);
  return proposals;
}
