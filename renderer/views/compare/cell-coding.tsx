// The toolbar at words selected in a cell: the same tags, actions and keys as in the reader, at the same place in the document.

import { type KeyboardEvent, type RefObject, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { useConnection } from '../../backend/backend.tsx';
import { sentenceOf } from '../../backend/error-sentence.ts';
import { classes } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { EvidenceDialog } from '../../components/evidence-dialog.tsx';
import { QuoteDialog } from '../../components/quote-dialog.tsx';
import { showToast } from '../../components/toasts.ts';
import { quoteWithCitation } from '../reader/citation.ts';
import { type PassageActions, PassageToolbar } from '../reader/passage-toolbar.tsx';
import { useCoding } from '../reader/use-coding.ts';
import type { CellSelection } from './cell-selection.ts';
import { TagDialog } from './tag-dialog.tsx';
import type { CellSelecting } from './use-cell-selection.ts';

/** For the keys that the command list does not hold; true when the key meant the selection. */
export type CellKeys = { onKey: (event: KeyboardEvent) => boolean };

type CellCodingProps = {
  documentId: string;
  selected: CellSelection;
  selecting: CellSelecting;
  annotations: readonly ListedAnnotation[];
  tags: readonly TagWithCount[];
  /** What scrolls; its parent holds the toolbar, which is no part of the grid. */
  scroller: RefObject<HTMLElement | null>;
  keys: RefObject<CellKeys | null>;
};

export function CellCoding({ documentId, selected, selecting, annotations, tags, scroller, keys }: CellCodingProps) {
  const connection = useConnection();
  const own = annotations.filter((annotation) => annotation.documentId === documentId);
  const coding = useCoding(documentId, own, tags);
  const [typed, setTyped] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'note' | 'evidence' | 'brief' | null>(null);
  const { range } = selected;
  const passage = { documentId, ...range };

  const finish = () => {
    selecting.clear();
    scroller.current?.focus({ preventScroll: true });
  };
  const code = async (work: () => Promise<string | null>, said: string) => {
    finish();
    if ((await work()) !== null) showToast({ text: said });
  };
  const open = (which: NonNullable<typeof dialog>) => {
    selecting.hold(true);
    setDialog(which);
  };
  const openField = (text: string) => {
    selecting.hold(true);
    setTyped(text);
  };
  const tag = (tagId: string) => void code(() => coding.tagWith({ range, annotation: null }, tagId), `Tagged ${tags.find(({ id }) => id === tagId)?.name ?? 'the passage'}.`);
  const tagLast = () => {
    const last = coding.last ?? coding.slots[0];
    if (last === undefined) openField('');
    else tag(last);
  };
  const copy = async () => {
    try {
      const reading = await connection.call('documents.reading', { id: documentId });
      await navigator.clipboard.writeText(quoteWithCitation(reading, range));
      showToast({ text: 'Copied the passage with its citation.' });
    } catch (error) {
      showToast({ text: error instanceof DOMException ? 'The clipboard could not be written. Copy the passage with Ctrl+C instead.' : sentenceOf(error), tone: 'error' });
    }
  };
  const actions: PassageActions = {
    tag,
    tagNew: (name) => void code(() => coding.tagWithNew({ range, annotation: null }, name), `Tagged ${name}.`),
    highlight: () => void code(() => coding.code(range, null), 'Highlighted.'),
    note: () => open('note'),
    evidence: () => open('evidence'),
    brief: () => open('brief'),
    copy: () => void copy(),
  };
  const isFree = dialog === null && typed === null;
  useCommandHandler('reader.tagWithLast', tagLast, isFree);
  useCommandHandler('reader.tag', () => openField(''), isFree);
  useCommandHandler('reader.highlight', actions.highlight, isFree);
  useCommandHandler('reader.note', actions.note, isFree);
  useCommandHandler('reader.evidence', actions.evidence, isFree);
  useCommandHandler('reader.addToBrief', actions.brief, isFree);
  useCommandHandler('reader.copyCitation', actions.copy, isFree);

  const onKey = (event: KeyboardEvent): boolean => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return false;
    const { key } = event;
    if (key === 'Escape') finish();
    else if (key === 'Enter' && !(event.target instanceof HTMLButtonElement)) tagLast();
    else if (/^[1-9]$/.test(key)) {
      const slot = coding.slots[Number(key) - 1];
      if (slot) tag(slot);
    } else return false;
    return true;
  };
  useImperativeHandle(keys, () => ({ onKey }));

  return (
    <>
      <AtSelection key={`${range.start} ${range.end}`} scroller={scroller} onKeyDown={(event) => onKey(event) && (event.preventDefault(), event.stopPropagation())}>
        <PassageToolbar tags={tags} slots={coding.slots} last={coding.last} recent={coding.slots} actions={actions} typed={typed} onOpenField={openField} onCloseField={finish} />
      </AtSelection>
      {dialog === 'note' && <TagDialog passage={passage} focus="note" onClose={finish} />}
      {dialog === 'evidence' && <EvidenceDialog passage={passage} onClose={finish} />}
      {dialog === 'brief' && <QuoteDialog passage={passage} onClose={finish} />}
    </>
  );
}

type AtSelectionProps = { scroller: RefObject<HTMLElement | null>; onKeyDown: (event: KeyboardEvent) => void; children: React.ReactNode };

/** Pixels between the words and what floats at them. */
const gap = 6;

/** Floats under the selected words, or above them where there is no room below, and goes with them when the rows are scrolled. */
function AtSelection({ scroller, onKeyDown, children }: AtSelectionProps) {
  const own = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const selection = document.getSelection();
    const rows = scroller.current;
    const frame = rows?.getBoundingClientRect();
    const origin = rows?.parentElement?.getBoundingClientRect();
    if (!selection || selection.rangeCount === 0 || !rows || !frame || !origin || !own.current) return undefined;
    const words = selection.getRangeAt(0).getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = own.current;
    const isBelow = words.bottom + gap + height <= frame.bottom || words.top - gap - height < frame.top;
    const top = isBelow ? words.bottom + gap : words.top - gap - height;
    const left = Math.max(frame.left + gap, Math.min(words.left, frame.right - width - gap * 4));
    // The selection is gone while the field has the focus: where it stood is reckoned from how far was scrolled since.
    const begun = rows.scrollTop;
    const follow = () => {
      const now = top - (rows.scrollTop - begun);
      setPlace(now < frame.top || now + height > frame.bottom ? null : { left: Math.round(left - origin.left), top: Math.round(now - origin.top) });
    };
    follow();
    rows.addEventListener('scroll', follow, { passive: true });
    return () => rows.removeEventListener('scroll', follow);
  }, [scroller]);
  return (
    <div
      ref={own}
      className={classes('reader-toolbar', 'popover')}
      style={place ?? { visibility: 'hidden' }}
      // The selection must outlive a press on the toolbar.
      onMouseDown={(event) => {
        event.stopPropagation();
        if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
      }}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}
