// How the tests read a cable, and what must be true of every reading.

import { expect } from 'vitest';
import { cableRecogniser } from '../../../shared/backend/recognisers/cable.ts';
import type { ParsedDocument } from '../../../shared/core/document.ts';
import type { Recognised } from '../../../shared/core/format.ts';
import type { Cable } from '../../../shared/core/recognition.ts';

export function bare(source: string): ParsedDocument {
  return { text: source, blocks: [], pages: [], properties: {}, warnings: [], leftOut: [], source };
}

export function recognise(parsed: ParsedDocument): Recognised & { cable: Cable } {
  const recognised = cableRecogniser.recognise({ name: 'file.txt', parsed });
  const { cable } = recognised.recognition;
  if (cable === null) throw new Error('no cable');
  return { ...recognised, cable };
}

function characters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) if (!/\s/.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** Checks that no character is lost, blocks cover the text, and every range lies in it. */
export function expectWhole(source: string, recognised: Recognised): void {
  const { text, blocks, leftOut } = recognised.parsed;
  const kept = characters([text, ...blocks.map((block) => block.label ?? ''), ...leftOut.map((left) => left.text)].join(''));
  const lost = [...characters(source)].filter(([character, count]) => (kept.get(character) ?? 0) < count).map(([character]) => character);
  expect(lost).toEqual([]);
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    expect(block.start).toBe(index === 0 ? 0 : at + 1);
    expect(block.end).toBeGreaterThan(block.start);
    if (index > 0) expect(text[at]).toBe('\n');
    at = block.end;
  }
  expect(at).toBe(text.length);
  const { facts, proposed, sections, cable } = recognised.recognition;
  for (const { start, end } of [...facts, ...proposed, ...sections]) {
    if (start === null || end === null) continue;
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  let mentioned = 0;
  for (const { start, end } of cable?.mentions ?? []) {
    expect(start).toBeGreaterThanOrEqual(mentioned);
    expect(end).toBeGreaterThan(start);
    expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
    mentioned = end;
  }
  for (const { start, end } of cable?.references ?? []) {
    if (typeof start !== 'number' || typeof end !== 'number') continue;
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  for (const paragraph of cable?.paragraphs ?? []) expect(text.slice(paragraph.start, paragraph.end)).toBe(paragraph.text);
}
