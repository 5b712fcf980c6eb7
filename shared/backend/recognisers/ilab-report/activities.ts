// The table of children's work: each activity with its sector, and what the signs say of it: hazardous by national law, or of limited evidence.

import type { ParsedDocument } from '../../../core/document.ts';
import type { ListedActivity } from '../../../core/recognition.ts';
import { withoutCitations } from './cells.ts';
import { marksIn, withoutSigns } from './printed-marks.ts';
import { noteFor, type ReportCell, type ReportTable } from './report-tables.ts';
import { territoryOfTitle } from './territories.ts';
import { fold, mostAlike } from './wording.ts';

const sectors = ['Agriculture', 'Industry', 'Services', 'Categorical Worst Forms of Child Labor'];

/** The sign of each meaning in all editions, for a table whose notes are missing. */
const hazardousSign = '†';
const limitedSign = '*';

const clean = (text: string): string => withoutSigns(withoutCitations(text));

/** A cell that begins in the middle of a sentence goes on with the row before it, over a page break. */
const goesOn = (text: string): boolean => /^\s*[\p{Ll}(,;]/u.test(text);

export function readActivities(document: ParsedDocument, table: ReportTable): ListedActivity[] {
  const names = (table.header.at(-1)?.cells ?? []).map((cell) => fold(cell?.text ?? ''));
  const named = names.findIndex((name) => name.startsWith('activit'));
  const activities: ListedActivity[] = [];
  const { territory } = territoryOfTitle(table);
  let sector = '';
  for (const { cells, page } of table.rows) {
    const activity: ReportCell | null = cells[named < 0 ? cells.length - 1 : named] ?? null;
    const printedSector = named === 0 || cells.length < 2 ? null : (cells[0] ?? null);
    const ownSector = clean(printedSector?.text ?? '');
    if (ownSector !== '') sector = mostAlike(ownSector, sectors, (name) => [name])?.entry ?? ownSector;
    const text = clean(activity?.text ?? '');
    if (activity === null || text === '' || activity === printedSector) continue;
    const marks = marksIn(document, table, activity);
    const hazardous = marks.some(({ sign, note }) => (note === null ? sign === hazardousSign : /hazardous/iu.test(note)));
    const limitedEvidence = marks.some(({ sign, note }) => (note === null ? sign === limitedSign : /evidence\b.*\blimited|extent\b.*\bunknown/iu.test(note)));
    const last = activities.at(-1);
    if (last !== undefined && last.sector === sector && ownSector === '' && goesOn(activity.text)) {
      last.activity = `${last.activity} ${text}`;
      last.hazardous ||= hazardous;
      last.limitedEvidence ||= limitedEvidence;
      last.marks.push(...marks);
      last.end = activity.end;
      continue;
    }
    const sectorNotes = [...(printedSector?.text ?? '')].map((sign) => noteFor(table, sign) ?? '').join(' ');
    const categorical = fold(sector).startsWith('categoricalworstforms') || /worst forms of child labor per se/iu.test(sectorNotes);
    activities.push({ sector, activity: text, hazardous, categorical, limitedEvidence, marks, territory, page, start: activity.start, end: activity.end });
  }
  return activities;
}
