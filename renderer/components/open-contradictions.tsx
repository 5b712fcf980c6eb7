// Says how many contradictions of a country are open, and leads to them. Nothing when there is none.

import { EqualNot } from 'lucide-react';
import { useQuery } from '../backend/use-query.ts';
import { link } from '../routes.ts';
import { Link } from './link.tsx';

export function OpenContradictions({ country }: { country: string }) {
  const queue = useQuery('contradictions.ofCountry', { country }, { keepPrevious: false });
  const open = queue.data?.counts.open ?? 0;
  if (!queue.data || open === 0) return null;
  return (
    <p className="open-contradictions">
      <EqualNot size={14} aria-hidden /> <Link to={link.compare({ country, part: 'sources', section: 'contradictions' })}>{open === 1 ? '1 open contradiction' : `${open} open contradictions`} between sources of {queue.data.countryName}</Link>
    </p>
  );
}
