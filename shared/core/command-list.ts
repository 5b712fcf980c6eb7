// Every command a person can give by menu, key or palette, as data: one list for the native menu, the shortcuts and the palette.
// What a command does is registered by the view that does it; this list does not know.

export type CommandMenu = 'File' | 'Edit' | 'View' | 'Go' | 'Help';

export type Command = {
  id: string;
  /** A verb first, as it stands in the menu and the palette. */
  label: string;
  /**
   * Alternatives, in the spelling of Electron accelerators ("CmdOrCtrl+Shift+Z", "?", "["); two keys with a space between are
   * pressed one after the other ("G L"). A native menu may register only those with CmdOrCtrl; the others would catch typing.
   */
  keys: string[] | null;
  /** The native menu it stands in; null: in the palette and the sheet of shortcuts only. */
  menu: CommandMenu | null;
  /** True: while a field has the focus the key belongs to the field, even with CmdOrCtrl (undo of typing, select all). */
  fieldFirst?: true;
};

export const commandList = [
  { id: 'project.new', label: 'New project…', keys: null, menu: 'File' },
  { id: 'project.open', label: 'Open project…', keys: ['CmdOrCtrl+O'], menu: 'File' },
  { id: 'project.openSample', label: 'Open the sample project', keys: null, menu: 'File' },
  { id: 'project.rename', label: 'Rename project…', keys: null, menu: 'File' },
  { id: 'project.backup', label: 'Back up project', keys: null, menu: 'File' },
  { id: 'project.check', label: 'Check project', keys: null, menu: 'File' },
  { id: 'import.files', label: 'Import files…', keys: ['CmdOrCtrl+I'], menu: 'File' },
  { id: 'import.folder', label: 'Import a folder…', keys: ['CmdOrCtrl+Shift+I'], menu: 'File' },
  { id: 'import.ledger', label: 'Show import ledger', keys: ['G I'], menu: 'File' },
  { id: 'import.pause', label: 'Hold the import', keys: null, menu: 'File' },
  { id: 'import.resume', label: 'Go on with the import', keys: null, menu: 'File' },
  { id: 'import.stop', label: 'Stop the import', keys: null, menu: 'File' },
  { id: 'import.watch', label: 'Watch a folder…', keys: null, menu: 'File' },
  { id: 'import.pairs', label: 'Show possible versions', keys: ['G V'], menu: 'File' },
  { id: 'pairs.keep', label: 'Possible versions: keep both as versions', keys: ['K'], menu: null },
  { id: 'pairs.different', label: 'Possible versions: not the same', keys: ['N'], menu: null },
  { id: 'pairs.compare', label: 'Possible versions: show the difference', keys: ['D'], menu: null },

  { id: 'edit.undo', label: 'Undo', keys: ['CmdOrCtrl+Z'], menu: 'Edit', fieldFirst: true },
  { id: 'edit.redo', label: 'Redo', keys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'], menu: 'Edit', fieldFirst: true },
  { id: 'edit.find', label: 'Find in this view', keys: ['CmdOrCtrl+F'], menu: 'Edit' },
  { id: 'edit.copyAddress', label: 'Copy the address of this view', keys: ['CmdOrCtrl+Shift+L'], menu: 'Edit' },

  { id: 'view.list', label: 'Fold or unfold the list', keys: ['['], menu: 'View' },
  { id: 'view.inspector', label: 'Fold or unfold the inspector', keys: [']'], menu: 'View' },
  { id: 'view.theme.system', label: 'Theme: as the system', keys: null, menu: 'View' },
  { id: 'view.theme.light', label: 'Theme: light', keys: null, menu: 'View' },
  { id: 'view.theme.dark', label: 'Theme: dark', keys: null, menu: 'View' },
  { id: 'view.density.compact', label: 'Density: compact', keys: null, menu: 'View' },
  { id: 'view.density.normal', label: 'Density: normal', keys: null, menu: 'View' },
  { id: 'view.density.comfortable', label: 'Density: comfortable', keys: null, menu: 'View' },

  { id: 'palette.open', label: 'Search or jump to…', keys: ['CmdOrCtrl+K'], menu: 'Go' },
  { id: 'go.back', label: 'Back', keys: ['Alt+Left'], menu: 'Go', fieldFirst: true },
  { id: 'go.forward', label: 'Forward', keys: ['Alt+Right'], menu: 'Go', fieldFirst: true },
  { id: 'go.library', label: 'Library', keys: ['G L', 'CmdOrCtrl+1'], menu: 'Go' },
  { id: 'go.reader', label: 'Reader', keys: ['G R', 'CmdOrCtrl+2'], menu: 'Go' },
  { id: 'go.codebook', label: 'Codebook', keys: ['G T', 'CmdOrCtrl+3'], menu: 'Go' },
  { id: 'go.findings', label: 'Findings', keys: ['G F', 'CmdOrCtrl+4'], menu: 'Go' },
  { id: 'go.compare', label: 'Compare', keys: ['G C', 'CmdOrCtrl+5'], menu: 'Go' },
  { id: 'go.search', label: 'Search', keys: ['G S', 'CmdOrCtrl+Shift+F', 'CmdOrCtrl+6'], menu: 'Go' },
  { id: 'go.briefs', label: 'Briefs', keys: ['G B', 'CmdOrCtrl+7'], menu: 'Go' },
  { id: 'go.cables', label: 'Cables that cite each other', keys: ['G D'], menu: 'Go' },
  { id: 'go.activity', label: 'Activity', keys: ['G A'], menu: 'Go' },
  { id: 'go.settings', label: 'Settings', keys: ['CmdOrCtrl+,'], menu: 'Go' },

  { id: 'help.shortcuts', label: 'Keyboard shortcuts', keys: ['?'], menu: 'Help' },
  { id: 'help.about', label: 'About Annals', keys: null, menu: 'Help' },

  { id: 'reader.tagWithLast', label: 'Reader: tag with the last tag', keys: ['T'], menu: null },
  { id: 'reader.tag', label: 'Reader: tag…', keys: ['A'], menu: null },
  { id: 'reader.note', label: 'Reader: write a note', keys: ['N'], menu: null },
  { id: 'reader.evidence', label: 'Reader: use as evidence…', keys: ['E'], menu: null },
  { id: 'reader.copyCitation', label: 'Reader: copy citation', keys: ['C'], menu: null },
  { id: 'reader.highlight', label: 'Reader: highlight only', keys: ['H'], menu: null },
  { id: 'reader.addToBrief', label: 'Reader: add to a brief…', keys: ['B'], menu: null },
  { id: 'reader.sentence', label: 'Reader: select the next sentence', keys: ['S'], menu: null },
  { id: 'reader.extendSentence', label: 'Reader: extend by a sentence', keys: ['Shift+S'], menu: null },
  { id: 'reader.paragraph', label: 'Reader: select the next paragraph', keys: ['P'], menu: null },
  { id: 'reader.extendParagraph', label: 'Reader: extend by a paragraph', keys: ['Shift+P'], menu: null },
  { id: 'reader.nextHighlight', label: 'Reader: next highlight', keys: ['J'], menu: null },
  { id: 'reader.previousHighlight', label: 'Reader: previous highlight', keys: ['K'], menu: null },
  { id: 'reader.findNext', label: 'Reader: find next', keys: ['F3', 'CmdOrCtrl+G'], menu: null },
  { id: 'reader.findPrevious', label: 'Reader: find previous', keys: ['Shift+F3', 'CmdOrCtrl+Shift+G'], menu: null },
  { id: 'reader.switchView', label: 'Reader: switch between text and pages', keys: ['V'], menu: 'View' },
  { id: 'reader.bothViews', label: 'Reader: text and pages side by side', keys: ['Shift+V'], menu: 'View' },
  { id: 'reader.goTo', label: 'Reader: go to a page or paragraph…', keys: ['G P', 'G G'], menu: 'Go' },
  { id: 'reader.zoomIn', label: 'Reader: larger pages', keys: ['CmdOrCtrl+=', 'CmdOrCtrl++'], menu: null },
  { id: 'reader.zoomOut', label: 'Reader: smaller pages', keys: ['CmdOrCtrl+-'], menu: null },
  { id: 'reader.fitWidth', label: 'Reader: fit the width of the page', keys: ['CmdOrCtrl+0'], menu: null },
  { id: 'reader.fitPage', label: 'Reader: fit the whole page', keys: null, menu: null },
  { id: 'reader.rotate', label: 'Reader: turn the pages', keys: ['Shift+R'], menu: null },
  { id: 'reader.area', label: 'Reader: mark an area of a page', keys: ['R'], menu: null },
  { id: 'reader.nextDoubt', label: 'Reader: next word that OCR was not sure of', keys: ['U'], menu: null },
  { id: 'reader.previousDoubt', label: 'Reader: previous word that OCR was not sure of', keys: ['Shift+U'], menu: null },
  { id: 'reader.recognise', label: 'Reader: recognise the text of scanned pages', keys: null, menu: null },
  { id: 'compare.nextChange', label: 'Compare: next change', keys: ['J'], menu: null },
  { id: 'compare.previousChange', label: 'Compare: previous change', keys: ['K'], menu: null },
  { id: 'compare.tag', label: 'Compare: tag the passage…', keys: ['A'], menu: null },
  { id: 'compare.evidence', label: 'Compare: make evidence', keys: ['E'], menu: null },
  { id: 'compare.addToBrief', label: 'Compare: add to brief', keys: ['B'], menu: null },
  { id: 'compare.save', label: 'Compare: save this comparison…', keys: null, menu: null },
  { id: 'compare.pair', label: 'Compare: pair with another sentence…', keys: ['P'], menu: null },
  { id: 'compare.same', label: 'Compare: both sentences say the same', keys: ['S'], menu: null },
  { id: 'compare.apart', label: 'Compare: not the same sentence', keys: ['U'], menu: null },
  { id: 'compare.uncorrect', label: 'Compare: take the correction of the row back', keys: ['Shift+U'], menu: null },
  { id: 'compare.correct', label: 'Compare: correct the value…', keys: ['F2'], menu: null },
  { id: 'compare.chart', label: 'Compare: chart of the indicator', keys: ['C'], menu: null },
  { id: 'compare.countries', label: 'Compare: the indicator across countries', keys: ['X'], menu: null },
  { id: 'go.doubts', label: 'Highlights to place', keys: ['G H'], menu: 'Go' },
  { id: 'doubts.accept', label: 'Highlights to place: accept the place', keys: null, menu: null },
  { id: 'doubts.place', label: 'Highlights to place: place by hand…', keys: ['O'], menu: null },
  { id: 'doubts.leave', label: 'Highlights to place: leave lost', keys: ['L'], menu: null },
  { id: 'doubts.next', label: 'Highlights to place: next', keys: ['J'], menu: null },
  { id: 'doubts.previous', label: 'Highlights to place: previous', keys: ['K'], menu: null },
  { id: 'doubts.placeHere', label: 'Reader: place the highlight at the selection', keys: ['Shift+Enter'], menu: null },
  { id: 'library.replace', label: 'Library: replace the document by a newer file…', keys: null, menu: null },
  { id: 'library.reread', label: 'Library: read the selected documents again', keys: null, menu: null },
  { id: 'library.carry', label: 'Library: carry highlights over to another edition…', keys: null, menu: null },
  { id: 'go.metadata', label: 'Documents to confirm', keys: ['G M'], menu: 'Go' },
  { id: 'metadata.confirm', label: 'Review: confirm the selected fields', keys: null, menu: null },
  { id: 'metadata.confirmShown', label: 'Review: confirm all fields shown', keys: ['Shift+C'], menu: null },
  { id: 'metadata.correct', label: 'Review: correct the selected field…', keys: ['E', 'F2'], menu: null },
  { id: 'metadata.read', label: 'Review: read the passage', keys: ['O'], menu: null },
  { id: 'codebook.create', label: 'Codebook: new tag', keys: null, menu: null },
  { id: 'codebook.import', label: 'Codebook: import, or begin with a starter…', keys: null, menu: null },
  { id: 'codebook.exportCsv', label: 'Codebook: export as CSV', keys: null, menu: null },
  { id: 'codebook.exportQdc', label: 'Codebook: export for other programs (.qdc)', keys: null, menu: null },
  { id: 'codebook.merge', label: 'Codebook: merge the chosen tags…', keys: ['M'], menu: null },
  { id: 'codebook.split', label: 'Codebook: split the chosen tag…', keys: ['S'], menu: null },
  { id: 'codebook.archive', label: 'Codebook: archive the chosen tags, or bring them back', keys: null, menu: null },
  { id: 'codebook.together', label: 'Codebook: which tags stand together', keys: null, menu: null },
  { id: 'codebook.years', label: 'Codebook: tags by year', keys: null, menu: null },
  { id: 'codebook.countries', label: 'Codebook: tags by country', keys: null, menu: null },
  { id: 'codebook.agreement', label: 'Codebook: agreement of two analysts', keys: null, menu: null },
  { id: 'findings.create', label: 'Findings: new finding', keys: null, menu: null },
  { id: 'briefs.create', label: 'Briefs: new brief', keys: null, menu: null },
] as const satisfies readonly Command[];

export type CommandId = (typeof commandList)[number]['id'];

/** The list with its plain type, for those who walk it. */
export const commands: readonly (Command & { id: CommandId })[] = commandList;
