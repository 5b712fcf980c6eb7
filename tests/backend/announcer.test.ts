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
});
