// One highlight of the review: the passage as it stood beside the place it may have now, with what differs; other places to choose from.

import { BookOpen, Check, EyeOff, MapPin, Trash2 } from 'lucide-react';
import type { Doubt, Excerpt } from '../../../shared/core/version.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button, KeyboardHint } from '../../components/button.tsx';
import { Link } from '../../components/link.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { TagChip } from '../../components/marks.tsx';
import { WordChanges } from '../../components/versions/word-changes.tsx';
import { link } from '../../routes.ts';
import { percent, reasonWords } from './doubt-words.ts';

export type DoubtActions = { choose: (index: number) => void; accept: () => void; placeByHand: () => void; leave: () => void; remove: () => void };

export function DoubtDetail({ doubt, chosen, actions }: { doubt: Doubt; chosen: number; actions: DoubtActions }) {
  const { annotation, was, candidates, reason, documentTitle, isLeft } = doubt;
  const tags = useQuery('tags.list', {}).data ?? [];
  const own = tags.filter((tag) => annotation.tagIds.includes(tag.id));
  const candidate = candidates[chosen] ?? null;
  const words = reasonWords[reason];
  const isArea = annotation.area !== null;
  return (
    <article className="doubt" aria-label={words.name}>
      <header className="doubt-head">
        <h2>{words.name}</h2>
        <p className="faint">
          {words.sentence} <Link to={link.reader(annotation.documentId, candidate ?? { start: annotation.start, end: annotation.end })}>{documentTitle}</Link>
        </p>
        {(own.length > 0 || annotation.note !== '') && (
          <div className="doubt-own">
            {own.map((tag) => (
              <TagChip key={tag.id} name={tag.name} colour={tag.colour} />
            ))}
            {annotation.note !== '' && <Markdown text={annotation.note.slice(0, 600)} />}
          </div>
        )}
      </header>
      <div className="doubt-sides">
        <section className="doubt-side" aria-label="As it stood">
          <h3 className="label">As it stood{was.page !== null && `, p. ${was.page.toLocaleString('en')}`}</h3>
          <Passage excerpt={was.excerpt}>{candidate && !isArea ? <WordChanges older={was.excerpt.text} newer={candidate.excerpt.text} side="older" /> : isArea ? annotation.quote : was.excerpt.text}</Passage>
        </section>
        <section className="doubt-side" aria-label="Where it may stand now">
          <h3 className="label">
            {candidate ? 'Where it may stand now' : 'No place in the new text'}
            {candidate && candidate.page !== null && `, p. ${candidate.page.toLocaleString('en')}`}
          </h3>
          {candidate ? (
            <Passage excerpt={candidate.excerpt}>{isArea ? candidate.excerpt.text : <WordChanges older={was.excerpt.text} newer={candidate.excerpt.text} side="newer" />}</Passage>
          ) : (
            <p className="faint">Place it by hand where the text now says it, leave it lost, or delete it.</p>
          )}
        </section>
      </div>
      {candidates.length > 1 && (
        <ol className="doubt-candidates" aria-label="Places it may have">
          {candidates.map((each, index) => (
            <li key={each.start}>
              <button type="button" className="doubt-candidate" aria-pressed={index === chosen} onClick={() => actions.choose(index)}>
                <KeyboardHint keys={String(index + 1)} />
                <span className="figures doubt-percent">{percent(each.similarity)}</span>
                <span className="truncate">
                  {each.page !== null && <span className="faint">p. {each.page} </span>}
                  {each.excerpt.text.replace(/\s+/g, ' ')}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <div className="doubt-actions">
        {candidate && (
          <Button kind="primary" icon={Check} onPress={actions.accept}>
            {isArea ? 'It is the same' : 'Accept this place'} <KeyboardHint keys="Enter" />
          </Button>
        )}
        {!isArea && (
          <Button icon={MapPin} onPress={actions.placeByHand}>
            Place by hand… <KeyboardHint command="doubts.place" />
          </Button>
        )}
        {!isLeft && (
          <Button icon={EyeOff} onPress={actions.leave}>
            Leave lost <KeyboardHint command="doubts.leave" />
          </Button>
        )}
        <Button icon={Trash2} onPress={actions.remove}>
          Delete <KeyboardHint keys="Delete" />
        </Button>
        <Link to={link.reader(annotation.documentId, candidate ?? { start: annotation.start, end: annotation.end })} className="doubt-read">
          <BookOpen size={14} aria-hidden /> Read
        </Link>
      </div>
    </article>
  );
}

function Passage({ excerpt, children }: { excerpt: Excerpt; children: React.ReactNode }) {
  return (
    <p className="doubt-passage">
      <span className="faint">{excerpt.before.replace(/^\S*\s/, '… ')}</span>
      <mark className="doubt-mark">{children}</mark>
      <span className="faint">{excerpt.after.replace(/\s\S*$/, ' …')}</span>
    </p>
  );
}
