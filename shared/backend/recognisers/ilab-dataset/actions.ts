// The suggested actions of an official data file: items under the heading of their area, in one edition with the years in which
// they were suggested.

import dataset from '../../../../resources/ilab/dataset.json' with { type: 'json' };
import type { ParsedDocument } from '../../../core/document.ts';
import type { SuggestedAction } from '../../../core/recognition.ts';
import { blocksBySection } from './rows.ts';

/** What stands where an area has no action. */
const placeholder = /^(?:not applicable|n\s?\/?\s?a|no actions?|none)\.?$/i;

export function datasetActions(document: ParsedDocument): SuggestedAction[] {
  const actions: SuggestedAction[] = [];
  let area = '';
  for (const block of blocksBySection(document).get('actions') ?? []) {
    const text = document.text.slice(block.start, block.end);
    if (block.kind === 'heading') area = dataset.areas.find(({ label }) => label === text)?.area ?? text;
    else if (block.kind === 'list-item' && !placeholder.test(text)) {
      actions.push({ area, text, years: '', firstYear: null, lastYear: null, page: null, start: block.start, end: block.end });
    }
    const last = actions.at(-1);
    if (block.kind !== 'field' || !last || !text.startsWith(dataset.wording.years)) continue;
    last.years = text.slice(dataset.wording.years.length).trim();
    const years = (last.years.match(/(?:19|20)\d\d/g) ?? []).map(Number);
    if (years.length > 0) Object.assign(last, { firstYear: Math.min(...years), lastYear: Math.max(...years) });
  }
  return actions;
}
