// Finds the parts of a report page: head, goods, findings heading, level, assessment, and the furniture that a copy of the
// page brings along. Works on passages in reading order, whatever format they were imported from.

import { draftOf, type DraftBlock } from '../../../core/canonical-text.ts';
import type { LeftOut, ParsedDocument } from '../../../core/document.ts';
import { countries } from '../countries.ts';
import { statedLevel, type StatedLevel } from './advancement-level.ts';
import { isMark } from './goods.ts';

export const siteTitle = /^(?:child labor and forced labor reports|findings on the worst forms of child labor|list of goods produced by child labor or forced labor)$/i;
export const findings = /^(?:(.{2,60}?)[\s:,–—-]+)?\b((?:19|20)\d{2})\s+findings on the worst forms of child labor\b\s*:?\s*(.*)$/i;

const advertisement = /\b(?:want this report\b|over a thousand pages of research|sweat\s*(?:&|and)\s*toil\b.*\bapp\b|\bapp\b.*\bsweat\s*(?:&|and)\s*toil\b|download .{0,40}\bapp (?:today|now)\b)/i;
const furniture = /^(?:share(?: this)?(?: page)?|print(?: this page)?|e-?mail|back to top|scroll to top|top|home|menu|close|search|skip to main content|breadcrumb|(?:select|choose) (?:a|another) country.*|(?:view|see) all countries|download (?:the )?(?:full )?(?:report|pdf)\b.*|(?:read|view) (?:the )?full report\b.*|(?:learn|read) more)$/i;
/** Notices on the page are short; a longer passage is text, whatever words it holds. */
const longestNotice = 300;
/** The head of the page, goods included, is a few hundred lines at most: China has 18 goods, India 23. */
const longestHead = 400;

export type PageParts = {
  passages: DraftBlock[];
  leftOut: LeftOut[];
  /** Positions in `passages`; null when the page has none. */
  site: number | null;
  countryLine: number | null;
  findings: number | null;
  level: { at: number; stated: StatedLevel; /** The qualifier's own passage when it is not on the same line. */ qualifierAt: number | null } | null;
  /** The passages of the assessment: [from, to). */
  assessment: { from: number; to: number };
  year: number | null;
};

export function pageParts(parsed: ParsedDocument): PageParts {
  const { kept, leftOut } = withoutFurniture(linesOf(parsed));
  const passages = foldHeading(kept);
  const head = passages.slice(0, longestHead);
  const at = (matches: (text: string) => boolean): number | null => {
    const found = head.findIndex(({ text }) => matches(text));
    return found === -1 ? null : found;
  };
  const findingsAt = at((text) => text.split('\n').some((line) => findings.test(line)));
  const level = levelOf(head, findingsAt);
  const year = findingsAt === null ? null : (passages[findingsAt]?.text.split('\n').map((line) => findings.exec(line)?.[2]).find(Boolean) ?? null);
  const from = Math.max(findingsAt ?? -1, level?.at ?? -1, level?.qualifierAt ?? -1) + 1;
  return {
    passages,
    leftOut,
    site: at((text) => siteTitle.test(text.trim())),
    countryLine: at((text) => countries.byName(text) !== null),
    findings: findingsAt,
    level,
    assessment: { from, to: endOfAssessment(passages, from) },
    year: year === null ? null : Number(year),
  };
}

/** The passages, those of several short lines as one passage a line. */
function linesOf(parsed: ParsedDocument): DraftBlock[] {
  return parsed.blocks.flatMap((block): DraftBlock[] => {
    const draft = draftOf(parsed.text, block);
    const lines = draft.text.split('\n');
    if (lines.length === 1 || block.cells.length > 0 || block.kind === 'code' || lines.some((line) => line.length > longestNotice)) return [draft];
    return lines.filter((line) => line.trim() !== '').map((line) => ({ ...draft, text: line.trim(), runs: [] }));
  });
}

function withoutFurniture(drafts: DraftBlock[]): { kept: DraftBlock[]; leftOut: LeftOut[] } {
  const kept: DraftBlock[] = [];
  const leftOut: LeftOut[] = [];
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as DraftBlock;
    const { text } = draft;
    const isAdvertisement = text.length <= longestNotice && advertisement.test(text);
    // The advertisement may be broken into two passages, the second without its words.
    const next = drafts[i + 1]?.text ?? '';
    if (isAdvertisement) leftOut.push({ text, reason: 'advertisement on the page', page: draft.page ?? null });
    else if (text.length <= longestNotice && furniture.test(text.trim())) leftOut.push({ text, reason: 'furniture of the web page', page: draft.page ?? null });
    else kept.push(draft);
    if (isAdvertisement && /^your hand\b/i.test(next) && !advertisement.test(next)) {
      leftOut.push({ text: next, reason: 'advertisement on the page', page: draft.page ?? null });
      i++;
    }
  }
  return { kept, leftOut };
}

/** "Kazakhstan" and "2021 Findings ..." are two lines of one heading. */
function foldHeading(drafts: DraftBlock[]): DraftBlock[] {
  const at = drafts.findIndex(({ text }) => findings.test(text));
  const heading = drafts[at];
  const before = drafts[at - 1];
  const isSecondName = before !== undefined && countries.byName(before.text) !== null && drafts.slice(0, at - 1).some(({ text }) => countries.byName(text) !== null);
  if (!heading || !before || !isSecondName) return drafts;
  return [...drafts.slice(0, at - 1), { ...heading, text: `${before.text}\n${heading.text}`, runs: [] }, ...drafts.slice(at + 1)];
}

function levelOf(head: DraftBlock[], findingsAt: number | null): PageParts['level'] {
  const heading = findingsAt === null ? undefined : head[findingsAt];
  const rest = heading?.text.split('\n').map((line) => findings.exec(line)?.[3] ?? '').find((text) => text !== '');
  const beside = rest ? statedLevel(rest) : null;
  if (beside && findingsAt !== null) return openLevel(head, findingsAt, beside);
  for (let i = findingsAt ?? 0; i < head.length; i++) {
    const stated = statedLevel(head[i]?.text ?? '');
    if (stated) return openLevel(head, i, stated);
  }
  return null;
}

function openLevel(head: DraftBlock[], at: number, stated: StatedLevel): NonNullable<PageParts['level']> {
  const next = head[at + 1]?.text ?? '';
  if (!stated.isOpen || next === '' || next.length > 120 || /[.!?]$/.test(next)) return { at, stated, qualifierAt: null };
  return { at, stated: { ...stated, qualifier: next.trim(), isOpen: false }, qualifierAt: at + 1 };
}

function endOfAssessment(passages: DraftBlock[], from: number): number {
  let to = from;
  while (to < passages.length) {
    const { kind, text } = passages[to] as DraftBlock;
    if (kind === 'heading' || kind === 'title' || kind === 'table-row' || kind === 'caption' || isMark(text)) break;
    to++;
  }
  return to;
}
