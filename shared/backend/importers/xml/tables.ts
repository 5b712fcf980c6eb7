// The passages of one country's part of an official data file: headings, and tables whose rows are a label and its values.

import dataset from '../../../../resources/ilab/dataset.json' with { type: 'json' };
import { rowDraft, type DraftBlock } from '../../../core/canonical-text.ts';
import type { Field } from './fields.ts';

export type SectionId = 'country' | 'assessment' | 'goods' | 'statistics' | 'conventions' | 'laws' | 'labor-enforcement' | 'criminal-enforcement' | 'mechanisms' | 'actions' | 'projects' | 'further';

const titles = new Map(dataset.sections.map(({ id, title }) => [id, title]));

/** Collects the passages of a part in reading order and counts its tables. */
export class PartWriter {
  readonly drafts: DraftBlock[] = [];
  private tables = 0;

  title(text: string): void {
    this.drafts.push({ kind: 'title', text });
  }

  /** The heading of a section of the data. */
  section(id: SectionId): void {
    this.heading(titles.get(id) ?? id);
  }

  heading(text: string, level = 1): void {
    this.drafts.push({ kind: 'heading', level, text });
  }

  add(draft: DraftBlock): void {
    this.drafts.push(draft);
  }

  /** A section that is a table; nothing when it has no rows. */
  table(id: SectionId, columns: string[], rows: string[][]): void {
    if (rows.length === 0) return;
    this.section(id);
    const table = this.tables++;
    this.drafts.push({ ...rowDraft(columns.map((text) => ({ text, header: true }))), table });
    for (const row of rows) this.drafts.push({ ...rowDraft(row.map((text) => ({ text }))), table });
  }

  /** Fields of the file that Annals does not know, under their names. */
  further(fields: Field[]): void {
    this.table('further', ['Field', 'Value'], fields.map(({ path, text }) => [path, text]));
  }
}
