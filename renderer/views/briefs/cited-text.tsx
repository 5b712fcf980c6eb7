// A text of the brief, edited in place: Markdown with its citations as chips. "@" looks a passage up while typing; a chip opens its passage.
// What is typed is kept by itself; taking back the last typing (Ctrl+Z) works inside the text, the steps of the project outside it.

import { Bold, Italic, Link2, List, Quote, TextQuote } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useContext, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { type Reference, writeReferences } from '../../../shared/core/brief.ts';
import { classes, IconButton } from '../../components/button.tsx';
import { matchesKey } from '../../components/keys.ts';
import { carriedPassage } from '../../components/passage-transfer.ts';
import { useTakePassage } from '../../components/use-take-passage.ts';
import { useAutosave } from '../../components/use-autosave.ts';
import { link, navigate } from '../../routes.ts';
import { passagePlace } from '../../components/passage-place.ts';
import { ChoosePassage } from './choose-passage.tsx';
import { draw, read, select, type Selected, selection } from './cited-text-dom.ts';
import { cite, type Edited, insert, prefixLines, typedMention, wrap } from './markdown-edit.ts';
import { Mentions, mentionsOf } from './mentions.tsx';
import { TextTools } from './text-tools.ts';
import { useAnnotations } from './use-annotations.ts';
import { citationLabel } from './words.ts';

export type CitedTextProps = { label: string; stored: string; save: (text: string) => Promise<unknown>; placeholder: string; isSmall?: boolean; autoFocus?: boolean };

/** Milliseconds of typing that one Ctrl+Z takes back. */
const undoPause = 800;

export function CitedText({ label, stored, save, placeholder, isSmall, autoFocus }: CitedTextProps) {
  const annotations = useAnnotations();
  const tools = useContext(TextTools);
  const take = useTakePassage();
  const field = useAutosave(stored, save);
  const root = useRef<HTMLDivElement>(null);
  const past = useRef<{ steps: Edited[]; at: number }>({ steps: [], at: Number.NEGATIVE_INFINITY });
  const before = useRef<Edited>({ text: stored, start: 0, end: 0 });
  const [isFocused, setFocused] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const [mention, setMention] = useState<{ from: number; words: string; left: number; top: number } | null>(null);
  const [marked, mark] = useState(0);
  const lists = useId();
  const matches = useMemo(() => (mention ? mentionsOf(annotations, mention.words) : []), [annotations, mention]);

  const wordsOf = (references: readonly Reference[]) => {
    const found = references.map((reference) => (reference.kind === 'annotation' ? annotations.get(reference.id) : undefined));
    const labels = references.map((reference, index) => {
      const annotation = found[index];
      if (annotation) return reference.locator ? `${citationLabel({ ...annotation, page: null })}, ${reference.locator}` : citationLabel(annotation);
      return reference.kind === 'document' ? `a document${reference.locator ? `, ${reference.locator}` : ''}` : 'source missing';
    });
    const isMissing = references.some((reference, index) => reference.kind === 'annotation' && !found[index]);
    return { label: labels.join('; '), title: isMissing ? 'The cited passage is no longer in the project.' : found[0] ? `${passagePlace(found[0])}: “${found[0].quote.slice(0, 300)}”` : 'Opens the document', isMissing };
  };

  // The element is drawn again only for what was not typed into it: undo, another window, chips whose passages have come.
  const drawnFor = useRef<unknown>(null);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element || (drawnFor.current === annotations && read(element).trimEnd() === field.text.trimEnd())) return;
    drawnFor.current = annotations;
    const place = document.activeElement === element ? selection(element) : null;
    draw(element, field.text, wordsOf);
    if (place) select(element, place);
    before.current = { text: field.text, start: 0, end: 0 };
  });
  useEffect(() => {
    if (autoFocus) root.current?.focus();
  }, [autoFocus]);

  const now = (): Edited => {
    const text = root.current ? read(root.current) : field.text;
    return { text, ...((root.current && selection(root.current)) ?? { start: text.length, end: text.length }) };
  };
  const remember = () => {
    const { steps, at } = past.current;
    const moment = performance.now();
    if (steps.length === 0 || moment - at > undoPause) steps.push(before.current);
    past.current = { steps: steps.slice(-200), at: moment };
  };
  const put = (edited: Edited) => {
    const element = root.current;
    if (!element) return;
    draw(element, edited.text, wordsOf);
    element.focus();
    select(element, edited);
    before.current = edited;
    field.setText(edited.text);
  };
  const change = (edit: (edited: Edited) => Edited) => {
    past.current.at = Number.NEGATIVE_INFINITY;
    before.current = now();
    remember();
    past.current.at = Number.NEGATIVE_INFINITY;
    setMention(null);
    put(edit(lastPlace.current && document.activeElement !== root.current ? { ...now(), ...lastPlace.current } : now()));
  };
  const lastPlace = useRef<Selected | null>(null);

  const onInput = () => {
    remember();
    const edited = now();
    before.current = edited;
    field.setText(edited.text);
    const typed = edited.start === edited.end ? typedMention(edited.text, edited.start) : null;
    mark(0);
    setMention(typed && root.current ? { ...typed, ...caretPlace(root.current) } : null);
  };
  const takeMention = (index: number) => {
    const chosen = matches[index];
    if (!mention || !chosen) return;
    const { from } = mention;
    change((edited) => cite({ text: edited.text, start: from, end: edited.end }, reference(chosen.id)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { nativeEvent } = event;
    if (mention && matches.length > 0) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) mark((marked + step + matches.length) % matches.length);
      else if (event.key === 'Enter' || event.key === 'Tab') takeMention(marked);
      else if (event.key === 'Escape') setMention(null);
      else return;
    } else if (matchesKey(nativeEvent, 'Alt+F10')) tools?.querySelector('button')?.focus();
    else if (matchesKey(nativeEvent, 'CmdOrCtrl+B')) change((edited) => wrap(edited, '**'));
    else if (matchesKey(nativeEvent, 'CmdOrCtrl+I')) change((edited) => wrap(edited, '*'));
    else if (matchesKey(nativeEvent, 'CmdOrCtrl+Z')) {
      const last = past.current.steps.pop();
      past.current.at = Number.NEGATIVE_INFINITY;
      if (last) put(last);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey && !nativeEvent.isComposing) change((edited) => insert(edited, '\n'));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    const passage = carriedPassage(event.clipboardData);
    if (passage) {
      void take(passage).then((id) => id !== null && change((edited) => cite(insert(edited, passage.words), reference(id))));
      return;
    }
    const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');
    change((edited) => insert(edited, text));
  };
  const onCopy = (event: ClipboardEvent) => {
    const { text, start, end } = now();
    if (start === end) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text.slice(start, end));
    if (event.type === 'cut') change((edited) => insert(edited, ''));
  };
  const onClick = (event: MouseEvent) => {
    const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('.brief-citation') : null;
    const annotation = annotations.get(chip?.dataset['annotation'] ?? '');
    const documentId = annotation?.documentId ?? chip?.dataset['document'];
    if (documentId) navigate(link.reader(documentId, annotation ?? null));
  };

  return (
    <div
      className={classes('brief-text', isSmall && 'brief-text-small')}
      onFocus={() => setFocused(true)}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget) || tools?.contains(event.relatedTarget)) return;
        setFocused(false);
        setMention(null);
        field.flush();
      }}
    >
      <div
        ref={root}
        className="brief-text-field"
        role="textbox"
        aria-multiline
        aria-label={label}
        aria-placeholder={placeholder}
        aria-controls={mention ? lists : undefined}
        aria-activedescendant={mention && matches.length > 0 ? `${lists}-${marked}` : undefined}
        data-placeholder={placeholder}
        data-empty={field.text.trim() === '' || undefined}
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        spellCheck
        onInput={onInput}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onCopy={onCopy}
        onCut={onCopy}
        onDrop={(event) => event.preventDefault()}
        onClick={onClick}
        onBlur={() => (lastPlace.current = root.current && selection(root.current))}
      />
      {mention && <Mentions id={lists} matches={matches} marked={marked} left={mention.left} top={mention.top} onTake={takeMention} hasAny={annotations.size > 0} />}
      {isFocused && tools && createPortal(
        <span role="group" aria-label={`Write ${label.toLowerCase()}`} className="brief-text-tools">
          <IconButton icon={Bold} label="Bold" keys="CmdOrCtrl+B" onPress={() => change((edited) => wrap(edited, '**'))} />
          <IconButton icon={Italic} label="Italic" keys="CmdOrCtrl+I" onPress={() => change((edited) => wrap(edited, '*'))} />
          <IconButton icon={List} label="List" onPress={() => change((edited) => prefixLines(edited, '- '))} />
          <IconButton icon={TextQuote} label="Indented quotation" onPress={() => change((edited) => prefixLines(edited, '> '))} />
          <IconButton icon={Link2} label="Web address" onPress={() => change((edited) => insert(edited, `[${edited.text.slice(edited.start, edited.end) || 'words'}](https://)`))} />
          <IconButton icon={Quote} label="Cite a passage (type @ in the text)" onPress={() => setChoosing(true)} />
        </span>,
        tools,
      )}
      {isChoosing && (
        <ChoosePassage
          title="Cite a passage"
          verb="Cite"
          onClose={() => setChoosing(false)}
          onChoose={(ids) => {
            setChoosing(false);
            // The dialog gives the focus back first.
            requestAnimationFrame(() => change((edited) => cite(edited, writeReferences(ids.map((id) => ({ kind: 'annotation', id, locator: '' }))))));
          }}
        />
      )}
    </div>
  );
}

function reference(id: string): string {
  return writeReferences([{ kind: 'annotation', id, locator: '' }]);
}

/** Below the caret, in pixels from the corner of the text's frame. */
function caretPlace(root: HTMLElement): { left: number; top: number } {
  const range = document.getSelection()?.getRangeAt(0).cloneRange();
  const frame = root.getBoundingClientRect();
  const box = range?.getClientRects()[0] ?? frame;
  return { left: Math.max(0, Math.min(box.left - frame.left, frame.width - 380)), top: box.bottom - frame.top + 4 };
}
