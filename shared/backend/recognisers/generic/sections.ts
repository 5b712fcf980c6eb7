// Sections from headings, for documents of no known kind: each runs to the next heading of the same or a higher level.

import type { Block, ParsedDocument } from '../../../core/document.ts';
import type { Section } from '../../../core/recognition.ts';

const number = /^((?:\d{1,3}(?:\.\d{1,3}){0,5}|[IVXLC]{1,7}|[A-Z])[.)]|\d{1,3}(?:\.\d{1,3}){1,5})\s+(?=\S)/;

/** What sections are commonly called, and the role that lets editions be matched. */
const roles: [RegExp, string][] = [
  [/^(?:executive )?summary$|^abstract$|^overview$|^key (?:findings|messages)$/i, 'summary'],
  [/^introduction$|^background$/i, 'introduction'],
  [/^method(?:s|ology)?$|^sources and methods$/i, 'methodology'],
  [/^(?:legal framework|laws?|legislation)\b/i, 'legal-framework'],
  [/^enforcement\b/i, 'enforcement'],
  [/^coordination\b/i, 'coordination'],
  [/^(?:government )?polic(?:y|ies)\b/i, 'policies'],
  [/^social programs?\b/i, 'social-programs'],
  [/^prevalence\b/i, 'prevalence'],
  [/^suggested (?:government )?actions?\b/i, 'suggested-actions'],
  [/^recommendations?$/i, 'recommendations'],
  [/^conclusions?$/i, 'conclusions'],
  [/^(?:references|bibliography|works cited|sources|endnotes|notes)$/i, 'references'],
  [/^(?:annex|appendix)\b/i, 'annex'],
];

export function sectionsOf(document: ParsedDocument): Section[] {
  const sections: Section[] = [];
  /** The sections that go on, outermost first, with the level their heading has in the document. */
  const open: { level: number; section: Section }[] = [];
  const closeFrom = (level: number, end: number): void => {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) {
      const section = open.pop()?.section;
      if (section) section.end = Math.max(section.end, end);
    }
  };
  for (const heading of document.blocks) {
    if (heading.kind !== 'heading') continue;
    closeFrom(heading.level, heading.start - 1);
    // Depths have no gaps: a page whose headings begin at the second level has sections of the first.
    const section = sectionOf(document.text, heading, open.length + 1);
    sections.push(section);
    open.push({ level: heading.level, section });
  }
  closeFrom(0, document.text.length);
  return sections;
}

/** The section of a heading, as long as the heading until its end is known. */
function sectionOf(text: string, heading: Block, level: number): Section {
  const printed = text.slice(heading.start, heading.end).replace(/\s+/g, ' ');
  const own = number.exec(printed);
  const title = own ? printed.slice(own[0].length) : printed;
  const plain = title.replace(/[\s:.]+$/, '');
  return {
    number: heading.label ?? own?.[1]?.replace(/[.)]$/, '') ?? null,
    title,
    level,
    page: heading.page,
    role: roles.find(([pattern]) => pattern.test(plain))?.[1] ?? null,
    start: heading.start,
    end: heading.end,
  };
}
