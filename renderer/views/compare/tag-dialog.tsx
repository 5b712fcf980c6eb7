// Tags a passage of a comparison, with a tag of the codebook or a new one; those beside it too when they are wanted.

import { useState } from 'react';
import { offeredTags, tagPaths } from '../../../shared/core/tag.ts';
import { useConnection } from '../../backend/backend.tsx';
import { sentenceOf } from '../../backend/error-sentence.ts';
import { useQuery } from '../../backend/use-query.ts';
import { FormDialog } from '../../components/dialog.tsx';
import { ComboBox, TextField } from '../../components/fields.tsx';
import { TagSwatch } from '../../components/marks.tsx';
import { showToast } from '../../components/toasts.ts';
import { type Passage, useAnnotationOf } from '../../components/annotation-of.ts';
import { type OtherPassage, useOtherPassages } from '../../components/other-passages.tsx';

type TagDialogProps = { passage: Passage; others?: readonly OtherPassage[]; /** Where one begins to type. */ focus?: 'tag' | 'note'; onClose: () => void };

const noOthers: readonly OtherPassage[] = [];

export function TagDialog({ passage, others = noOthers, focus = 'tag', onClose }: TagDialogProps) {
  const connection = useConnection();
  const tags = useQuery('tags.list', {}).data;
  const paths = tagPaths(tags ?? []);
  const annotationOf = useAnnotationOf();
  const [tagId, setTagId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const { passages, field } = useOtherPassages(passage, others);
  const [error, setError] = useState<string | null>(null);
  const keep = async (id: string | null) => {
    if (id === null && note.trim() === '') {
      setError('Choose a tag, type a new one and press Enter, or write a note.');
      return;
    }
    try {
      for (const each of passages) await annotationOf(each, id === null ? [] : [id], note.trim());
      showToast({ text: id === null ? 'Noted at the passage.' : passages.length === 1 ? 'Tagged the passage.' : `Tagged ${passages.length} passages.` });
      onClose();
    } catch (reason) {
      setError(sentenceOf(reason));
    }
  };
  const create = async (name: string) => {
    try {
      await keep((await connection.call('tags.create', { name })).id);
    } catch (reason) {
      setError(sentenceOf(reason));
    }
  };
  return (
    <FormDialog title="Tag the passage" isOpen onClose={onClose} verb="Tag" onSubmit={() => void keep(tagId)}>
      {tags && (
        <ComboBox
          label="Tag"
          choices={offeredTags(tags).map((tag) => ({ id: tag.id, label: paths.get(tag.id) ?? tag.name, sign: <TagSwatch colour={tag.colour} /> }))}
          value={tagId}
          onChange={setTagId}
          onCreate={(name) => void create(name)}
          placeholder="Type to find or to make one"
          autoFocus={focus === 'tag'}
          error={error}
        />
      )}
      <TextField label="Note" value={note} onChange={setNote} lines={2} autoFocus={focus === 'note'} />
      {field}
    </FormDialog>
  );
}
