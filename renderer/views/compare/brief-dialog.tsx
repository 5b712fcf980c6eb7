// Adds what is in hand to a brief: the passage as a quotation, or the changes of its section as a table.

import { useState } from 'react';
import type { Comparison } from '../../../shared/core/comparison.ts';
import { useConnection } from '../../backend/backend.tsx';
import { sentenceOf } from '../../backend/error-sentence.ts';
import { useQuery } from '../../backend/use-query.ts';
import { FormDialog } from '../../components/dialog.tsx';
import { ComboBox, Select } from '../../components/fields.tsx';
import { showToast } from '../../components/toasts.ts';
import { link, navigate } from '../../routes.ts';
import { type Passage, useAnnotationOf } from '../../components/annotation-of.ts';
import { isChange } from './lines.ts';

/** The contract's own limit. */
const mostRows = 1000;

function changesIn(comparison: Comparison, section: string | null): number {
  return comparison.rows.filter((row) => isChange(row) && (section === null || row.section === section)).length;
}

type What = 'quote' | 'section' | 'all';

export function BriefDialog({ comparison, section, passage, onClose }: { comparison: Comparison; section: string | null; passage: Passage | null; onClose: () => void }) {
  const connection = useConnection();
  const briefs = useQuery('briefs.list', {}).data;
  const annotationOf = useAnnotationOf();
  const [briefId, setBriefId] = useState<string | null>(null);
  const [what, setWhat] = useState<What>(passage ? 'quote' : 'section');
  const [error, setError] = useState<string | null>(null);
  const years = [...new Set(comparison.columns.flatMap((column) => (column.year === null ? [] : [column.year])))];
  const canTable = comparison.country !== null && years.length > 0;

  const add = async (id: string) => {
    if (what === 'quote' && passage) await connection.call('briefs.addBlock', { briefId: id, kind: 'quote', annotationId: await annotationOf(passage) });
    else {
      await connection.call('briefs.addBlock', {
        briefId: id,
        kind: 'comparison',
        text: [comparison.countryName, years.join(', '), what === 'section' ? section : null].filter(Boolean).join(': '),
        comparison: {
          country: comparison.country ?? '',
          years,
          documentIds: comparison.columns.map((column) => column.documentId),
          section: what === 'section' ? section : null,
          // What was asked for is shown whole; the brief can be told to show less.
          maxRows: Math.min(mostRows, Math.max(1, changesIn(comparison, what === 'section' ? section : null))),
        },
      });
    }
    return id;
  };
  const attempt = async (work: () => Promise<string>) => {
    try {
      const id = await work();
      showToast({ text: 'Added to the brief.', action: { label: 'Show', run: () => navigate(link.briefs(id)) } });
      onClose();
    } catch (reason) {
      setError(sentenceOf(reason));
    }
  };
  return (
    <FormDialog
      title="Add to a brief"
      isOpen
      onClose={onClose}
      verb="Add"
      onSubmit={() => void attempt(() => (briefId === null ? Promise.reject(new Error('Choose a brief, or type the title of a new one and press Enter.')) : add(briefId)))}
      width={520}
    >
      {briefs && (
        <ComboBox
          label="Brief"
          choices={briefs.map((brief) => ({ id: brief.id, label: brief.title }))}
          value={briefId}
          onChange={setBriefId}
          onCreate={(title) => void attempt(async () => add((await connection.call('briefs.create', { title })).id))}
          placeholder="Type to find one, or a new title and Enter"
          autoFocus
          error={error}
        />
      )}
      <Select
        label="Add"
        choices={[
          ...(passage ? [{ id: 'quote' as const, label: 'The passage as a quotation' }] : []),
          ...(canTable && section ? [{ id: 'section' as const, label: `${changesIn(comparison, section)} changes of “${section}” as a table` }] : []),
          ...(canTable ? [{ id: 'all' as const, label: `All ${changesIn(comparison, null)} changes as a table` }] : []),
        ]}
        value={what}
        onChange={setWhat}
      />
    </FormDialog>
  );
}
