// What keys, menu, palette and toolbar do in the reading room. A command means the selected passage; without one, the opened highlight.

import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { useCommandHandler } from '../../components/commands.tsx';
import { showToast } from '../../components/toasts.ts';
import type { CardActions } from './annotation-card.tsx';
import { quoteWithCitation } from './citation.ts';
import type { OpenedCard } from './highlight-margin.tsx';
import { shortened } from './highlight-words.ts';
import type { Intervals } from './intervals.ts';
import { type SelectionUnit, unitAt, unitFrom } from './keyboard-selection.ts';
import type { PassageActions } from './passage-toolbar.tsx';
import type { Coding, Target } from './use-coding.ts';
import type { Find } from './use-find.ts';
import type { PassageSelection } from './use-passage-selection.ts';

type Room = {
  reading: DocumentReading;
  highlights: Intervals<ListedAnnotation>;
  tags: ReadonlyMap<string, TagWithCount>;
  selection: PassageSelection;
  coding: Coding;
  active: ListedAnnotation | null;
  cards: CardActions;
  find: Find;
  top: () => number;
  draw: (range: TextRange) => void;
  goTo: (range: TextRange, how?: 'always' | 'unless-seen') => void;
  open: (id: string, focus?: OpenedCard['focus']) => void;
  close: () => void;
  openAndSay: (annotation: ListedAnnotation) => void;
  say: (message: string) => void;
  showDialog: (dialog: { kind: 'evidence' | 'brief'; range: TextRange }) => void;
  focusText: () => void;
};

export type RoomCommands = {
  actions: PassageActions;
  /** What was typed to open the tag field; null while it is closed. */
  typed: string | null;
  openField: (typed: string) => void;
  closeField: () => void;
  /** Keys in the text and in the toolbar that the command list does not hold: digits, Enter, letters of a tag's name. */
  onKeyDown: (event: KeyboardEvent) => void;
};

/** Letters the command list gives a meaning to while a passage is selected; any other letter begins the name of a tag. */
const commandLetters = /^[abcehjknpst]$/;
/** Walks the words in doubt, which only a page read by OCR has. */
const doubtLetter = 'u';

export function useRoomCommands(room: Room): RoomCommands {
  const { reading, selection, coding, active, cards, find, tags } = room;
  const { passage } = selection;
  const [typed, setTyped] = useState<string | null>(null);
  /** The unit last selected by key, which the arrows move by; null after a selection by pointer. */
  const unit = useRef<SelectionUnit | null>(null);
  /** Where the keyboard goes on after a passage was coded. */
  const cursor = useRef<number | null>(null);
  const target = passage ? { range: passage, annotation: null } : active ? { range: active, annotation: active } : null;
  const field = passage ? typed : null;
  const hasDoubts = reading.pages.some((page) => page.picture === 'recognised');

  const closeField = useCallback(() => {
    selection.hold(false);
    setTyped(null);
    room.focusText();
    // The browser's selection went when the field took the focus; what was selected is selected again.
    if (passage) selection.select(passage);
  }, [passage, room, selection]);

  const openField = (text: string) => {
    if (passage) {
      selection.hold(true);
      setTyped(text);
    } else if (active) room.open(active.id, 'tag');
  };

  /** Lets go of the selected passage at once, before the application has answered: the next key may select the next one. */
  const letGo = () => {
    if (!passage) return;
    setTyped(null);
    cursor.current = passage.end;
    selection.clear();
    room.focusText();
  };
  /** Codes the target; when that fails (which was told) what was selected is selected again. */
  const code = async (work: (what: Target) => Promise<string | null>, said: string, focus: OpenedCard['focus'] = null) => {
    if (!target) return;
    letGo();
    const id = await work(target);
    if (id === null) {
      if (passage) selection.select(passage);
      return;
    }
    room.say(said);
    if (passage) room.open(id, focus);
  };
  const tag = (tagId: string) => void code((what) => coding.tagWith(what, tagId), `Tagged ${tags.get(tagId)?.name ?? ''}.`);
  const tagLast = () => {
    const last = coding.last ?? coding.slots[0];
    if (last === undefined) openField('');
    else tag(last);
  };
  const withHighlight = (focus: OpenedCard['focus']) => {
    if (passage) void code((what) => coding.code(what.range, null), 'Highlighted.', focus);
    else if (active && focus !== null) room.open(active.id, focus);
  };
  const actions: PassageActions = {
    tag,
    tagNew: (name) => void code((what) => coding.tagWithNew(what, name), `Tagged ${name}.`),
    highlight: () => withHighlight(null),
    note: () => withHighlight('note'),
    evidence: () => target && room.showDialog({ kind: 'evidence', range: target.range }),
    brief: () => target && room.showDialog({ kind: 'brief', range: target.range }),
    copy: () => {
      if (!target) return;
      const text = quoteWithCitation(reading, target.range);
      navigator.clipboard.writeText(text).then(
        () => showToast({ text: 'Copied the passage with its citation.' }),
        () => showToast({ text: 'The clipboard could not be written. Copy the passage with Ctrl+C instead.', tone: 'error' }),
      );
    },
  };

  const readable = useMemo(() => ({ text: reading.text, blocks: reading.blocks, language: reading.document.language }), [reading]);
  const selectRange = (range: TextRange | null) => {
    if (!range) return;
    room.draw(range);
    room.goTo(range, 'unless-seen');
    room.focusText();
    selection.select(range);
    room.say(`Selected: ${shortened(reading.text.slice(range.start, range.end), 200)}`);
  };
  const select = (wanted: SelectionUnit) => {
    const isSame = unit.current === wanted && passage !== null;
    unit.current = wanted;
    if (passage && isSame) selectRange(unitFrom(readable, wanted, passage.end, 1));
    else if (find.hit && find.isOpen) selectRange(unitAt(readable, wanted, find.hit.start));
    else selectRange(unitAt(readable, wanted, passage ? passage.start : nextPlace()));
  };
  /** Where one goes on: behind what was coded last, as long as it is still near; else the top of the window. */
  const nextPlace = () => {
    const at = cursor.current;
    const top = room.top();
    return at !== null && at >= top && at < top + 4000 ? at : top;
  };
  const extend = (wanted: SelectionUnit) => {
    if (!passage) {
      select(wanted);
      return;
    }
    unit.current = wanted;
    const next = unitFrom(readable, wanted, passage.end, 1);
    if (next) selectRange({ start: passage.start, end: next.end });
  };
  const walk = (step: 1 | -1) => {
    const { items } = room.highlights;
    const place = nextPlace();
    const next = active ? items[items.indexOf(active) + step] : step === 1 ? (items.find((each) => each.start >= place) ?? items.at(-1)) : (items.findLast((each) => each.start < place) ?? items[0]);
    if (!next) {
      room.say(items.length === 0 ? 'There is no highlight in this document.' : step === 1 ? 'This is the last highlight.' : 'This is the first highlight.');
      return;
    }
    selection.clear();
    cursor.current = next.end;
    room.openAndSay(next);
  };

  useCommandHandler('reader.tagWithLast', tagLast, target !== null);
  useCommandHandler('reader.tag', () => openField(''), target !== null);
  useCommandHandler('reader.highlight', actions.highlight, passage !== null);
  useCommandHandler('reader.note', actions.note, target !== null);
  useCommandHandler('reader.evidence', actions.evidence, target !== null);
  useCommandHandler('reader.addToBrief', actions.brief, target !== null);
  useCommandHandler('reader.copyCitation', actions.copy, target !== null);
  useCommandHandler('reader.sentence', () => select('sentence'));
  useCommandHandler('reader.extendSentence', () => extend('sentence'));
  useCommandHandler('reader.paragraph', () => select('paragraph'));
  useCommandHandler('reader.extendParagraph', () => extend('paragraph'));
  useCommandHandler('reader.nextHighlight', () => walk(1));
  useCommandHandler('reader.previousHighlight', () => walk(-1));
  useCommandHandler('reader.findNext', () => find.step(1), find.isOpen);
  useCommandHandler('reader.findPrevious', () => find.step(-1), find.isOpen);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isText = event.currentTarget === event.target;
    const taken = passage ? onPassageKey(event, isPlain, isText) : active && isText ? onHighlightKey(event, active) : false;
    if (!taken) return;
    event.preventDefault();
    event.stopPropagation();
  };

  function onPassageKey(event: KeyboardEvent, isPlain: boolean, isText: boolean): boolean {
    const { key } = event;
    if (key === 'Escape') {
      selection.clear();
      room.focusText();
      return true;
    }
    if (!isPlain) return false;
    // Enter and the space bar press the button of the toolbar that has the focus.
    if (key === 'Enter' && isText) tagLast();
    else if (/^[1-9]$/.test(key)) {
      const slot = coding.slots[Number(key) - 1];
      if (slot) tag(slot);
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && !event.shiftKey && isText && unit.current && passage) {
      selectRange(key === 'ArrowDown' ? unitFrom(readable, unit.current, passage.end, 1) : unitFrom(readable, unit.current, passage.start, -1));
    } else if ([...key].length === 1 && /\p{L}/u.test(key) && !commandLetters.test(key) && !(key === doubtLetter && hasDoubts) && key !== 'S' && key !== 'P') openField(key);
    else return false;
    return true;
  }

  function onHighlightKey(event: KeyboardEvent, highlight: ListedAnnotation): boolean {
    const { key } = event;
    const step = { ArrowRight: 1 as const, ArrowLeft: -1 as const }[key];
    if (step !== undefined && event.shiftKey && !event.ctrlKey && !event.metaKey) cards.move(highlight, event.altKey ? 'start' : 'end', step);
    else if (event.ctrlKey || event.metaKey || event.altKey) return false;
    else if (key === 'Enter') room.open(highlight.id, 'note');
    else if (key === 'Escape') room.close();
    else if (key === 'Delete') cards.remove(highlight);
    else if (/^[1-9]$/.test(key)) {
      const slot = coding.slots[Number(key) - 1];
      if (slot) tag(slot);
    } else return false;
    return true;
  }

  return { actions, typed: field, openField, closeField, onKeyDown };
}

