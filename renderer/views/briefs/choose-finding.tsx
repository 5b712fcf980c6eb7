// Chooses findings for a brief: type to narrow, mark one or several.

import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useQuery } from '../../backend/use-query.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SearchField } from '../../components/fields.tsx';
import { Waiting } from '../../components/notes.tsx';
import { StanceCounts } from '../../components/stance.tsx';
import { yearsWords } from '../../components/finding-words.ts';

export function ChooseFinding({ onChoose, onClose }: { onChoose: (ids: string[]) => void; onClose: () => void }) {
  const findings = useQuery('findings.list', {}).data;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => {
    const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return (findings ?? []).filter((finding) => {
      const words = `${finding.claim} ${finding.countryName ?? ''} ${finding.years.join(' ')}`.toLocaleLowerCase();
      return wanted.every((word) => words.includes(word));
    });
  }, [findings, text]);
  return (
    <Dialog
      title="Add a finding"
      isOpen
      onClose={onClose}
      width={720}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={chosen.size === 0} onPress={() => onChoose([...chosen])}>
            {chosen.size > 1 ? `Add ${chosen.size} findings` : 'Add finding'}
          </Button>
        </>
      }
    >
      <div className="brief-choose">
        <SearchField label="Find a finding by its claim, country or year" value={text} onChange={setText} autoFocus />
        {!findings ? (
          <Waiting />
        ) : shown.length === 0 ? (
          <p className="faint">{findings.length === 0 ? 'There is no finding yet. Make one in Findings first.' : 'No finding fits.'}</p>
        ) : (
          <ListBox
            aria-label="Findings"
            className="brief-choose-list"
            selectionMode="multiple"
            selectedKeys={chosen}
            onSelectionChange={(keys) => setChosen(keys === 'all' ? new Set(shown.map((each) => each.id)) : new Set([...keys].map(String)))}
          >
            {shown.map((finding) => (
              <ListBoxItem key={finding.id} id={finding.id} textValue={finding.claim} className="brief-choose-row">
                <span className="checkbox-box" aria-hidden />
                <span className="brief-choose-words">
                  <span className="brief-choose-quote">{finding.claim}</span>
                  <span className="faint brief-choose-tags">
                    {[finding.countryName, finding.years.length > 0 ? yearsWords(finding.years) : null].filter(Boolean).join(' ')}
                    <StanceCounts finding={finding} />
                  </span>
                </span>
              </ListBoxItem>
            ))}
          </ListBox>
        )}
      </div>
    </Dialog>
  );
}
