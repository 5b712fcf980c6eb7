// Reads the banner that opens a cable's content ("UNCLAS SECTION 01 OF 02 ASTANA 003256"): classification, sections, post, serial.

import type { TextRange } from '../../../core/document.ts';
import type { Cable } from '../../../core/recognition.ts';
import { CLASSIFICATION_WORDS } from './marking.ts';
import { postNear, postOf } from './post.ts';
import type { Line } from './source.ts';

/** The banner and its place; end is after the serial, where a copy without line breaks goes on. */
export type PlacedBanner = TextRange & { banner: NonNullable<Cable['banner']>; canonicalPost: string | null; captions: string[]; line: TextRange };

const CLASSIFICATION = new RegExp(
  `^\\s{0,40}(${CLASSIFICATION_WORDS})(?=[\\s/])((?:\\s*\\/{1,2}\\s*[A-Z ]{2,30}?(?=\\s{1,3}[A-Z]+\\s+\\d)| {1,3}E ?F ?T ?O\\b| {1,3}NOFORN\\b| {1,3}SIPDIS\\b| {1,3}NODIS\\b| {1,3}EXDIS\\b){0,3})`,
  'i',
);
const SECTIONS = /^\s{1,8}(SECTION\s{1,3}(\d{1,2})\s{1,3}OF\s{1,3}(\d{1,2}))(?=\s)/i;
const POST_AND_SERIAL = /^\s{1,8}((?:[A-Z][A-Z.'’/-]{0,24}\s{1,6}){1,4}?)0{0,6}\d{1,7}(?=$|\s)/i;

/** Captions that stand between classification and post. */
const CAPTIONS = ['NOFORN', 'SIPDIS', 'NODIS', 'EXDIS', 'EFTO'];

/** The banner at the start of a line; null when the line is none. A post that is not listed is accepted in capitals with a zero-filled serial. */
export function readBanner(line: Line): PlacedBanner | null {
  const text = line.text.slice(0, 300);
  const classification = CLASSIFICATION.exec(text);
  if (classification === null) return null;
  let at = classification[0].length;
  const sections = SECTIONS.exec(text.slice(at));
  if (sections !== null) at += sections[0].length;
  const found = POST_AND_SERIAL.exec(text.slice(at));
  if (found === null) return null;
  const post = (found[1] ?? '').replace(/\s+/g, ' ').trim();
  const serial = /\d+$/.exec(found[0])?.[0] ?? '';
  const canonicalPost = postOf(post) ?? postNear(post, 1);
  const zeroFilled = serial.length >= 5 && /^[A-Z .'’/-]+$/.test(post);
  if (canonicalPost === null && !zeroFilled) return null;
  const start = line.start + (text.length - text.trimStart().length);
  return {
    start,
    end: line.start + at + found[0].length,
    line: { start: line.start, end: line.end },
    canonicalPost,
    captions: CAPTIONS.filter((caption) => (classification[2] ?? '').toUpperCase().replace(/ /g, '').includes(caption)),
    banner: { classification: (classification[1] ?? '').trim(), post, serial, sections: sections?.[1]?.replace(/\s+/g, ' ') ?? null },
  };
}

/** "SECTION 02 OF 03" as numbers. */
export function sectionNumbers(sections: string): { number: number; total: number } | null {
  const found = /(\d+)\s+OF\s+(\d+)/i.exec(sections);
  return found === null ? null : { number: Number(found[1]), total: Number(found[2]) };
}
