// Where cables stand on the map: nothing on anything else, time from left to right, every mark within reach of the arrow keys.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutTimeline, markBeside, markSize, type Mark } from '../../renderer/views/cables/timeline-layout.ts';
import type { CableNode } from '../../shared/core/cable-graph.ts';

function node(id: string, date: string | null, more: Partial<CableNode> = {}): CableNode {
  return { id, identifier: id, post: /[A-Z]+/.exec(id)?.[0] ?? null, country: null, documents: [{ id, title: id }], title: id, date, between: null, year: date === null ? null : Number(date.slice(0, 4)), classification: null, ...more };
}

const nodes = fc
  .array(fc.record({ day: fc.integer({ min: 0, max: 9000 }), post: fc.constantFrom('BAKU', 'ROME', 'STATE', 'KABUL'), isDated: fc.boolean() }), { minLength: 1, maxLength: 120 })
  .map((drafts) => drafts.map(({ day, post, isDated }, index) => node(`06${post}${String(index + 1)}`, isDated ? new Date(day * 86_400_000).toISOString().slice(0, 10) : null)));

function overlap(one: Mark, other: Mark): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + markSize && other.y < one.y + markSize;
}

describe('the map of cables', () => {
  it('puts every cable in the row of its post, none on another, none outside', () => {
    fc.assert(
      fc.property(nodes, fc.integer({ min: 200, max: 3000 }), (all, width) => {
        const { marks, rows, height, width: whole } = layOutTimeline({ nodes: all }, 'post', width);
        expect(marks).toHaveLength(all.length);
        for (const [index, mark] of marks.entries()) {
          expect(rows[mark.row]?.name).toBe(mark.node.post);
          expect(mark.x).toBeGreaterThanOrEqual(0);
          expect(mark.x + mark.width).toBeLessThanOrEqual(whole);
          expect(mark.y + markSize).toBeLessThanOrEqual(height);
          for (const other of marks.slice(index + 1)) if (overlap(mark, other)) throw new Error(`${mark.node.id} lies on ${other.node.id}`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('reaches every mark by arrow keys', () => {
    fc.assert(
      fc.property(nodes, (all) => {
        const { marks } = layOutTimeline({ nodes: all }, 'post', 900);
        const reached = new Set<Mark>();
        const waiting = marks.slice(0, 1);
        for (let mark = waiting.pop(); mark !== undefined; mark = waiting.pop()) {
          if (reached.has(mark)) continue;
          reached.add(mark);
          for (const direction of ['left', 'right', 'up', 'down', 'home', 'end'] as const) {
            const next = markBeside(marks, mark, direction);
            if (next) waiting.push(next);
          }
        }
        expect(reached.size).toBe(all.length);
      }),
      { numRuns: 30 },
    );
  });

  it('orders time from left to right and names the years', () => {
    const { marks, ticks } = layOutTimeline({ nodes: [node('05ROME1', '2005-03-01'), node('09ROME2', '2009-03-01'), node('07ROME3', '2007-03-01')] }, 'post', 1200);
    expect(marks.map((mark) => mark.node.id)).toEqual(['05ROME1', '07ROME3', '09ROME2']);
    expect(ticks.filter((tick) => tick.isYear).map((tick) => tick.label)).toEqual(expect.arrayContaining(['2006', '2007', '2008', '2009']));
  });

  it('puts cables of no known post or country last', () => {
    const { rows } = layOutTimeline({ nodes: [node('X', null, { identifier: null, post: null }), node('06ROME1', '2006-01-01', { country: { iso3: 'ITA', name: 'Italy' } })] }, 'country', 900);
    expect(rows.map((row) => row.name)).toEqual(['Italy', 'Unknown']);
  });
});
