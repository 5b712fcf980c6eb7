// Hits of a search, each a link to its passage: where it stands, and its words with the hits marked.

import { Columns2 } from 'lucide-react';
import type { Ref } from 'react';
import type { SearchHit } from '../../../shared/core/search.ts';
import { editionOf, kindNames, unknown } from '../../components/document-words.ts';
import { Link } from '../../components/link.tsx';
import { Badge } from '../../components/marks.tsx';
import { besideAddress } from '../../components/open-beside.ts';
import { link } from '../../routes.ts';

export function HitList({ hits, onOpen, ref }: { hits: readonly SearchHit[]; onOpen: () => void; ref: Ref<HTMLOListElement> }) {
  return (
    <ol className="search-list" ref={ref}>
      {hits.map((hit) => (
        <li key={`${hit.documentId} ${hit.start}`} onClick={onOpen}>
          <Link to={link.reader(hit.documentId, { start: hit.start, end: hit.end })} className="search-hit">
            <span className="search-place">
              <span className="search-edition">{hit.country || hit.year !== null ? editionOf(hit) : unknown}</span>
              <span className="truncate" title={hit.title}>
                {hit.title}
              </span>
              <Badge>{kindNames[hit.kind]}</Badge>
            </span>
            <span className="search-snippet">
              {hit.snippet.map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>))}
            </span>
            <span className="search-locator faint">{placeWords(hit)}</span>
          </Link>
          <Link to={besideAddress(hit.documentId, { start: hit.start, end: hit.end })} className="search-beside" aria-label={`Open beside: ${hit.title}`} title="Open beside what is open in the reader">
            <Columns2 size={14} aria-hidden />
          </Link>
        </li>
      ))}
    </ol>
  );
}

function placeWords({ section, page, label }: SearchHit): string {
  return [section, label && `para. ${label}`, page !== null && `p. ${page}`].filter(Boolean).join(' · ');
}
