// Under the head of the list: how many there are, what can be done to the chosen ones, and the export of these or of all.

import { ListChecks, Minus, Palette, Plus, Trash2, X } from 'lucide-react';
import type { ListAnswer, ListFilter, ListSort } from '../../../shared/core/annotation-list.ts';
import { useCommand } from '../../backend/use-command.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { ExportMenu } from '../../components/export-menu.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import type { BulkQuestion } from './bulk-dialogs.tsx';
import { highlightsWord } from './words.ts';

type BulkBarProps = {
  answer: ListAnswer;
  picked: readonly string[];
  filter: ListFilter;
  sort: ListSort;
  isBusy: boolean;
  onAsk: (question: BulkQuestion) => void;
  onRemove: () => void;
  onNone: () => void;
};

const formats = [
  { format: 'csv', label: 'Table (CSV)' },
  { format: 'xlsx', label: 'Workbook (XLSX): highlights, codings, tags' },
  { format: 'markdown', label: 'Markdown, by document with citations' },
  { format: 'json', label: 'Web Annotations (JSON)' },
] as const;

export function BulkBar({ answer, picked, filter, sort, isBusy, onAsk, onRemove, onNone }: BulkBarProps) {
  const make = useCommand('annotationList.export');
  const count = answer.ids.length;
  const entries = formats.map(({ format, label }) => ({ id: format, label, isDisabled: count === 0, make: () => make.run({ filter, sort, format, ...(picked.length > 1 ? { among: [...picked] } : {}) }) }));
  return (
    <Toolbar label="Chosen highlights" className="annotations-bulk">
      <span className="annotations-count figures" role="status">
        {picked.length > 1 ? `${picked.length.toLocaleString('en')} of ${highlightsWord(count)} chosen` : countWords(count, answer)}
      </span>
      {picked.length > 0 && (
        <>
          <Button kind="quiet" icon={Plus} isDisabled={isBusy} onPress={() => onAsk('tag')}>
            Tag…
          </Button>
          <Button kind="quiet" icon={Minus} isDisabled={isBusy} onPress={() => onAsk('untag')}>
            Take off…
          </Button>
          <IconButton icon={Palette} label="Colour…" command="annotations.colour" isDisabled={isBusy} onPress={() => onAsk('colour')} />
          <IconButton icon={ListChecks} label="Use as evidence…" command="annotations.evidence" isDisabled={isBusy} onPress={() => onAsk('evidence')} />
          <IconButton icon={Trash2} label={picked.length === 1 ? 'Delete' : `Delete ${highlightsWord(picked.length)}`} keys="Delete" isDisabled={isBusy} onPress={onRemove} />
          <IconButton icon={X} label="Choose none" onPress={onNone} />
        </>
      )}
      <ToolbarSpace />
      <ExportMenu label={picked.length > 1 ? 'Export the chosen highlights' : 'Export the highlights listed'} kind="plain" entries={entries} />
    </Toolbar>
  );
}

function countWords(count: number, { all, documents }: ListAnswer): string {
  const listed = count === all ? highlightsWord(all) : `${count.toLocaleString('en')} of ${highlightsWord(all)}`;
  return `${listed} in ${documents === 1 ? '1 document' : `${documents.toLocaleString('en')} documents`}`;
}
