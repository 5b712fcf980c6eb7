// The questions behind what is done to the chosen highlights: which tag to add or take off, which colour, which finding.

import { tagColours, type TagColour } from '../../../shared/core/annotation.ts';
import { wholeList } from '../../../shared/core/annotation-list.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FindingDialog } from '../../components/evidence-dialog.tsx';
import { TagSwatch } from '../../components/marks.tsx';
import { Waiting } from '../../components/notes.tsx';
import { TagChooser } from '../../components/tag-chooser.tsx';
import type { Bulk } from './use-bulk.ts';
import { highlightsWord } from './words.ts';

export type BulkQuestion = 'tag' | 'untag' | 'colour' | 'evidence';

type BulkDialogProps = { question: BulkQuestion; ids: readonly string[]; tags: ReadonlyMap<string, TagWithCount>; bulk: Bulk; onClose: () => void };

export function BulkDialog({ question, ids, tags, bulk, onClose }: BulkDialogProps) {
  const all = [...tags.values()];
  const nameOf = (id: string) => tags.get(id)?.name ?? '';
  const done = (work: Promise<void>) => {
    onClose();
    void work;
  };
  switch (question) {
    case 'tag':
      return (
        <Dialog title={`Tag ${highlightsWord(ids.length)}`} isOpen onClose={onClose} width={420}>
          <div className="annotations-chooser">
            <TagChooser tags={all} recent={[]} onChoose={(id) => done(bulk.tag(ids, id, nameOf(id)))} onCreate={(name) => done(bulk.tagWithNew(ids, name))} onCancel={onClose} />
          </div>
        </Dialog>
      );
    case 'untag':
      return <UntagDialog ids={ids} tags={tags} onChoose={(id) => done(bulk.untag(ids, id, nameOf(id)))} onClose={onClose} />;
    case 'colour':
      return <ColourDialog count={ids.length} onChoose={(colour) => done(bulk.recolour(ids, colour))} onClose={onClose} />;
    case 'evidence':
      return <FindingDialog title={`Use ${highlightsWord(ids.length)} as evidence`} annotations={async () => [...ids]} onClose={onClose} />;
  }
}

function UntagDialog({ ids, tags, onChoose, onClose }: { ids: readonly string[]; tags: ReadonlyMap<string, TagWithCount>; onChoose: (id: string) => void; onClose: () => void }) {
  const counts = useQuery('annotationList.facets', { filter: { ...wholeList, withBelow: false }, among: [...ids] }).data?.tags;
  return (
    <Dialog title={`Take a tag off ${highlightsWord(ids.length)}`} isOpen onClose={onClose} width={420}>
      {!counts && <Waiting />}
      {counts?.length === 0 && <p className="faint">None of them has a tag.</p>}
      <ul className="annotations-choices">
        {counts?.map(({ value, count }, index) => (
          <li key={value}>
            <Button kind="quiet" autoFocus={index === 0} onPress={() => onChoose(value)}>
              <TagSwatch colour={tags.get(value)?.colour ?? 'grey'} />
              <bdi className="truncate">{tags.get(value)?.name ?? value}</bdi>
              <span className="faint figures">{count.toLocaleString('en')}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function ColourDialog({ count, onChoose, onClose }: { count: number; onChoose: (colour: TagColour | null) => void; onClose: () => void }) {
  return (
    <Dialog title={`Colour ${highlightsWord(count)}`} isOpen onClose={onClose} width={420}>
      <ul className="annotations-choices annotations-colours">
        <li>
          <Button kind="quiet" autoFocus onPress={() => onChoose(null)}>
            As their first tag
          </Button>
        </li>
        {tagColours.map((colour) => (
          <li key={colour}>
            <Button kind="quiet" onPress={() => onChoose(colour)}>
              <TagSwatch colour={colour} />
              {colour}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
