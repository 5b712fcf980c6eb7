// Which panels are shown: all that fit; then the list gives way, then the inspector.

import { describe, expect, it } from 'vitest';
import { shownPanels } from '../../../renderer/components/panels.tsx';

const view = { list: 280, inspector: 320, listFolded: false, inspectorFolded: false, hasList: true, hasInspector: true, opened: null };

describe('the panels of a view', () => {
  it('are both shown where both fit', () => {
    expect(shownPanels({ ...view, room: 600 })).toEqual({ showsList: true, showsInspector: true });
  });
  it('lose the list first, then the inspector', () => {
    expect(shownPanels({ ...view, room: 599 })).toEqual({ showsList: false, showsInspector: true });
    expect(shownPanels({ ...view, room: 300 })).toEqual({ showsList: false, showsInspector: false });
  });
  it('show what was just opened, whatever the room', () => {
    expect(shownPanels({ ...view, room: 100, opened: 'list' })).toEqual({ showsList: true, showsInspector: false });
    expect(shownPanels({ ...view, room: 100, opened: 'inspector' })).toEqual({ showsList: false, showsInspector: true });
  });
  it('stay folded when they were folded by hand', () => {
    expect(shownPanels({ ...view, room: 2000, inspectorFolded: true })).toEqual({ showsList: true, showsInspector: false });
    expect(shownPanels({ ...view, room: 300, inspectorFolded: true })).toEqual({ showsList: true, showsInspector: false });
  });
  it('that a view does not have are never shown', () => {
    expect(shownPanels({ ...view, room: 2000, hasList: false, opened: 'list' })).toEqual({ showsList: false, showsInspector: true });
  });
});
