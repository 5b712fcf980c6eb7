// One finding: its claim, where and when it holds, how sure the analyst is, and its evidence. Everything is kept as it is typed.

import { ArrowLeft, Trash2 } from 'lucide-react';
import { type ClipboardEvent, useState } from 'react';
import { confidences, findingStatuses, type FindingWithEvidence, likelihoods } from '../../../shared/core/finding.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button, classes, IconButton } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { type Choice, ComboBox, Select, TextField } from '../../components/fields.tsx';
import { ErrorNote, Waiting } from '../../components/notes.tsx';
import { OpenContradictions } from '../../components/open-contradictions.tsx';
import { carriedPassage } from '../../components/passage-transfer.ts';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { useAutosave } from '../../components/use-autosave.ts';
import { link, navigate } from '../../routes.ts';
import { EvidencePart } from './evidence-part.tsx';
import { useEvidenceDrop } from './use-evidence-drop.ts';
import { confidenceMeanings, mixesConfidenceAndLikelihood, readYears, statusNames, yearsWords } from '../../components/finding-words.ts';

const none = 'none';
const statusChoices = findingStatuses.map((id) => ({ id, label: statusNames[id] }));
const confidenceChoices = [{ id: none, label: 'Not set' }, ...confidences.map((id) => ({ id, label: id, detail: confidenceMeanings[id] }))];
const likelihoodChoices = [{ id: none, label: 'Not set' }, ...likelihoods.map((id) => ({ id, label: id }))];

export function FindingDetail({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { add, drop } = useEvidenceDrop(id);
  const onPaste = (event: ClipboardEvent) => {
    // In a field the words are wanted.
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const passage = carriedPassage(event.clipboardData);
    if (!passage) return;
    event.preventDefault();
    void add(passage);
  };
  const finding = useQuery('findings.get', { id }, { keepPrevious: false });
  const showAll = () => navigate(link.findings());
  useCommandHandler('findings.all', showAll);
  useCommandHandler('findings.remove', onRemove);
  if (finding.errorSentence) return <ErrorNote onRetry={finding.refetch}>{finding.errorSentence}</ErrorNote>;
  if (!finding.data) return <Waiting />;
  return (
    <>
      <Toolbar label="Finding">
        <IconButton icon={ArrowLeft} label="All findings" command="findings.all" onPress={showAll} />
        <ToolbarSpace />
        <Button kind="quiet" icon={Trash2} onPress={onRemove}>
          Remove
        </Button>
      </Toolbar>
      <div className={classes('finding', drop.isOver && 'passage-over')} {...drop.place} onPaste={onPaste}>
        <Claim finding={finding.data} />
        <Judgement finding={finding.data} />
        {finding.data.country && <OpenContradictions country={finding.data.country} />}
        <EvidencePart finding={finding.data} />
        <Note finding={finding.data} />
      </div>
    </>
  );
}

function Claim({ finding }: { finding: FindingWithEvidence }) {
  const { run } = useCommand('findings.update');
  const claim = useAutosave(finding.claim, (text) => (text.trim() === '' ? undefined : run({ id: finding.id, claim: text })));
  return (
    <div className="finding-claim">
      <TextField
        label="Claim"
        value={claim.text}
        onChange={claim.setText}
        onBlur={claim.flush}
        lines={Math.min(6, Math.max(2, Math.ceil(claim.text.length / 80)))}
        error={claim.text.trim() === '' ? 'A finding needs a claim; the one before stays until there is a new one.' : null}
      />
      {mixesConfidenceAndLikelihood(claim.text) && (
        <p className="finding-advice">≠ Confidence and likelihood stand in one sentence. Say how sure you are of the sources in another.</p>
      )}
    </div>
  );
}

function Judgement({ finding }: { finding: FindingWithEvidence }) {
  const { run } = useCommand('findings.update');
  const countries = useQuery('countries.list', {}).data;
  const choices: Choice[] = [{ id: none, label: 'No single country' }, ...(countries ?? []).map(({ iso3, name }) => ({ id: iso3, label: name, detail: iso3 }))];
  return (
    <div className="finding-judgement">
      {countries && (
        <ComboBox
          key={finding.country ?? none}
          label="Country"
          choices={choices}
          value={finding.country ?? none}
          onChange={(choice) => {
            const country = choice === none ? null : choice;
            if (choice !== null && country !== finding.country) void run({ id: finding.id, country });
          }}
        />
      )}
      <Years finding={finding} />
      <Select label="Confidence" choices={confidenceChoices} value={finding.confidence ?? none} onChange={(choice) => void run({ id: finding.id, confidence: confidences.find((each) => each === choice) ?? null })} />
      <Select label="Likelihood" choices={likelihoodChoices} value={finding.likelihood ?? none} onChange={(choice) => void run({ id: finding.id, likelihood: likelihoods.find((each) => each === choice) ?? null })} />
      <Select label="Status" choices={statusChoices} value={finding.status} onChange={(status) => void run({ id: finding.id, status })} />
      {finding.confidence && <p className="faint finding-meaning">Confidence speaks of the sources. {confidenceMeanings[finding.confidence]}</p>}
    </div>
  );
}

function Years({ finding }: { finding: FindingWithEvidence }) {
  const { run } = useCommand('findings.update');
  const [typed, setTyped] = useState<string | null>(null);
  const stored = finding.years.length > 0 ? yearsWords(finding.years) : '';
  const years = typed === null ? finding.years : readYears(typed);
  const keep = () => {
    if (typed === null || years === null) return;
    setTyped(null);
    if (years.join() !== finding.years.join()) void run({ id: finding.id, years });
  };
  return (
    <TextField
      label="Years"
      value={typed ?? stored}
      onChange={setTyped}
      onBlur={keep}
      onSubmit={keep}
      onCancel={() => setTyped(null)}
      placeholder="2019–2021"
      error={years === null ? 'Write years as 2019–2021 or 2019, 2021.' : null}
    />
  );
}

function Note({ finding }: { finding: FindingWithEvidence }) {
  const { run } = useCommand('findings.update');
  const note = useAutosave(finding.note, (text) => run({ id: finding.id, note: text }));
  return (
    <div className="finding-note">
      <TextField label="Note (Markdown)" value={note.text} onChange={note.setText} onBlur={note.flush} lines={4} placeholder="How you came to it, what would change your mind" />
    </div>
  );
}
