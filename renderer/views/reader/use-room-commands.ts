// What keys, menu, palette and toolbar do in the reading room. A command means the selected passage; without one, the opened highlight.

import { type KeyboardEvent, useCallback, useState } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { CommandId } from '../../../shared/core/command-list.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { isKeyOf, useCommandHandler } from '../../components/commands.tsx';
import { showToast } from '../../components/toasts.ts';
import type { CardActions } from './annotation-card.tsx';
import type { OpenedCard } from './highlight-margin.tsx';
import type { Intervals } from './intervals.ts';
import type { PassageActions } from './passage-toolbar.tsx';
import type { Coding, Target } from './use-coding.ts';
import type { Extent } from './use-extent.ts';
import type { Find } from './use-find.ts';
import type { PassageCopy } from './use-passage-copy.ts';
import type { PassageSelection } from './use-passage-selection.ts';
import { usePassageSteps } from './use-passage-steps.ts';
import { useWalk } from './use-walk.ts';
import type { Going } from './use-going-on.ts';

type Room = {
  reading: DocumentReading;
  highlights: Intervals<ListedAnnotation>;
  tags: ReadonlyMap<string, TagWithCount>;
  selection: PassageSelection;
  coding: Coding;
  active: ListedAnnotation | null;
  extent: Extent;
  copy: PassageCopy;
  cards: CardActions;
  find: Find;
  going: Going;
  draw: (range: TextRange) => void;
  goTo: (range: TextRange, how?: 'always' | 'unless-seen') => void;
  open: (id: string, focus?: OpenedCard['focus']) => void;
  close: () => void;
  openAndSay: (annotation: ListedAnnotation) => void;
  say: (message: string) => void;
  showDialog: (dialog: { kind: 'evidence' | 'brief'; range: TextRange; annotationId?: string }) => void;
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
  /** The end of what is in hand that the arrows move. */
  side: 'start' | 'end';
};

/** What keys mean while a passage is selected; any other letter begins the name of a tag. */
const passageCommands: readonly CommandId[] = [
  'reader.tagWithLast', 'reader.tag', 'reader.note', 'reader.evidence', 'reader.copyCitation', 'reader.highlight', 'reader.addToBrief',
  'reader.word', 'reader.sentence', 'reader.extendSentence', 'reader.paragraph', 'reader.extendParagraph', 'reader.otherEnd',
  'reader.nextHighlight', 'reader.previousHighlight', 'reader.nextDoubt', 'reader.previousDoubt',
];

export function useRoomCommands(room: Room): RoomCommands {
  const { reading, selection, coding, active, cards, find, tags } = room;
  const { passage } = selection;
  const [typed, setTyped] = useState<string | null>(null);
  const target = passage ? { range: passage, annotation: null } : active ? { range: active, annotation: active } : null;
  const field = passage ? typed : null;

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
    room.going.from(passage.end);
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
    evidence: () => target && room.showDialog({ kind: 'evidence', range: target.range, ...(target.annotation && { annotationId: target.annotation.id }) }),
    brief: () => target && room.showDialog({ kind: 'brief', range: target.range, ...(target.annotation && { annotationId: target.annotation.id }) }),
    copy: () => {
      if (!target) return;
      if (room.copy.withCitation()) showToast({ text: 'Copied the passage with its citation.' });
      else showToast({ text: 'The clipboard could not be written. Copy the passage with Ctrl+C instead.', tone: 'error' });
    },
  };

  const select = (range: TextRange) => {
    room.draw(range);
    room.goTo(range, 'unless-seen');
    room.focusText();
    selection.select(range);
  };
  const steps = usePassageSteps({ reading, passage, extent: room.extent, find, place: room.going.place, select, say: room.say });
  useWalk({
    highlights: room.highlights,
    active,
    place: room.going.place,
    hasLeft: room.going.hasLeft,
    say: room.say,
    onWalk: (annotation) => {
      selection.clear();
      room.going.from(annotation.end);
      room.openAndSay(annotation);
    },
  });

  useCommandHandler('reader.tagWithLast', tagLast, target !== null);
  useCommandHandler('reader.tag', () => openField(''), target !== null);
  useCommandHandler('reader.highlight', actions.highlight, passage !== null);
  useCommandHandler('reader.note', actions.note, target !== null);
  useCommandHandler('reader.evidence', actions.evidence, target !== null);
  useCommandHandler('reader.addToBrief', actions.brief, target !== null);
  useCommandHandler('reader.copyCitation', actions.copy, target !== null);
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
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && !event.shiftKey && isText) return steps.walkUnit(key === 'ArrowDown' ? 1 : -1);
    else if ([...key].length === 1 && /\p{L}/u.test(key) && !isKeyOf(event.nativeEvent, passageCommands)) openField(key);
    else return false;
    return true;
  }

  function onHighlightKey(event: KeyboardEvent, highlight: ListedAnnotation): boolean {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (key === 'Enter') room.open(highlight.id, 'note');
    else if (key === 'Escape') room.close();
    else if (key === 'Delete') cards.remove(highlight);
    else if (/^[1-9]$/.test(key)) {
      const slot = coding.slots[Number(key) - 1];
      if (slot) tag(slot);
    } else return false;
    return true;
  }

  return { actions, typed: field, openField, closeField, onKeyDown, side: steps.side };
}

