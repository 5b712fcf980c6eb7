// Who wrote a document of no known kind, and who issued it: from labelled lines, bylines, heads and imprints in several
// languages, and from what the file says. A body that stands as the author is offered as the issuer.

import issuers from '../../../../resources/issuers.json' with { type: 'json' };
import type { ParsedDocument } from '../../../core/document.ts';
import { emptyName, headOf, linesOf, propertyOf, ranked, type Said, tailOf } from './said.ts';

const personName = "\\p{Lu}[\\p{L}.'’-]+(?:[\\s,]+(?:and\\s+|&\\s+|et\\s+|y\\s+|e\\s+|и\\s+|de\\s+|van\\s+|von\\s+|al-)?\\p{Lu}[\\p{L}.'’-]*){0,8}";
const byline = new RegExp(`^(?:(?:[Ww]ritten|[Pp]repared|[Cc]ompiled|[Rr]eport|[Tt]ext|[Ss]tory|[Rr]eported) )?(?:[Bb]y|BY|[Pp]ar|[Pp]or|[Dd]a|[Vv]on):?\\s+(${personName})(?:\\s*[|·•–—]\\s*[^|·•]{3,60})?$`, 'u');
const authorField = /^(?:authors?|auteurs?|autor(?:a|es|as)?|autore?s?|verfasser(?:in)?|автор(?:ы)?|المؤلف(?:ون)?|إعداد|بقلم|written by|prepared by|rédigé par|elaborado por|preparado por|подготовил(?:а|и)?)\s*[:：]\s*(.{2,120})$/iu;
const issuerField =
  /^(?:(?:published by|issued by|released by|publié par|publicado por|emitido por|صادر عن)\s*[:：]?|(?:publishers?|issuer|issuing (?:body|authority)|source|organi[sz]ation|agency|institution|éditeur|organisme|institución|entidad|editor|emisor|instituição|órgão|entidade|издатель|организация|учреждение|орган|الناشر|الجهة|الجهة المصدرة)\s*[:：])\s+(?=[\p{Lu}\p{Script=Arabic}])(.{3,120})$/iu;

export function authorsOf(document: ParsedDocument): Said[] {
  const labelled = linesOf(document, (line) => authorField.exec(line)?.[1] ?? byline.exec(line)?.[1] ?? null, 0.85);
  const stated = propertyOf(document, 'author', emptyName, 0.7).map((said) => (isPerson(said.value) ? said : { ...said, confidence: Math.min(said.confidence, 0.4) }));
  return ranked([...labelled, ...stated].filter(({ value }) => !isBody(value)));
}

/** A name of at least two words; what programs keep is often the name of an account. */
function isPerson(name: string): boolean {
  return /^[^\d_]*\s[^\d_]*$/u.test(name) && /\p{Lu}|\p{Lo}/u.test(name);
}

export function issuersOf(document: ParsedDocument): Said[] {
  const authors = [...propertyOf(document, 'author', emptyName, 0.65), ...linesOf(document, (line) => authorField.exec(line)?.[1] ?? null, 0.7)].filter(({ value }) => isBody(value));
  const labelled = linesOf(document, (line) => issuerField.exec(line)?.[1] ?? null, 0.85);
  return ranked([...propertyOf(document, 'publisher', emptyName, 0.7), ...labelled, ...headLines(document), ...imprints(document), ...speakers(document), ...authors].map(named), (value) => value.toLowerCase());
}

/** Bodies by the word they are named with. In English it may stand anywhere in the name, elsewhere it begins it. */
const englishBody =
  /\b(?:Ministry|Department|Bureau|Office|Agency|Organi[sz]ation|Institute|Institution|Foundation|Commission(?:er)?|Committee|Council|Union|Federation|Association|Network|University|Embassy|Parliament|Senate|Congress|Assembly|Authority|Fund|Programme|Centre|Center|Coalition|Alliance|Watch|Inspectorate|Secretariat|Bank|Service|Confederation|Directorate|Government|Ombudsman|Court|Chamber|Society|Forum|Initiative|Nations)\b/u;
const bodies =
  /^(?:(?:[Ll][ea]s?|[Ee]l|[Ll]os|O|A|Os|As)\s+|[Ll]['’])?(?:Minist[èe]re|Ministerio|Minist[ée]rio|Secr[ée]tariat|Secretar[íi]a|Organisation|Organizaci[óo]n|Organiza[çc][ãa]o|Institut|Instituto|Direction|Direcci[óo]n|Dire[çc][ãa]o|Agence|Agencia|Ag[êe]ncia|Assembl[ée]e|Asamblea|Assembleia|Congreso|Congresso|C[áa]mara|S[ée]nat|Senado|D[ée]fenseur|Defensor[íi]a|Fundaci[óo]n|Fondation|Funda[çc][ãa]o|Universit[ée]|Universidade?|Banque|Banco|Comisi[óo]n|Comiss[ãa]o|Commission|Conseil|Consejo|Conselho|Cour|Corte|Tribunal|Gouvernement|Gobierno|Governo|Pr[ée]sidence|Presidencia|Presid[êe]ncia|Ambassade|Embajada|Embaixada|Procuradur[íi]a|Procuradoria|Observatoire|Observat[óo]rio|Asociaci[óo]n|Association|Associa[çc][ãa]o|Conf[ée]d[ée]ration|Confederaci[óo]n|F[ée]d[ée]ration|Federaci[óo]n|Centre|Centro|Oficina|Superintendencia|Inspection|Inspecci[óo]n|Bundesministerium|Bundesamt|Ministero|Министерство|Комитет|Департамент|Агентство|Парламент|Правительство|Верховный|Верховная|Федеральн\p{L}+\s|Государственн\p{L}+\s|Институт|Фонд|Организация|Уполномоченный|Генеральная|Центр|Мажилис|Национальн\p{L}+\s|Конфедерация|Федерация|Ассоциация|Комиссия|Совет|Бюро|وزارة|منظمة|المنظمة|هيئة|الهيئة|مجلس|المجلس|لجنة|اللجنة|معهد|مركز|جامعة|مكتب|بنك|البنك|برلمان|جمعية|الجمعية|اتحاد|حكومة|مؤسسة|المؤسسة|الأمم)(?![\p{L}])/u;
/** Words of what bodies write, and of sentences; a line with one is no name of a body. */
const notName =
  /\b(?:reports?|rapport|informe|relat[óo]rio|plan|survey|study|review|strategy|annual|policy|act|bill|agreement|summary|findings|dataset|guidelines?|said|says|will|has|have|is|are|was|were|must|shall|should|estimates?|sobre|contre|contra|est|sont|doit|sera|son|será|meeting|minutes|presenta|anuncia|publica|recibe|lanza|présente|annonce|publie|apresenta|lança)\b|отч[её]т|доклад|обзор|تقرير/iu;
const longestName = 110;

/** Whether a name is that of a body rather than of a person or a text. */
export function isBody(name: string): boolean {
  if (knownBody(name) !== null) return true;
  if (name.length > longestName || /[.;!?]$|\d{3}|[:：]/u.test(name) || notName.test(name)) return false;
  const words = name.split(/\s+/u);
  const isTitled = words.every((word) => /^[\p{Lu}\p{N}(&“"'-]/u.test(word) || /^(?:of|the|and|for|on|in|to|at|de|du|des|la|del|&|-|–|—)$/iu.test(word));
  return (englishBody.test(capitalised(name)) && isTitled) || (bodies.test(capitalised(name)) && words.length >= (/\p{Script=Arabic}/u.test(name) ? 1 : 2));
}

/** Whether a line is a field or a byline: "Author: ...", "By ...". */
export function isLabelled(line: string): boolean {
  return authorField.test(line) || issuerField.test(line) || byline.test(line);
}

/** Lines of their own at the head that name a body: letterheads, title pages. */
function headLines(document: ParsedDocument): Said[] {
  return headOf(document)
    .slice(0, 14)
    .flatMap((block, index): Said[] => {
      if (!['title', 'heading', 'paragraph', 'field'].includes(block.kind)) return [];
      const line = document.text.slice(block.start, block.end);
      const name = line.trim();
      const joined = knownAtEdge(name);
      if (joined) return [{ value: joined, place: { start: block.start, end: block.end }, confidence: index < 6 ? 0.8 : 0.65, from: 'passage' }];
      if (name.length < 3 || !isBody(name)) return [];
      const start = block.start + line.indexOf(name);
      const place = { start, end: start + name.length };
      // "Government of X" stands above the ministry that writes.
      const isGovernment = /^(?:the )?(?:government|gouvernement|gobierno|governo|правительство|حكومة)(?!\p{L})/iu.test(name);
      const confidence = (knownBody(name) !== null ? 0.85 : isGovernment ? 0.65 : 0.75) - (index < 6 ? 0 : 0.15);
      return [{ value: name, place, confidence, from: 'passage' }];
    });
}

/** "MINISTRY OF LABOUR" with the capitals of a name, so that one rule reads both. */
function capitalised(name: string): string {
  return name === name.toUpperCase() ? name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase()) : name;
}

const imprint = /(?:©|\(c\)|copyright)\s*(?:by\s+)?(?:(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)?\d{2})?,?\s+)?(?:by\s+)?([\p{Lu}][^.,;|\n©]{2,90}?)(?:,?\s*(?:19|20)\d{2})?(?=[.,;|\n]|$)/giu;

/** "© 2019 A body" anywhere near the beginning or the end. */
function imprints({ text }: ParsedDocument): Said[] {
  const reach = 6_000;
  const parts: [number, string][] = text.length <= reach * 2 ? [[0, text]] : [[0, text.slice(0, reach)], [text.length - reach, text.slice(-reach)]];
  return parts.flatMap(([offset, part]) =>
    [...part.matchAll(imprint)].flatMap((match): Said[] => {
      const value = match[1]?.trim() ?? '';
      if (!isBody(value) || /^(?:All|The copyright|Notice|Photo)\b/u.test(value)) return [];
      const start = offset + match.index + match[0].indexOf(value);
      return [{ value, place: { start, end: start + value.length }, confidence: knownBody(value) ? 0.8 : 0.75, from: 'passage' }];
    }),
  );
}

const speaking = /(?:^|[–—]\s*)(?:The )?((?:\p{Lu}[\p{L}.'’-]*|of|for|the|and|on)(?:\s+(?:\p{Lu}[\p{L}.'’-]*|of|for|the|and|on)){0,7}) (?:said|announced|warned|reported|called|stated) (?:today|yesterday|on|in|that)\b/u;

/** A press release says who speaks: "(Accra) – The Office of Fields said today". */
function speakers(document: ParsedDocument): Said[] {
  return [...headOf(document).slice(0, 8), ...tailOf(document).slice(-2)].flatMap((block): Said[] => {
    const passage = document.text.slice(block.start, block.end);
    const value = speaking.exec(passage.slice(0, 500))?.[1];
    if (!value || !isBody(value)) return [];
    const start = block.start + passage.indexOf(value);
    return [{ value, place: { start, end: start + value.length }, confidence: 0.6, from: 'passage' }];
  });
}

const known = new Map(issuers.issuers.flatMap(({ name, aliases }) => [name, ...aliases].map((alias): [string, string] => [folded(alias), name])));

/** The full name of a body known under several; null when it is none of them. */
function knownBody(name: string): string | null {
  return known.get(folded(name)) ?? known.get(folded(name.replace(/\s*\([^)]*\)$/u, ''))) ?? null;
}

/** "A Department A Bureau An Office": a letterhead of several lines read as one begins or ends with the body it belongs to. */
function knownAtEdge(line: string): string | null {
  const words = line.split(/\s+/u);
  if (line.length > 200 || words.length < 5 || /[.;!?]$/u.test(line) || notName.test(line)) return null;
  for (let count = Math.min(8, words.length - 1); count >= 3; count--) {
    const found = knownBody(words.slice(0, count).join(' ')) ?? knownBody(words.slice(-count).join(' '));
    if (found !== null) return found;
  }
  return null;
}

function named(said: Said): Said {
  return { ...said, value: knownBody(said.value) ?? said.value.replace(/\s+/gu, ' ').replace(/[,\s]+$/u, '') };
}

function folded(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the /u, '').replace(/[\s.'’‘-]+/gu, ' ').trim();
}
