// A highlight in the margin: its tags and note; opened, everything that can be changed of it.

import { ArrowLeftToLine, ArrowRightToLine, ChevronsLeft, ChevronsRight, ListChecks, type LucideIcon, MoveLeft, MoveRight, Palette, Plus, Scaling, SquareDashed, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { type ListedAnnotation, tagColours } from '../../../shared/core/annotation.ts';
import type { CommandId } from '../../../shared/core/command-list.ts';
import type { FindingSummary } from '../../../shared/core/finding.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { classes, IconButton } from '../../components/button.tsx';
import { runCommand } from '../../components/commands.tsx';
import { dateAndTime } from '../../components/dates.ts';
import { TextField } from '../../components/fields.tsx';
import { Link } from '../../components/link.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { TagChip, TagSwatch } from '../../components/marks.tsx';
import { Menu } from '../../components/menu.tsx';
import { AnchorMark, AnchorNote } from '../../components/versions/anchor-note.tsx';
import { useAutosave } from '../../components/use-autosave.ts';
import { link, navigate } from '../../routes.ts';
import { colourOf, shortened } from './highlight-words.ts';
import { AreaPicture } from './pages/area-picture.tsx';
import { TagChooser } from '../../components/tag-chooser.tsx';

export type CardActions = {
  open: (annotation: ListedAnnotation) => void;
  close: () => void;
  /** Back to the text; the highlight stays opened. */
  leave: () => void;
  /** Fills what is dragged with it. */
  drag: (transfer: DataTransfer, annotation: ListedAnnotation) => void;
  tag: (annotation: ListedAnnotation, tagId: string) => void;
  tagNew: (annotation: ListedAnnotation, name: string) => void;
  untag: (annotation: ListedAnnotation, tagId: string) => void;
  setNote: (id: string, note: string) => Promise<unknown>;
  setColour: (id: string, colour: ListedAnnotation['colour']) => void;
  /** Of an area: what it shows, in words. */
  describe: (id: string, description: string) => Promise<unknown>;
  /** Of an area: draws its rectangle anew. */
  reshape: (annotation: ListedAnnotation) => void;
  evidence: (annotation: ListedAnnotation) => void;
  remove: (annotation: ListedAnnotation) => void;
};

type CardProps = {
  annotation: ListedAnnotation;
  tags: ReadonlyMap<string, TagWithCount>;
  findings: readonly FindingSummary[];
  recent: readonly string[];
  isOpen: boolean;
  /** The part that takes the focus when the card opens. */
  focus: 'note' | 'tag' | null;
  actions: CardActions;
};

export const AnnotationCard = memo(function AnnotationCard(props: CardProps) {
  const { annotation, tags, isOpen, actions } = props;
  if (isOpen) return <OpenCard key={annotation.id} {...props} />;
  const own = annotation.tagIds.flatMap((id) => tags.get(id) ?? []);
  const serves = annotation.findingIds.length;
  return (
    <div className={classes('annotation-card', `colour-${colourOf(annotation, tags)}`)} draggable={annotation.area === null} onDragStart={(event) => actions.drag(event.dataTransfer, annotation)}>
      {/* The whole card is the pointer's target; the words in it are the button for everybody else. */}
      <button type="button" className="annotation-card-button" onClick={() => actions.open(annotation)}>
        {annotation.area && (
          <span className="annotation-card-area">
            <SquareDashed size={12} aria-hidden /> {shortened(annotation.quote, 80)}
          </span>
        )}
        {own.length === 0 ? (
          annotation.area === null && <span className="annotation-card-quote faint" dir="auto">“{shortened(annotation.quote, 80)}”</span>
        ) : (
          <span className="annotation-card-tags">
            {own.map((tag) => (
              <span key={tag.id} className="annotation-card-tag">
                <TagSwatch colour={tag.colour} />
                <bdi className="truncate">{tag.name}</bdi>
              </span>
            ))}
          </span>
        )}
        <AnchorMark state={annotation.anchorState} />
        {serves > 0 && <span className="faint annotation-card-serves">→ {serves === 1 ? '1 finding' : `${String(serves)} findings`}</span>}
      </button>
      {annotation.note.trim() !== '' && <Markdown className="annotation-card-note" text={annotation.note.slice(0, 600)} />}
    </div>
  );
});

function OpenCard({ annotation, tags, findings, recent, focus, actions }: CardProps) {
  const own = annotation.tagIds.flatMap((id) => tags.get(id) ?? []);
  const serves = findings.filter((finding) => annotation.findingIds.includes(finding.id));
  return (
    <section className={classes('annotation-card annotation-card-open', `colour-${colourOf(annotation, tags)}`)} aria-label={annotation.area ? 'Area' : 'Highlight'} onKeyDown={(event) => event.key === 'Escape' && actions.leave()}>
      {annotation.area ? (
        <>
          <AreaPicture area={annotation.area} description={annotation.quote} />
          <Description annotation={annotation} describe={actions.describe} />
        </>
      ) : (
        <p className="annotation-card-quote" dir="auto">“{shortened(annotation.quote, 160)}”</p>
      )}
      <AnchorNote annotation={annotation} />
      <Tags annotation={annotation} own={own} tags={tags} recent={recent} isAdding={focus === 'tag'} actions={actions} />
      <Note annotation={annotation} hasFocus={focus === 'note'} setNote={actions.setNote} />
      {serves.length > 0 && (
        <ul className="annotation-card-findings" aria-label="Findings">
          {serves.map((finding) => (
            <li key={finding.id}>
              → <Link to={link.findings(finding.id)}>{shortened(finding.claim, 90)}</Link>
            </li>
          ))}
        </ul>
      )}
      <div className="annotation-card-foot">
        <span className="faint truncate">{[annotation.page === null ? null : `p. ${String(annotation.page)}`, annotation.author, dateAndTime(annotation.createdAt)].filter(Boolean).join(' · ')}</span>
        <span className="annotation-card-tools">
          {annotation.area ? (
            <IconButton icon={Scaling} label="Change the area" onPress={() => actions.reshape(annotation)} />
          ) : (
            <Menu label="Place" entries={placeEntries}>
              <IconButton icon={ArrowRightToLine} label="Change where it begins and ends" />
            </Menu>
          )}
          <Menu label="Colour" entries={colours(annotation, actions)}>
            <IconButton icon={Palette} label="Colour" />
          </Menu>
          <IconButton icon={ListChecks} label="Use as evidence" command="reader.evidence" onPress={() => actions.evidence(annotation)} />
          <IconButton icon={Trash2} label="Delete highlight" keys="Delete" onPress={() => actions.remove(annotation)} />
        </span>
      </div>
    </section>
  );
}

function Tags({ annotation, own, tags, recent, isAdding, actions }: { annotation: ListedAnnotation; own: readonly TagWithCount[]; tags: ReadonlyMap<string, TagWithCount>; recent: readonly string[]; isAdding: boolean; actions: CardActions }) {
  const [adding, setAdding] = useState(isAdding);
  const all = [...tags.values()];
  return (
    <div className="annotation-card-chips">
      {own.map((tag) => (
        <TagChip key={tag.id} name={tag.name} colour={tag.colour} onPress={() => navigate(link.codebook(tag.id))} onRemove={() => actions.untag(annotation, tag.id)} />
      ))}
      {adding ? (
        <TagChooser
          tags={all}
          recent={recent}
          taken={annotation.tagIds}
          onChoose={(id) => {
            setAdding(false);
            actions.tag(annotation, id);
          }}
          onCreate={(name) => {
            setAdding(false);
            actions.tagNew(annotation, name);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <IconButton icon={Plus} label="Add a tag" command="reader.tag" onPress={() => setAdding(true)} />
      )}
    </div>
  );
}

/** What an area shows: it stands where a passage has its words. */
function Description({ annotation, describe }: { annotation: ListedAnnotation; describe: CardActions['describe'] }) {
  const description = useAutosave(annotation.quote, (text) => describe(annotation.id, text));
  return <TextField label="Description" hideLabel value={description.text} onChange={description.setText} onBlur={description.flush} placeholder="What it shows" />;
}

function Note({ annotation, hasFocus, setNote }: { annotation: ListedAnnotation; hasFocus: boolean; setNote: CardActions['setNote'] }) {
  const note = useAutosave(annotation.note, (text) => setNote(annotation.id, text));
  const lines = Math.min(12, Math.max(2, note.text.split('\n').length, Math.ceil(note.text.length / 40)));
  return <TextField label="Note" hideLabel value={note.text} onChange={note.setText} onBlur={note.flush} lines={lines} placeholder="Note (Markdown)" autoFocus={hasFocus} />;
}

function colours(annotation: ListedAnnotation, actions: CardActions) {
  return [
    { id: 'tag', label: 'As its first tag', isOn: annotation.colour === null, onAction: () => actions.setColour(annotation.id, null) },
    'separator' as const,
    ...tagColours.map((colour) => ({ id: colour, label: colour, isOn: annotation.colour === colour, onAction: () => actions.setColour(annotation.id, colour) })),
  ];
}

const places = [
  { id: 'end-more', label: 'End a word later', icon: ChevronsRight, command: 'reader.wordMore' },
  { id: 'end-less', label: 'End a word earlier', icon: ChevronsLeft, command: 'reader.wordLess' },
  { id: 'end-sentence', label: 'End a sentence later', icon: ChevronsRight, command: 'reader.extendSentence' },
  { id: 'start-more', label: 'Begin a word earlier', icon: ArrowLeftToLine, command: 'reader.beginEarlier' },
  { id: 'start-less', label: 'Begin a word later', icon: ArrowRightToLine, command: 'reader.beginLater' },
  { id: 'earlier', label: 'Move it a word earlier', icon: MoveLeft, command: 'reader.moveEarlier' },
  { id: 'later', label: 'Move it a word later', icon: MoveRight, command: 'reader.moveLater' },
] as const satisfies readonly { id: string; label: string; icon: LucideIcon; command: CommandId }[];

/** What keys do with the highlight in hand. */
const placeEntries = places.map((place) => ({ ...place, onAction: () => void runCommand(place.command) }));
