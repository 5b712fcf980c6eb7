// A finding in a brief: its claim and how it stands, one click from the finding, and a remark under it. It is edited in Findings.

import { useQuery } from '../../backend/use-query.ts';
import { Link } from '../../components/link.tsx';
import { link } from '../../routes.ts';
import { StanceCounts } from '../../components/stance.tsx';
import { yearsWords } from '../../components/finding-words.ts';
import type { BlockBodyProps } from './block-props.ts';
import { CitedText } from './cited-text.tsx';

export function FindingBlock({ block, save }: BlockBodyProps) {
  const findings = useQuery('findings.list', {}).data;
  const finding = findings?.find((each) => each.id === block.findingId);
  return (
    <>
      {finding ? (
        <Link to={link.findings(finding.id)} className="brief-passage">
          <span className="brief-claim">{finding.claim}</span>
          <span className="faint brief-finding-facts">
            {[
              [finding.countryName, finding.years.length > 0 ? yearsWords(finding.years) : null].filter(Boolean).join(' '),
              finding.confidence ? `${finding.confidence} confidence` : 'confidence not set',
              finding.likelihood,
            ]
              .filter(Boolean)
              .join(' · ')}
            <StanceCounts finding={finding} />
          </span>
        </Link>
      ) : (
        findings && <p className="brief-gone">The finding shown here is no longer in the project. Undo may bring it back.</p>
      )}
      <CitedText label="Remark under the finding" stored={block.text} save={save} placeholder="A remark, if it needs one" isSmall />
    </>
  );
}
