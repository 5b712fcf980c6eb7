// Passages in a side panel: those of a cell of a matrix. Each opens in the reader.

import type { Input } from '../../../shared/rpc/contract.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Link } from '../../components/link.tsx';
import { ErrorNote, Waiting } from '../../components/notes.tsx';
import { Quoted } from '../../components/quoted.tsx';
import { link } from '../../routes.ts';
import { passagesWord } from './words.ts';

export function PassageList({ input }: { input: Input<'tags.passages'> }) {
  const found = useQuery('tags.passages', { ...input, limit: 200 }, { keepPrevious: false });
  if (found.errorSentence) return <ErrorNote onRetry={found.refetch}>{found.errorSentence}</ErrorNote>;
  if (!found.data) return <Waiting />;
  const { passages, total } = found.data;
  return (
    <div className="codebook-side">
      <p className="faint">
        {passagesWord(total)}
        {total > passages.length && `; the first ${String(passages.length)} are listed`}
      </p>
      <ul>
        {passages.map((passage) => (
          <li key={passage.id}>
            <Link to={link.reader(passage.documentId, passage)} className="codebook-passage-link">
              <Quoted annotation={passage} className="codebook-quote" />
              <span className="faint codebook-place">{[passage.documentTitle, passage.year, passage.page === null ? null : `p. ${String(passage.page)}`].filter(Boolean).join(' · ')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
