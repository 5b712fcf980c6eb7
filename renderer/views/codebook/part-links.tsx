// The parts of the codebook as links on a line of their own; which one is shown stands in the address.

import { Link } from '../../components/link.tsx';
import { type CodebookPartName, codebookParts, link } from '../../routes.ts';

const names: Record<CodebookPartName, string> = { tags: 'Tags', together: 'Together', years: 'By year', countries: 'By country', agreement: 'Agreement' };

export function PartLinks({ part }: { part: CodebookPartName }) {
  return (
    <nav className="codebook-parts" aria-label="Parts of the codebook">
      {codebookParts.map((each) => (
        <Link key={each} to={link.codebookPart(each)} className="codebook-part-link" aria-current={each === part ? 'page' : undefined}>
          {names[each]}
        </Link>
      ))}
    </nav>
  );
}
