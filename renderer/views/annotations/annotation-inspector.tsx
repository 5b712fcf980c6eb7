// The highlight in hand, whole: its passage in its sentence, note, tags, the findings it serves, and what was done to it.

import { BookOpen, Pencil, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AnnotationDetail } from '../../../shared/core/annotation-list.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button, classes, IconButton } from '../../components/button.tsx';
import { dateAndTime } from '../../components/dates.ts';
import { TextField } from '../../components/fields.tsx';
import { Link } from '../../components/link.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { TagChip } from '../../components/marks.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { PanelHead, PanelSection } from '../../components/panels.tsx';
import { StanceSign } from '../../components/stance.tsx';
import { useAutosave } from '../../components/use-autosave.ts';
import { AnchorNote } from '../../components/versions/anchor-note.tsx';
import { link, navigate } from '../../routes.ts';
import { colourOf } from '../reader/highlight-words.ts';
import { addressOfRow } from './row-words.ts';
import { highlightsWord } from './words.ts';

type InspectorProps = {
  /** Null: none, or several, in hand. */
  id: string | null;
  chosen: number;
  tags: ReadonlyMap<string, TagWithCount>;
  onTag: () => void;
};

export function AnnotationInspector({ id, chosen, tags, onTag }: InspectorProps) {
  const settled = useSettled(id);
  const detail = useQuery('annotationList.detail', { id: settled ?? '' }, { enabled: settled !== null });
  // The one before stays until the next has come: nothing flickers while the list is walked.
  const shown = id === null ? null : (detail.data ?? null);
  return (
    <>
      <PanelHead title={chosen > 1 ? highlightsWord(chosen) : 'Highlight'}>{shown && <IconButton icon={BookOpen} label="Read it in its document" keys="Enter" onPress={() => navigate(addressOfRow(shown.annotation))} />}</PanelHead>
      {detail.errorSentence && id !== null && <ErrorNote onRetry={detail.refetch}>{detail.errorSentence}</ErrorNote>}
      {shown ? (
        <Detail key={shown.annotation.id} detail={shown} tags={tags} onTag={onTag} />
      ) : (
        (id === null || detail.data === null) && (
          <PanelSection>
            <p className="faint">{chosen > 1 ? 'Tag, colour, delete or export them together, or use them as evidence.' : 'Choose a highlight to see it whole.'}</p>
          </PanelSection>
        )
      )}
    </>
  );
}

/** Milliseconds a highlight is in hand before it is fetched whole: walking the list must not ask for each. */
const settling = 120;

function useSettled(id: string | null): string | null {
  const [settled, setSettled] = useState(id);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(id), settling);
    return () => clearTimeout(timer);
  }, [id]);
  return settled;
}

/** Longer notes are shown in part: laying out a pasted book as Markdown would stop the window. */
const longestNote = 20_000;

function Detail({ detail: { annotation, before, after, citation, findings, history }, tags, onTag }: { detail: AnnotationDetail; tags: ReadonlyMap<string, TagWithCount>; onTag: () => void }) {
  const untag = useCommand('annotations.untag');
  const own = annotation.tagIds.flatMap((tagId) => tags.get(tagId) ?? []);
  return (
    <>
      <PanelSection>
        <p className={classes('annotations-words', `colour-${colourOf(annotation, tags)}`)} dir="auto">
          {annotation.area && <span className="faint">Area of page {annotation.area.page}. </span>}
          {before !== '' && <span className="annotations-around">{before}</span>}
          <mark className="annotations-mark">{annotation.quote}</mark>
          {after !== '' && <span className="annotations-around">{after}</span>}
        </p>
        <p className="annotations-citation">
          <Link to={addressOfRow(annotation)}>{citation}</Link>
        </p>
        <AnchorNote annotation={annotation} />
      </PanelSection>
      <PanelSection title="Tags">
        <div className="annotations-own-tags">
          {own.map((tag) => (
            <TagChip key={tag.id} name={tag.name} colour={tag.colour} onPress={() => navigate(link.codebook(tag.id))} onRemove={() => void untag.run({ ids: [annotation.id], tagIds: [tag.id] })} />
          ))}
          <IconButton icon={Plus} label="Add a tag" command="annotations.tag" onPress={onTag} />
        </div>
      </PanelSection>
      <Note id={annotation.id} note={annotation.note} />
      {findings.length > 0 && (
        <PanelSection title="Findings">
          <ul className="annotations-findings">
            {findings.map((finding) => (
              <li key={finding.id}>
                <StanceSign stance={finding.stance} /> <Link to={link.findings(finding.id)}>{finding.claim}</Link>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      <PanelSection title="History">
        <ul className="annotations-history">
          {history.map((step) => (
            <li key={`${step.madeAt} ${step.label}`}>
              <span>{step.label}</span>
              <span className="faint">{[step.author, dateAndTime(step.madeAt)].filter(Boolean).join(', ')}</span>
            </li>
          ))}
          {history.length === 0 && (
            <li>
              <span>Made</span>
              <span className="faint">{[annotation.author, dateAndTime(annotation.createdAt)].filter(Boolean).join(', ')}</span>
            </li>
          )}
        </ul>
      </PanelSection>
    </>
  );
}

function Note({ id, note }: { id: string; note: string }) {
  const update = useCommand('annotations.update');
  const [isEdited, setEdited] = useState(false);
  const saved = useAutosave(note, (text) => update.run({ id, note: text }));
  const close = () => {
    saved.flush();
    setEdited(false);
  };
  return (
    <PanelSection title="Note">
      {isEdited ? (
        <div className="annotations-note-edit">
          <TextField label="Note" hideLabel lines={6} value={saved.text} onChange={saved.setText} onBlur={saved.flush} onCancel={close} onSubmit={close} placeholder="Note (Markdown)" autoFocus />
          <Button kind="quiet" onPress={close}>
            Done
          </Button>
        </div>
      ) : (
        <>
          {note.trim() !== '' && <Markdown className="annotations-note" text={note.slice(0, longestNote)} />}
          {note.length > longestNote && (
            <p className="faint">
              The first {longestNote.toLocaleString('en')} of {note.length.toLocaleString('en')} characters.
            </p>
          )}
          <Button kind="quiet" icon={Pencil} className="annotations-note-button" onPress={() => setEdited(true)}>
            {note.trim() === '' ? 'Write a note' : 'Edit the note'}
          </Button>
        </>
      )}
    </PanelSection>
  );
}
