// The passages of a tag and of the tags below it, by document. Each opens in the reader; several can be tagged or freed at once.

import { Minus, Plus } from 'lucide-react';
import { memo, useCallback, useMemo, useState } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import { idsWithin, type TagWithCount } from '../../../shared/core/tag.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button } from '../../components/button.tsx';
import { Quoted } from '../../components/quoted.tsx';
import { Popover } from '../../components/dialog.tsx';
import { Checkbox, SearchField } from '../../components/fields.tsx';
import { Link } from '../../components/link.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { Chip, TagChip, TagSwatch } from '../../components/marks.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { showToast } from '../../components/toasts.ts';
import { link, navigate, type UsePlace } from '../../routes.ts';
import { TagChooser } from '../../components/tag-chooser.tsx';
import { passagesWord } from './words.ts';

/** Drawn at a time; more on request. */
const pageSize = 200;

/** Fetched at most; beyond it the filters of place narrow. */
const mostFetched = 5000;

export function TagPassages({ tag, tags, place }: { tag: TagWithCount; tags: readonly TagWithCount[]; place: UsePlace }) {
  const passages = useQuery('tags.passages', { tagId: tag.id, ...place, limit: mostFetched }, { keepPrevious: false });
  const countries = useQuery('countries.list', {}).data;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(pageSize);
  const within = useMemo(() => new Set(idsWithin(tags, tag.id)), [tags, tag.id]);
  const tagsById = useMemo(() => new Map(tags.map((each) => [each.id, each])), [tags]);
  const all = passages.data?.passages;
  const total = passages.data?.total ?? 0;
  const found = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    return (all ?? []).filter((each) => `${each.quote} ${each.note} ${each.documentTitle} ${each.year ?? ''} ${each.section ?? ''}`.toLocaleLowerCase().includes(wanted));
  }, [all, text]);
  const groups = useMemo(() => [...Map.groupBy(found.slice(0, shown), (each) => each.documentId)], [found, shown]);
  const choose = useCallback((id: string, isOn: boolean) => setChosen((known) => new Set(isOn ? [...known, id] : [...known].filter((other) => other !== id))), []);

  if (passages.errorSentence) return <ErrorNote onRetry={passages.refetch}>{passages.errorSentence}</ErrorNote>;
  if (!all) return <Waiting />;
  const isNarrowed = Object.keys(place).length > 0;
  const country = place.country && (countries?.find((each) => each.iso3 === place.country)?.name ?? place.country);
  const placeName = place.documentId !== undefined ? (all[0]?.documentTitle ?? 'This document') : place.year !== undefined ? (place.year ?? 'No year') : (country ?? 'No country');
  const picked = found.filter((each) => chosen.has(each.id));
  return (
    <>
      <Toolbar label="Passages">
        <h2 className="codebook-title truncate">
          <TagSwatch colour={tag.colour} /> <bdi className="truncate">{tag.name}</bdi> <span className="faint codebook-title-count">{passagesWord(total)}</span>
        </h2>
        {isNarrowed && (
          <Chip onRemove={() => navigate(link.codebook(tag.id))} removeLabel="Show all passages">
            {placeName}
          </Chip>
        )}
        <ToolbarSpace />
        {picked.length > 0 ? <BulkActions picked={picked} tag={tag} tags={tags} within={within} onDone={() => setChosen(new Set())} /> : <SearchField label="Filter passages" className="codebook-find" value={text} onChange={setText} />}
      </Toolbar>
      {all.length === 0 ? (
        <EmptyState title={isNarrowed ? 'No passage here has this tag' : tag.isCodable ? 'No passage has this tag yet' : 'No passage has a tag below this heading yet'}>Select a passage in the reader and type its name, or press its digit.</EmptyState>
      ) : (
        <div className="codebook-passages">
          {total > all.length && <p className="faint">The first {all.length.toLocaleString('en')} of {total.toLocaleString('en')} are listed; choose a country, year or document to see the others.</p>}
          {found.length === 0 && <p className="faint">No passage fits this filter.</p>}
          {groups.map(([documentId, own]) => (
            <DocumentPassages key={documentId} passages={own} chosen={chosen} choose={choose} setChosen={setChosen} within={within} tags={tagsById} own={tag.id} />
          ))}
          {found.length > shown && (
            <p>
              <Button onPress={() => setShown(shown + pageSize)}>
                Show {Math.min(pageSize, found.length - shown)} more of {found.length.toLocaleString('en')}
              </Button>
            </p>
          )}
        </div>
      )}
    </>
  );
}

type Choosing = { chosen: ReadonlySet<string>; choose: (id: string, isOn: boolean) => void };

function DocumentPassages({ passages, chosen, choose, setChosen, within, tags, own }: Choosing & { passages: readonly ListedAnnotation[]; setChosen: (ids: ReadonlySet<string>) => void; within: ReadonlySet<string>; tags: ReadonlyMap<string, TagWithCount>; own: string }) {
  const [first] = passages;
  if (!first) return null;
  const isWhole = passages.every((each) => chosen.has(each.id));
  const edition = [first.country, first.year].filter((part) => part !== null).join(' ');
  return (
    <div className="codebook-document" role="group" aria-label={first.documentTitle}>
      <header>
        <Checkbox
          isOn={isWhole}
          onChange={(isOn) => {
            const ids = passages.map((each) => each.id);
            setChosen(new Set(isOn ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
          }}
        >
          <span className="visually-hidden">All passages of {first.documentTitle}</span>
        </Checkbox>
        <h3 className="truncate" title={first.documentTitle}>
          {first.documentTitle}
        </h3>
        <span className="faint codebook-edition">{edition}</span>
        <span className="faint figures">{passages.length.toLocaleString('en')}</span>
      </header>
      <ul>
        {passages.map((passage) => (
          <PassageRow key={passage.id} passage={passage} isChosen={chosen.has(passage.id)} choose={choose} within={within} tags={tags} own={own} />
        ))}
      </ul>
    </div>
  );
}

type PassageRowProps = { passage: ListedAnnotation; isChosen: boolean; choose: Choosing['choose']; within: ReadonlySet<string>; tags: ReadonlyMap<string, TagWithCount>; own: string };

const PassageRow = memo(function PassageRow({ passage, isChosen, choose, within, tags, own }: PassageRowProps) {
  const others = passage.tagIds.filter((id) => id !== own).flatMap((id) => tags.get(id) ?? []);
  return (
    <li className="codebook-passage" data-chosen={isChosen}>
      <Checkbox isOn={isChosen} onChange={(isOn) => choose(passage.id, isOn)}>
        <span className="visually-hidden">Choose “{passage.quote.slice(0, 60)}”</span>
      </Checkbox>
      <div className="codebook-passage-words">
        <Link to={link.reader(passage.documentId, passage)} className="codebook-passage-link">
          <Quoted annotation={passage} className="codebook-quote" />
          <span className="faint codebook-place">{[passage.section, passage.page === null ? null : `p. ${String(passage.page)}`].filter(Boolean).join(' · ')}</span>
        </Link>
        {others.length > 0 && (
          <span className="codebook-passage-tags">
            {others.map((tag) => (
              <span key={tag.id} className={within.has(tag.id) ? 'codebook-tag-within' : undefined}>
                <TagChip name={tag.name} colour={tag.colour} />
              </span>
            ))}
          </span>
        )}
        {passage.note.trim() !== '' && <Markdown className="codebook-note" text={passage.note.slice(0, 2000)} />}
      </div>
    </li>
  );
});

function BulkActions({ picked, tag, tags, within, onDone }: { picked: readonly ListedAnnotation[]; tag: TagWithCount; tags: readonly TagWithCount[]; within: ReadonlySet<string>; onDone: () => void }) {
  const untag = useCommand('annotations.untag');
  const add = useCommand('annotations.tag');
  const create = useCommand('tags.create');
  const { undo } = useUndo();
  const ids = picked.map((each) => each.id);
  const said = (text: string) => showToast({ text, action: { label: 'Undo', run: () => void undo() } });

  const takeOff = async () => {
    const outcome = await untag.run({ ids, tagIds: [...within] });
    if (!outcome.ok) return;
    onDone();
    said(`Took “${tag.name}” off ${passagesWord(ids.length)}.`);
  };
  const tagWith = async (id: string, name: string) => {
    const outcome = await add.run({ ids, tagIds: [id] });
    if (outcome.ok) said(`Tagged ${passagesWord(ids.length)} “${name}”.`);
  };
  const tagWithNew = async (name: string) => {
    const outcome = await create.run({ name });
    if (outcome.ok) await tagWith(outcome.value.id, name);
  };
  return (
    <>
      <span className="faint" role="status">
        {passagesWord(ids.length)} chosen
      </span>
      <Popover label="Add a tag" trigger={<Button kind="quiet" icon={Plus}>Add a tag…</Button>}>
        {(close) => (
          <TagChooser
            tags={tags}
            recent={[]}
            taken={[tag.id]}
            onChoose={(id) => {
              close();
              void tagWith(id, tags.find((each) => each.id === id)?.name ?? '');
            }}
            onCreate={(name) => {
              close();
              void tagWithNew(name);
            }}
            onCancel={close}
          />
        )}
      </Popover>
      <Button kind="quiet" icon={Minus} onPress={() => void takeOff()}>
        Take off
      </Button>
      <Button kind="quiet" onPress={onDone}>
        Choose none
      </Button>
    </>
  );
}
