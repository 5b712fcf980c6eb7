// Recognises published State Department cables ("Cablegate" layout) and rearranges them for reading: title, header once, numbered
// paragraphs, who speaks. Format knowledge lies in cable/; this file says what Annals learns from one. It rejects nothing and drops nothing.

import type { ParsedDocument, Warning } from '../../core/document.ts';
import type { Recogniser, RecogniserInput, Recognised } from '../../core/format.ts';
import { emptyRecognition } from '../../core/recognition.ts';
import type { Cable, Recognition } from '../../core/recognition.ts';
import { likeness } from './cable/acceptance.ts';
import { assembleCable, sectionsOf } from './cable/assembly.ts';
import { carry, sourceOf } from './cable/carriers.ts';
import { checksOf } from './cable/checks.ts';
import { arrangeCable, parsedDocument } from './cable/document.ts';
import { factsOf, proposalsOf } from './cable/facts.ts';
import { readFragment } from './cable/fragment.ts';
import type { FragmentHints } from './cable/fragment.ts';
import { identifierParts } from './cable/identifier.ts';
import { postOfOffice } from './cable/post.ts';
import { pageValue, readCable } from './cable/reading.ts';
import { divideCables } from './cable/several.ts';
import { upper } from './cable/source.ts';
import { countryOfPost } from './cable/tables.ts';
import type { Country } from './cable/tables.ts';
import { countriesOf } from './cable/tags.ts';
import { countries } from './countries.ts';

/** The country a cable is about: its one geographic tag, else the country of the post that sent it; null for missions and departments. */
function countryOf(cable: Cable): Country | null {
  const tagged = countriesOf(cable.tags);
  const post = identifierParts(cable.id ?? '')?.post ?? postOfOffice(cable.origin ?? cable.from ?? '');
  const found = (tagged.length === 1 ? tagged[0] : null) ?? (post === null ? null : countryOfPost(post));
  // The name Annals shows for it everywhere; countries that no longer exist keep the name of the tables of cables.
  return found === null ? null : (countries.byIso3(found.iso3) ?? found);
}

/** Level and caveats as one marking, such as "UNCLASSIFIED//SBU". */
function markingOf(cable: Cable): string | null {
  if (cable.classification === null) return cable.caveats.length === 0 ? null : cable.caveats.join('//');
  const said = cable.classification.replace('FOR OFFICIAL USE ONLY', 'FOUO');
  return [cable.classification, ...cable.caveats.filter((caveat) => !said.split('//').includes(caveat))].join('//');
}

function warningsOf(cable: Cable, partial: boolean, furtherRows: boolean): Warning[] {
  const warnings: Warning[] = cable.checks.filter((check) => !check.ok).map((check) => ({ code: 'cable-check', message: `${check.detail}.` }));
  if (partial)
    warnings.push({ code: 'cable-partial', message: 'This record is a partial extract: the routing header and part of the text were not published.' });
  if (furtherRows) warnings.push({ code: 'cable-further-rows', message: 'The file holds more than one cable; only the first was read.' });
  if (cable.subject === null) warnings.push({ code: 'cable-no-subject', message: 'The cable prints no subject.' });
  return warnings;
}

function recognise({ name, parsed }: RecogniserInput): Recognised {
  const carried = carry(sourceOf(parsed));
  const reading = readCable(carried.text);
  const document = arrangeCable(reading, carried.leftOut);
  const cable = assembleCable(reading, document);
  cable.checks = checksOf(cable, {
    sections: reading.copies.banners.flatMap((banner) => banner.banner.sections ?? []),
    pageTags: pageValue(reading.page, 'tags')?.value ?? null,
    tags: reading.tags.map(({ tag, start, end }) => ({ tag, printed: tag.includes(' ') ? tag : upper(reading.work.slice(start, end)) })),
  });
  const classification = markingOf(cable);
  const country = countryOf(cable);
  const sent = cable.dtg?.utc ?? cable.created;
  const date = sent?.slice(0, 10) ?? null;
  const issuer = cable.origin ?? cable.from;
  const recognition = {
    ...emptyRecognition,
    kind: 'cable' as const,
    confidence: likeness(carried.text),
    country,
    year: reading.year,
    title: cable.subject ?? cable.titleLabel ?? cable.id ?? name,
    language: 'en',
    issuer,
    date,
    identifier: cable.id,
    classification,
    facts: factsOf(reading, document, cable, classification),
    sections: sectionsOf(document),
    cable,
    proposed: proposalsOf(reading, document, cable, { country: country?.iso3 ?? null, year: reading.year, date, issuer }),
    warnings: warningsOf(cable, reading.partial, carried.furtherRows),
  };
  return parsed.pages.length > 0 ? asPrinted(parsed, recognition) : { parsed: parsedDocument(document, parsed), recognition };
}

/** A cable in a file with pages (a scan's text, a print): its text and pages stay as they are, so nothing read of it has a place in the text. */
function asPrinted(parsed: ParsedDocument, recognition: Recognition): Recognised {
  const facts = recognition.facts.map((fact) => ({ ...fact, start: null, end: null }));
  const cable = recognition.cable === null ? null : { ...recognition.cable, paragraphs: [] };
  const warning = { code: 'cable-pages', message: 'The file has pages; its text was kept as printed and the cable was read for its metadata only.' };
  return { parsed, recognition: { ...recognition, facts, cable, sections: [], proposed: [], warnings: [...recognition.warnings, warning] } };
}

/** Cables as text copies of the web page, HTML pages, rows of a table, and partial extracts. */
export const cableRecogniser: Recogniser = {
  id: 'cable',
  accepts: ({ parsed }) => likeness(parsed.source ?? parsed.text),
  recognise,
  divide: ({ parsed }) => divideCables(parsed),
};

/**
 * One field of a cable from a fragment of text: subject, tags, references, reference_id and the others of fragmentKinds. Throws UserError
 * for a kind that is none of them.
 */
export function recogniseCableFragment(kind: string, input: string, hints: FragmentHints = {}): unknown {
  return readFragment(kind, input, hints);
}
