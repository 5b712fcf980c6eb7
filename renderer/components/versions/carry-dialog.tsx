// Carries highlights of one edition over to another: the passages that stand there unchanged or nearly so, each to be chosen.

import { useMemo, useState } from 'react';
import type { CarryOffer } from '../../../shared/core/version.ts';
import type { DocumentSummary } from '../../../shared/core/library.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { editionOf } from '../document-words.ts';
import { Checkbox, Select } from '../fields.tsx';
import { TagChip } from '../marks.tsx';
import { ErrorNote, Waiting } from '../notes.tsx';
import { showToast } from '../toasts.ts';
import { highlights } from './placement-words.ts';
import { WordChanges } from './word-changes.tsx';

export function CarryDialog({ documentId, title, onClose }: { documentId: string; title: string; onClose: () => void }) {
  const documents = useQuery('documents.list', {}).data;
  const editions = useMemo(() => otherEditions(documents ?? [], documentId), [documents, documentId]);
  const [chosen, choose] = useState<string | null>(null);
  const toId = chosen ?? editions[0]?.id ?? null;
  return (
    <Dialog title="Carry highlights over" isOpen onClose={onClose} width={720}>
      <p>
        From <strong>{title}</strong>
      </p>
      {documents === undefined ? (
        <Waiting />
      ) : toId === null ? (
        <p className="faint">There is no other document to carry highlights over to. Import the next edition first.</p>
      ) : (
        <>
          <Select className="carry-to" label="To" choices={editions.map((document) => ({ id: document.id, label: document.title, detail: editionOf(document) }))} value={toId} onChange={choose} />
          <Offers key={toId} fromId={documentId} toId={toId} onClose={onClose} />
        </>
      )}
    </Dialog>
  );
}

function Offers({ fromId, toId, onClose }: { fromId: string; toId: string; onClose: () => void }) {
  const offers = useQuery('carrying.offers', { fromId, toId }, { keepPrevious: false });
  const tags = useQuery('tags.list', {}).data;
  const carry = useCommand('carrying.carry');
  const { undo } = useUndo();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (offers.errorSentence) return <ErrorNote onRetry={offers.refetch}>{offers.errorSentence}</ErrorNote>;
  if (!offers.data) return <Waiting>Looking for the passages…</Waiting>;
  const all = offers.data;
  if (all.length === 0) return <p className="faint">No highlighted passage stands there unchanged, or all of them were carried over already.</p>;
  const chosen = all.filter(({ annotation }) => !left.has(annotation.id));
  const toggle = (id: string, isOn: boolean) => setLeft(new Set(isOn ? [...left].filter((each) => each !== id) : [...left, id]));
  const confirm = async () => {
    const items = chosen.map(({ annotation, start, end, similarity }) => ({ annotationId: annotation.id, start, end, similarity }));
    const outcome = await carry.run({ toId, items });
    if (!outcome.ok) return;
    onClose();
    showToast({ text: `Carried ${highlights(items.length)} over.`, action: { label: 'Undo', run: () => void undo() } });
  };
  return (
    <>
      <div className="carry-head">
        <Checkbox isOn={left.size === 0} onChange={(isOn) => setLeft(new Set(isOn ? [] : all.map(({ annotation }) => annotation.id)))}>
          All {all.length.toLocaleString('en')}
        </Checkbox>
        <Button kind="quiet" onPress={() => setLeft(new Set(all.filter(({ similarity }) => similarity < 1).map(({ annotation }) => annotation.id)))}>
          Only unchanged ones
        </Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a place that scrolls must be reachable by keyboard */}
      <ul className="carry-list" tabIndex={0} aria-label="Passages that stand there">
        {all.map((offer) => (
          <Offer key={offer.annotation.id} offer={offer} tags={tags ?? []} isOn={!left.has(offer.annotation.id)} onChange={(isOn) => toggle(offer.annotation.id, isOn)} />
        ))}
      </ul>
      <footer className="dialog-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="primary" isDisabled={chosen.length === 0 || carry.pending} onPress={() => void confirm()}>
          {chosen.length === 0 ? 'Carry over' : `Carry ${highlights(chosen.length)} over`}
        </Button>
      </footer>
    </>
  );
}

type OfferProps = { offer: CarryOffer; tags: readonly { id: string; name: string; colour: CarryTagColour }[]; isOn: boolean; onChange: (isOn: boolean) => void };
type CarryTagColour = Parameters<typeof TagChip>[0]['colour'];

function Offer({ offer, tags, isOn, onChange }: OfferProps) {
  const { annotation, similarity, excerpt, page } = offer;
  const own = tags.filter((tag) => annotation.tagIds.includes(tag.id));
  return (
    <li className="carry-offer">
      <Checkbox isOn={isOn} onChange={onChange}>
        <span className="visually-hidden">{excerpt.text.slice(0, 120)}</span>
      </Checkbox>
      <div>
        <p className="carry-meta faint figures">
          {similarity === 1 ? 'Unchanged' : `${String(Math.floor(similarity * 100))} % the same words`}
          {page !== null && `, p. ${page.toLocaleString('en')}`}
        </p>
        <p className="carry-text">{similarity === 1 ? excerpt.text : <WordChanges older={annotation.quote} newer={excerpt.text} side="both" />}</p>
        <div className="carry-tags">
          {own.map((tag) => (
            <TagChip key={tag.id} name={tag.name} colour={tag.colour} />
          ))}
          {annotation.note !== '' && <span className="faint">with its note</span>}
        </div>
      </div>
    </li>
  );
}

/** The next edition of the same country and kind first, then the others of the country, then all. */
function otherEditions(documents: readonly DocumentSummary[], documentId: string): DocumentSummary[] {
  const own = documents.find(({ id }) => id === documentId);
  if (!own) return [];
  const distance = (document: DocumentSummary) => {
    const years = document.year === null || own.year === null ? 50 : document.year > own.year ? document.year - own.year : 20 + own.year - document.year;
    return (document.country === own.country && own.country !== null ? 0 : 10_000) + (document.kind === own.kind ? 0 : 1000) + years;
  };
  return documents.filter(({ id }) => id !== documentId).toSorted((one, other) => distance(one) - distance(other) || one.title.localeCompare(other.title, 'en'));
}
