// The outline beside the text: sections, numbered paragraphs and tables, how much is highlighted in each, and where one is now.

import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import { CountBadge } from '../../components/marks.tsx';
import { PanelHead } from '../../components/panels.tsx';
import { lastStarting } from './layout.ts';

export type OutlineEntry = TextRange & { key: string; number: string | null; title: string; level: number; kind: 'section' | 'table' };

/** Sections and tables in the order of the text. */
export function outlineOf({ recognition, blocks, text }: DocumentReading): OutlineEntry[] {
  const sections: OutlineEntry[] = recognition.sections.map((section, index) => ({ key: `s${String(index)}`, start: section.start, end: section.end, number: section.number, title: section.title, level: section.level, kind: 'section' }));
  const fallback: OutlineEntry[] =
    sections.length > 0
      ? []
      : blocks.flatMap((block, index) => (block.kind === 'heading' ? [{ key: `b${String(index)}`, start: block.start, end: block.end, number: block.label, title: text.slice(block.start, Math.min(block.end, block.start + 200)), level: Math.max(1, block.level), kind: 'section' as const }] : []));
  const tables: OutlineEntry[] = recognition.tables
    .filter((table) => table.title !== '' || table.number !== null)
    .map((table, index) => ({
      key: `t${String(index)}`,
      start: table.start,
      end: table.end,
      number: table.number === null ? null : `Table ${table.number}`,
      title: table.title.replace(/^table\s+\S+[.:]?\s*/iu, ''),
      level: 1 + (sections.findLast((section) => section.start <= table.start)?.level ?? 0),
      kind: 'table',
    }));
  return [...sections, ...fallback, ...tables].toSorted((one, other) => one.start - other.start || one.level - other.level);
}

type OutlineProps = { /** False where a tab says the name already. */ hasHead?: boolean; entries: readonly OutlineEntry[]; highlights: readonly TextRange[]; current: number; onGo: (entry: OutlineEntry) => void };

export const Outline = memo(function Outline({ hasHead = true, entries, highlights, current, onGo }: OutlineProps) {
  const list = useRef<HTMLElement>(null);
  const counts = useMemo(() => entries.map((entry) => between(highlights, entry)), [entries, highlights]);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <>
      {hasHead && <PanelHead title="Outline" />}
      {entries.length === 0 ? (
        <p className="faint outline-none">This document has no sections.</p>
      ) : (
        <nav ref={list} className="outline" aria-label="Outline" onKeyDown={walk}>
          <ul>
            {entries.map((entry, index) => (
              <li key={entry.key}>
                <button type="button" className={`outline-entry outline-${entry.kind}`} style={{ paddingLeft: 12 + Math.min(4, entry.level - 1) * 14 }} aria-current={index === current ? 'location' : undefined} title={entry.title} onClick={() => onGo(entry)}>
                  {entry.number !== null && <span className="outline-number figures">{entry.number}</span>}
                  <span className="truncate">{entry.title}</span>
                  {(counts[index] ?? 0) > 0 && <CountBadge count={counts[index] ?? 0} label="highlights" />}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
});

function between(highlights: readonly TextRange[], { start, end }: TextRange): number {
  const before = (offset: number) => lastStarting(highlights, offset - 1, (range) => range.start) + 1;
  return before(end) - before(start);
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const next = rows[rows.findIndex((row) => row === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
