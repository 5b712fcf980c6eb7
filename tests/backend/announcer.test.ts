import { describe, expect, it } from 'vitest';
import { Announcer, importPause, shortPause } from '../../shared/backend/announcer.ts';
import type { BackendEvent } from '../../shared/rpc/contract.ts';

const changed = (...tables: string[]) => ({ type: 'changed' as const, tables, label: '', canUndo: true, canRedo: false });
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function heard(announcer: Announcer) {
  const events: BackendEvent[] = [];
  announcer.subscribe((event) => events.push(event));
  return events.map.bind(events, (event) => (event.type === 'changed' ? event.tables.join('+') : event.type));
}

describe('announcements', () => {
  it('come at once, and what follows fast comes together', async () => {
    const announcer = new Announcer();
    const told = heard(announcer);
    announcer.changed(changed('tag'));
    announcer.changed(changed('finding'));
    announcer.changed(changed('brief'));
    expect(told()).toEqual(['tag']);
    await pause(shortPause + 60);
    expect(told()).toEqual(['tag', 'finding+brief']);
    announcer.close();
  });

  it('of an import wait longer, but not for a person who changes something meanwhile', async () => {
    const announcer = new Announcer();
    const told = heard(announcer);
    announcer.changed(changed('document'), importPause);
    announcer.changed(changed('document'), importPause);
    await pause(shortPause + 60);
    expect(told()).toEqual(['document']);
    announcer.changed(changed('tag'));
    expect(told()).toEqual(['document', 'document+tag']);
    announcer.close();
  });

  it('name annotations only while every change of annotations among them names its own', async () => {
    const announcer = new Announcer();
    const events: BackendEvent[] = [];
    announcer.subscribe((event) => events.push(event));
    const told = () => events.flatMap((event) => (event.type === 'changed' ? [event.annotations ?? null] : []));
    announcer.changed({ ...changed('annotation'), annotations: ['a'] });
    announcer.changed({ ...changed('annotation_tag'), annotations: ['b'] });
    announcer.changed(changed('tag'));
    announcer.changed({ ...changed('annotation'), annotations: ['a', 'b'] });
    await expect.poll(told).toEqual([['a'], ['b', 'a']]);
    announcer.changed({ ...changed('annotation'), annotations: ['c'] });
    announcer.changed(changed('annotation'));
    announcer.changed({ ...changed('annotation'), annotations: ['d'] });
    await expect.poll(() => told().at(-1)).toBe(null);
    announcer.close();
  });
});
