// When a document of no known kind was made or issued: by a labelled line, a line of its own, the place line of a press release, the
// name of a law, the end of a letter, or the stamp of the file.

import type { Block, ParsedDocument } from '../../../core/document.ts';
import { dateInText, dateOfProperty } from './date.ts';
import { headOf, ranked, type Said, tailOf } from './said.ts';

const dateField =
  /^(?:date(?: of (?:issue|publication|adoption))?|dated|sent|published(?: on)?|released|issued|adopted(?: on)?|publication date|publié(?: le)?|paru le|date de publication|en date du|fecha(?: de publicación)?|publicado(?: en| el| em)?|data(?: de publicação)?|datum|veröffentlicht am|дата(?: публикации| принятия)?|опубликовано|принят(?:а|о)?|التاريخ|تاريخ(?: النشر| الإصدار)?|صدر في)\s*[:：]?\s*(?=\S)/iu;
/** When a page was last touched says less than when it was published. */
const touched = /^(?:last (?:updated|modified|reviewed)|updated|mis à jour|actualizado|atualizado|обновлено|آخر تحديث)(?: on| le| el| em)?\s*[:：]?\s*/iu;
/** "GENEVA (A News), 12 June 2020 –", "(Accra, March 3, 2021) –", "Bogotá, 15 de septiembre de 2019.-", "Fait à Dakar, le 12 mars 2019". */
const placeLine = /^\(?(?:(?:[Dd]one|[Ff]ait|[Dd]ado|[Dd]ada|[Ss]igned|[Hh]echo|[Ff]eito|[Aa]dopted|[Gg]iven|[Cc]ompleto) (?:at|in|à|en|em|na|no|this)\s+)?(?:г\.\s?)?(?:\p{Lu}[\p{L}.'’]*|\p{Script=Arabic}{3,})(?:[ -](?:\p{Lu}[\p{L}.'’]*|\p{Script=Arabic}{2,}|d[aeo]l?|la|el|al)){0,3}(?:,\s*\p{Lu}[\p{L}.' -]{1,25})?(?:\s*\([^)]{2,30}\))?,?\s*(?:[–—-]\s*)?(?:on\s+|le\s+|el\s+|em\s+|a los\s+|this\s+)?$/u;
/** The sentence that follows a place line is set off from it. */
const behindPlaceLine = /^\s*(?:г(?:ода|\.)?|م)?\s*(?:$|[–—.):(;,-])/u;
/** What names a law, a decree or a decision before its date: "Law No. 12 of", "Loi n° 2019-12 du", "Lei nº 8.069, de", "Закон от". */
const lawName = /(?<!\p{L})(?:law|act|decree|order|regulation|resolution|directive|decision|loi|décret|arrêté|ordonnance|ley|decreto|resolución|lei|portaria|resolução|закон|указ|приказ|постановление|кодекс|قانون|مرسوم|قرار|нормативн\p{L}+)(?!\p{L})[^\n]{0,80}$/iu;

const stampedByProgram = /\.(?:docx?|dotx?|pdf|xlsx?|xlsm|odt|ods|ott|rtf|pptx?)$/i;

export function datesOf(document: ParsedDocument, fileName: string): Said[] {
  const title = document.blocks.find(({ kind }) => kind === 'title');
  const head = headOf(document).flatMap((block, index) => dateOfBlock(document, block, block === title, index));
  const tail = tailOf(document).flatMap((block) => dateOfBlock(document, block, false, null).map((said) => ({ ...said, confidence: said.confidence - 0.1 })));
  return ranked([...head, ...tail, ...stamps(document, fileName)]);
}

/** `index` counts from the head; null at the end of the document. */
function dateOfBlock({ text }: ParsedDocument, block: Block, isTitle: boolean, index: number | null): Said[] {
  const passage = text.slice(block.start, Math.min(block.end, block.start + 400));
  const found = dateInText(passage);
  if (!found) return [];
  const said = (confidence: number): Said[] => [{ value: found.value, place: { start: block.start + found.start, end: block.start + found.end }, confidence: found.value.length > 7 ? confidence : confidence - 0.05, from: 'passage' }];
  const before = passage.slice(0, found.start);
  const rest = block.end - block.start - (found.end - found.start);
  const label = dateField.exec(passage)?.[0].length ?? 0;
  const touch = touched.exec(passage)?.[0].length ?? 0;
  if (label > 0 && found.start <= label + 12) return said(0.9);
  if (touch > 0 && found.start <= touch + 12) return said(0.6);
  if (lawName.test(before)) return said(index === null || index > 6 ? 0.45 : 0.8);
  // A date inside a sentence is what the sentence speaks of; alone on its line it is the document's.
  if (isTitle) return said(rest <= 4 ? 0.8 : 0.55);
  if (placeLine.test(before) && behindPlaceLine.test(passage.slice(found.end))) return said(0.85);
  if (rest <= 12) return said(block.kind === 'heading' && (index === null || index > 6) ? 0.6 : 0.8);
  if (rest <= 40 && !/[.!?]\s*$/u.test(passage)) return said(0.75);
  return index === null ? [] : said(0.3);
}

/** Pages, mails and books say when they were published; what an office program stamps is when the file was last begun. */
function stamps({ properties }: ParsedDocument, fileName: string): Said[] {
  const isProgram = stampedByProgram.test(fileName) || (properties['created'] ?? '').startsWith('D:');
  const stamp = (name: string, confidence: number): Said[] => {
    const value = dateOfProperty(properties[name] ?? '');
    return value === null ? [] : [{ value, place: null, confidence, from: 'file-properties' }];
  };
  return [...stamp('created', isProgram ? 0.45 : 0.75), ...stamp('modified', isProgram ? 0.3 : 0.4)];
}
