// What a document of no known kind is called: the title it prints, what its file says, its first heading, its file's name.

import type { Block, ParsedDocument, TextRange } from '../../../core/document.ts';
import { countries } from '../countries.ts';
import { dateInText } from './date.ts';
import { isBody, isLabelled } from './people.ts';
import { baseName, headOf, propertyOf, ranked, type Said } from './said.ts';

const longestTitle = 200;

/** Names that programs leave in a file's properties. */
const emptyTitle = /^(?:untitled.*|document\s?\d*|microsoft word\b.*|microsoft powerpoint\b.*|slide \d+|powerpoint presentation|home|index|new tab|title|titre|título|sin título|sans titre|без названия|.*\.(?:docx?|pdf|html?|txt|indd|qxd|md|xlsx?|pub|rtf|odt))$/iu;

/** What stands over many documents and names none of them. */
const label =
  /^(?:press releases?|news(?: release)?|media (?:release|advisory)|for immediate release|statement|communiqu[ée](?: de presse)?|comunicado(?: de prensa)?|nota de (?:prensa|imprensa)|пресс-релиз|بيان صحفي|contents|table of contents|table des matières|índice|sumário|sommaire|содержание|المحتويات|foreword|preface|acknowledge?ments|abbreviations|acronyms|(?:final |progress |technical |country |baseline |draft |annual )?reports?|rapport(?: final)?|informe(?: final)?|relatório(?: final)?|(?:итоговый )?отч[её]т|abstract|summary|executive summary|introduction|résumé|resumen|resumo|draft|confidential|unclassified|annexe?|appendix|fact ?sheet|media note|memorandum|memo|menu|search|share|print|navigation)[\s:.]*$/iu;

export function titlesOf(document: ParsedDocument, fileName: string): Said[] {
  const { text } = document;
  const head = headOf(document);
  const said = (block: Block, confidence: number): Said => {
    const { start, end } = withSubtitle(document, block);
    return { value: text.slice(start, end).replace(/\s+/g, ' '), place: { start, end }, confidence, from: 'passage' };
  };
  const written = ({ start, end }: Block) => text.slice(start, end).trim();
  const isTitle = ({ start, end }: Block) => end - start <= longestTitle && !label.test(text.slice(start, end).trim().replace(/^(?:\d{1,2}|[IVX]{1,4})[.)]\s+/u, '')) && /\p{L}/u.test(text.slice(start, end));
  const marked = head.find((block) => block.kind === 'title' && isTitle(block)) ?? head.slice(0, 10).find((block) => block.kind === 'heading' && block.level === 1 && isTitle(block));
  // Under a letterhead or a label such as "Press release" the title is the next line that could be one.
  const isUnderLetterhead = head[0] !== undefined && isHeadLine(written(head[0]));
  const first = isUnderLetterhead && (marked === undefined || isHeadLine(written(marked))) ? head.slice(0, 8).find((block) => !isHeadLine(written(block))) : undefined;
  // Laws name themselves, under the state, its motto and the body that makes them.
  const law = head.slice(0, 8).find((block) => isTitle(block) && lawTitle.test(written(block)));
  const isOverLaw = law !== undefined && head[0] !== undefined && law !== head[0] && (isUnderLetterhead || countries.byName(written(head[0])) !== null);
  const below = isOverLaw ? law : first && isTitle(first) && couldBeTitle(written(first)) ? first : undefined;
  const title = below ?? marked;
  const heading = head.find((block) => block.kind === 'heading' && isTitle(block));
  const property = propertyOf(document, 'title', emptyTitle, 0.8).filter(({ value }) => value.length <= longestTitle * 2 && !label.test(value));
  return ranked(
    [...(title ? [said(title, below ? 0.75 : 0.9)] : []), ...(below && marked && marked !== below ? [said(marked, 0.4)] : []), ...property.map((one) => (title ? { ...one, confidence: Math.min(one.confidence, 0.7) } : one)), ...(heading ? [said(heading, 0.6)] : []), ...(title || heading || property.length > 0 ? [] : [{ value: baseName(fileName), place: null, confidence: 0.3, from: 'file-name' as const }])],
    (value) => value.toLowerCase(),
  );
}

/** "Law No. 5 of 2011", "Décret n° 2009-365", "Закон ... № 7": a kind of law with a number or a year. */
const lawTitle = /^(?:law|act|decree|order|loi|décret|arrêté|ordonnance|ley|decreto|resolución|lei|portaria|resolução|закон|указ|постановление|قانون|مرسوم|قرار)(?!\p{L}).*\d/iu;
/** Over documents of the treaty bodies: the treaty, and to whom the paper goes. */
const treatyHead = /^(?:(?:convention|international covenant) on [\p{L}\s,]{5,120}|distr(?:ibution)?\.?\s*:.*|original\s*:.*)$/iu;

/** The full name of a state, as it stands over laws; a page that is called by a country's short name has that as its title. */
const fullState = /^(?:the\s+)?(?:(?:[\p{L}'’]+\s+){0,3}(?:republic|kingdom|state|union|r[ée]publique|royaume|rep[úu]blica|reino|estado|федерация|республика|королевство)(?!\p{L})|(?:المملكة|الجمهورية|جمهورية|مملكة|دولة|سلطنة)(?!\p{L})|республика)/iu;

function isLetterhead(line: string): boolean {
  return (fullState.test(line) && countries.byName(line) !== null) || (fullState.test(line) && line.length <= 60 && countries.inText(line).length === 1) || isBody(line);
}

/** "Questions and answers:" over "The new law": a title that ends in a colon goes on in the next line. */
function withSubtitle({ text, blocks }: ParsedDocument, { start, end }: Block): TextRange {
  const next = text[end - 1] === ':' ? blocks.find((block) => block.start > end - 1) : undefined;
  return next && ['title', 'heading', 'paragraph'].includes(next.kind) && next.end - start <= longestTitle ? { start, end: next.end } : { start, end };
}

/** What stands over a title: letterhead, label, date, symbol. */
function isHeadLine(line: string): boolean {
  return isLetterhead(line) || label.test(line) || treatyHead.test(line) || isDateLine(line) || isSymbol(line);
}

function isSymbol(line: string): boolean {
  return /^[\p{Lu}\d/. -]*\d[\p{Lu}\d/. -]*$/u.test(line);
}

function isDateLine(line: string): boolean {
  const date = dateInText(line);
  const isLaw = /^(?:law|act|decree|order|loi|décret|arrêté|ley|decreto|lei|portaria|закон|указ|постановление|قانون|مرسوم)(?!\p{L})/iu.test(line);
  const isDate = !isLaw && date !== null && line.length - (date.end - date.start) <= 30 && !/\p{L}{4,}.*\p{L}{4,}.*\p{L}{4,}/u.test(line.replace(line.slice(date.start, date.end), ''));
  return isDate;
}

/** A line of its own that is no field and no sentence. */
function couldBeTitle(line: string): boolean {
  return !isLabelled(line) && !/[.;,]$|©/u.test(line) && /\p{L}{3}/u.test(line);
}
