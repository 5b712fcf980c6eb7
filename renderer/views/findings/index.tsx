// Findings: claims with evidence for and against. The list on the left, the chosen finding in the work area, all of them as a table when none is chosen.

import { ListChecks, Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { FindingSummary } from '../../../shared/core/finding.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button, IconButton, KeyboardHint } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { type Column, DataGrid } from '../../components/data-grid.tsx';
import { dateAndTime } from '../../components/dates.ts';
import { SearchField } from '../../components/fields.tsx';
import { Badge } from '../../components/marks.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { OpenContradictions } from '../../components/open-contradictions.tsx';
import { PanelHead, Panels } from '../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { showToast } from '../../components/toasts.ts';
import { link, navigate } from '../../routes.ts';
import { FindingDetail } from './finding-detail.tsx';
import { FindingList } from './finding-list.tsx';
import { NewFinding } from './new-finding.tsx';
import { StanceCounts } from '../../components/stance.tsx';
import { statusNames, yearsWords } from '../../components/finding-words.ts';
import './findings.css';

const columns: Column<FindingSummary>[] = [
  { id: 'claim', label: 'Claim', width: 360, isFlexible: true, cell: (finding) => finding.claim, title: (finding) => finding.claim, compare: (left, right) => left.claim.localeCompare(right.claim) },
  { id: 'country', label: 'Country', width: 120, cell: (finding) => finding.countryName ?? <span className="faint">Unknown</span>, compare: (left, right) => (left.countryName ?? '').localeCompare(right.countryName ?? '') },
  { id: 'years', label: 'Years', width: 96, cell: (finding) => yearsWords(finding.years), compare: (left, right) => (left.years.at(-1) ?? 0) - (right.years.at(-1) ?? 0) },
  { id: 'confidence', label: 'Confidence', width: 96, cell: (finding) => finding.confidence ?? <span className="faint">Not set</span> },
  { id: 'evidence', label: 'Evidence', width: 128, cell: (finding) => <StanceCounts finding={finding} /> },
  { id: 'status', label: 'Status', width: 96, cell: (finding) => <Badge>{statusNames[finding.status]}</Badge> },
  { id: 'changed', label: 'Changed', width: 130, cell: (finding) => dateAndTime(finding.updatedAt), compare: (left, right) => left.updatedAt.localeCompare(right.updatedAt) },
];

/** Of more countries the contradictions are seen in Compare. */
const mostCountries = 3;

export function FindingsView({ findingId }: { findingId: string | null }) {
  const findings = useQuery('findings.list', {});
  const remove = useCommand('findings.remove');
  const { undo } = useUndo();
  const [text, setText] = useState('');
  const [isMaking, setMaking] = useState(false);
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  useCommandHandler('findings.create', () => setMaking(true));

  const all = findings.data;
  const rows = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    return (all ?? []).filter((finding) => `${finding.claim} ${finding.countryName ?? ''} ${finding.years.join(' ')}`.toLocaleLowerCase().includes(wanted));
  }, [all, text]);

  const removeFindings = async (doomed: readonly FindingSummary[]) => {
    if (doomed.length === 0) return;
    const outcome = await remove.run({ ids: doomed.map((finding) => finding.id) });
    if (!outcome.ok) return;
    if (doomed.some((finding) => finding.id === findingId)) navigate(link.findings());
    showToast({ text: doomed.length === 1 ? 'Removed the finding; its passages stay.' : `Removed ${doomed.length} findings; their passages stay.`, action: { label: 'Undo', run: () => void undo() } });
  };

  if (findings.errorSentence) return <ErrorNote onRetry={findings.refetch}>{findings.errorSentence}</ErrorNote>;
  if (!all) return <Waiting />;
  const chosen = findingId ? all.find((finding) => finding.id === findingId) : undefined;
  const making = <NewFinding isOpen={isMaking} onClose={() => setMaking(false)} />;

  if (all.length === 0) {
    return (
      <>
        <EmptyState title="No findings yet" icon={ListChecks} action={<Button kind="primary" icon={Plus} onPress={() => setMaking(true)}>New finding</Button>}>
          A finding is a claim with the passages that support or contradict it. Write one here, or select a passage in the reader and press <KeyboardHint command="reader.evidence" />.
        </EmptyState>
        {making}
      </>
    );
  }
  return (
    <Panels
      name="findings"
      listLabel="Findings"
      {...(findingId === null
        ? {}
        : {
            list: (
              <>
                <PanelHead title={`${all.length.toLocaleString('en')} ${all.length === 1 ? 'finding' : 'findings'}`}>
                  <IconButton icon={Plus} label="New finding" onPress={() => setMaking(true)} />
                </PanelHead>
                <div className="findings-filter">
                  <SearchField label="Filter findings" value={text} onChange={setText} />
                </div>
                <FindingList findings={rows} chosenId={findingId} />
              </>
            ),
          })}
    >
      {findingId === null ? (
        <>
          <Toolbar label="Findings">
            <h2 className="findings-title">Findings</h2>
            <SearchField label="Filter findings" className="findings-find" value={text} onChange={setText} />
            <ToolbarSpace />
            {selected.size > 0 && (
              <Button kind="quiet" icon={Trash2} onPress={() => void removeFindings(rows.filter((finding) => selected.has(finding.id)))}>
                Remove
              </Button>
            )}
            <Button icon={Plus} onPress={() => setMaking(true)}>
              New finding
            </Button>
          </Toolbar>
          {[...new Set(all.flatMap(({ country }) => country ?? []))].slice(0, mostCountries).map((country) => <div key={country} className="findings-contradictions"><OpenContradictions country={country} /></div>)}
          <DataGrid
            label="Findings"
            name="findings"
            rows={rows}
            rowId={(finding) => finding.id}
            columns={columns}
            defaultSort="-changed"
            selected={selected}
            onSelect={select}
            onOpen={(finding) => navigate(link.findings(finding.id))}
            onRemove={(doomed) => void removeFindings(doomed)}
            typeAhead={(finding) => finding.claim}
            emptyState={<EmptyState title="No finding fits this filter" />}
          />
        </>
      ) : chosen ? (
        <FindingDetail key={chosen.id} id={chosen.id} onRemove={() => void removeFindings([chosen])} />
      ) : (
        <EmptyState title="This finding is not there any more" action={<Button onPress={() => navigate(link.findings())}>Show all findings</Button>}>
          It may have been removed; undo brings it back.
        </EmptyState>
      )}
      {making}
    </Panels>
  );
}
