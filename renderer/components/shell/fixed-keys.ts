// Keys that belong to lists, text and fields, not to a command; they cannot be changed, because the system's own fields and lists
// have the same.

type FixedKeys = { title: string; keys: { label: string; keys: string }[] };

export const fixedKeys: readonly FixedKeys[] = [
  {
    title: 'In lists and trees',
    keys: [
      { label: 'Next, previous row', keys: '↑ ↓' },
      { label: 'First, last row', keys: 'Home End' },
      { label: 'Select more', keys: 'Shift+↑ ↓' },
      { label: 'Add or take off a row', keys: 'Space' },
      { label: 'Open', keys: 'Enter' },
      { label: 'Open or close a branch', keys: '→ ←' },
      { label: 'Rename', keys: 'F2' },
      { label: 'Delete', keys: 'Delete' },
      { label: 'Jump to a row by its first letters', keys: 'letters' },
      { label: 'Menu of the row', keys: 'Shift+F10' },
    ],
  },
  {
    title: 'At a selected passage',
    keys: [
      { label: 'Tag with a pinned tag', keys: '1 … 9' },
      { label: 'Tag with the last tag', keys: 'Enter' },
      { label: 'Find or make a tag', keys: 'other letters' },
      { label: 'Next, previous unit', keys: '↓ ↑' },
      { label: 'Let go', keys: 'Escape' },
    ],
  },
  {
    title: 'At an opened highlight',
    keys: [
      { label: 'Write its note', keys: 'Enter' },
      { label: 'Delete it', keys: 'Delete' },
      { label: 'Back to the text, then close', keys: 'Escape' },
    ],
  },
  {
    title: 'Everywhere',
    keys: [
      { label: 'Next, previous field or button', keys: 'Tab Shift+Tab' },
      { label: 'Width of a panel, at its edge', keys: '← →' },
      { label: 'Close what floats', keys: 'Escape' },
    ],
  },
];
