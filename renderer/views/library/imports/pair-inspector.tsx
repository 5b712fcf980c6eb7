// The selected pair of documents: both side by side in facts, and what can be decided of them.

import { GitCompareArrows } from 'lucide-react';
import { type DocumentPair, type PairDecision, type PairSide, pairWords, similarityInWords } from '../../../../shared/core/document-pair.ts';
import { useCommand } from '../../../backend/use-command.ts';
import { Button, KeyboardHint } from '../../../components/button.tsx';
import { dateAndTime, documentDate } from '../../../components/dates.ts';
import { editionOf, formatNames } from '../../../components/document-words.ts';
import { Link } from '../../../components/link.tsx';
import { Menu } from '../../../components/menu.tsx';
import { PanelHead, PanelSection } from '../../../components/panels.tsx';
import { link } from '../../../routes.ts';

type PairInspectorProps = {
  pairs: readonly DocumentPair[];
  onDecide: (decision: PairDecision) => void;
  onCompare: (pair: DocumentPair) => void;
  onRemove: (id: string, title: string) => void;
};

export function PairInspector({ pairs, onDecide, onCompare, onRemove }: PairInspectorProps) {
  const reopen = useCommand('pairs.reopen');
  const [only] = pairs;
  if (!only) {
    return (
      <>
        <PanelHead title="Nothing selected" />
        <PanelSection>
          <p className="faint">Select a pair to see what both are, and to decide.</p>
        </PanelSection>
      </>
    );
  }
  const isOne = pairs.length === 1;
  return (
    <>
      <PanelHead title={isOne ? pairWords[only.kind].name : `${pairs.length.toLocaleString('en')} pairs`} />
      <PanelSection title="Decide">
        {isOne && <p className="faint">Their texts: {similarityInWords(only.similarity)}.{only.decidedAt && ` Decided ${dateAndTime(only.decidedAt)}${only.author ? ` by ${only.author}` : ''}.`}</p>}
        <div className="pair-actions">
          {isOne && (
            <Button kind="plain" icon={GitCompareArrows} onPress={() => onCompare(only)}>
              Show difference <KeyboardHint command="pairs.compare" />
            </Button>
          )}
          {!pairs.every((pair) => pair.decision === 'versions') && (
            <Button kind="primary" onPress={() => onDecide('versions')}>
              Keep both as versions <KeyboardHint command="pairs.keep" />
            </Button>
          )}
          {!pairs.every((pair) => pair.decision === 'different') && (
            <Button kind="plain" onPress={() => onDecide('different')}>
              Not the same <KeyboardHint command="pairs.different" />
            </Button>
          )}
          {isOne && only.id !== null && (
            <Button kind="plain" onPress={() => void reopen.run({ documentId: only.document.id, otherId: only.other.id })}>
              Take the decision back
            </Button>
          )}
          {isOne && (
            <Menu
              label="Remove one of the two"
              entries={[
                { id: 'later', label: `Remove the one imported later${passages(only.document)}`, isDanger: true, onAction: () => onRemove(only.document.id, only.document.title) },
                { id: 'earlier', label: `Remove the one already here${passages(only.other)}`, isDanger: true, onAction: () => onRemove(only.other.id, only.other.title) },
              ]}
            >
              <Button kind="plain">Remove one…</Button>
            </Menu>
          )}
        </div>
      </PanelSection>
      {isOne && (
        <>
          <PanelSection title="Imported later">
            <Side side={only.document} />
          </PanelSection>
          <PanelSection title="Already here">
            <Side side={only.other} />
          </PanelSection>
        </>
      )}
    </>
  );
}

function passages({ annotations }: PairSide): string {
  return annotations === 0 ? '' : `, with ${annotations.toLocaleString('en')} ${annotations === 1 ? 'passage' : 'passages'} in it`;
}

function Side({ side }: { side: PairSide }) {
  const facts: [string, string][] = [
    ['Edition', editionOf(side)],
    ['Date', side.date === null ? 'Unknown' : documentDate(side.date)],
    ['File', side.fileName],
    ['Format', `${formatNames[side.format] ?? side.format}${side.pages > 0 ? `, ${side.pages.toLocaleString('en')} ${side.pages === 1 ? 'page' : 'pages'}` : ''}`],
    ['Imported', dateAndTime(side.importedAt)],
    ['Passages', `${side.annotations.toLocaleString('en')} annotated`],
  ];
  return (
    <>
      <p>
        <Link to={link.reader(side.id)}>{side.title}</Link>
      </p>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
