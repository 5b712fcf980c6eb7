// The projects of this machine, last opened first; each opens with one press.

import { useOpenProject } from '../../backend/use-project.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Button as AriaButton } from 'react-aria-components';
import { dateAndTime } from '../dates.ts';
import { Badge } from '../marks.tsx';
import { ErrorNote } from '../notes.tsx';

export function ProjectList({ onOpened }: { onOpened?: () => void }) {
  const { data, errorSentence, refetch } = useQuery('projects.list', {});
  const project = useOpenProject();
  const open = async (id: string) => {
    if (await project.open(id)) onOpened?.();
  };
  if (errorSentence) return <ErrorNote onRetry={refetch}>{errorSentence}</ErrorNote>;
  if (data?.length === 0) return <p className="faint">No project was opened on this machine yet.</p>;
  return (
    <ul className="project-list">
      {data?.map((listing) => (
        <li key={listing.id}>
          <AriaButton className="project-list-item" isDisabled={listing.current} onPress={() => void open(listing.id)}>
            <span className="truncate">{listing.name}</span>
            {listing.sample && <Badge>sample</Badge>}
            {listing.current && <Badge tone="accent">open now</Badge>}
            <span className="faint project-list-date">{dateAndTime(listing.openedAt)}</span>
          </AriaButton>
        </li>
      ))}
    </ul>
  );
}
