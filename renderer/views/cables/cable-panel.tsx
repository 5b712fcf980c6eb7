// What is known of the chosen cable: its documents, what it cites and what cites it. Of a cable the project has not got, all that its
// citations tell.

import { citationsOf, type CableGraph, type CableNode, type CitedCable } from '../../../shared/core/cable-graph.ts';
import { cableName, isMissing, whenSent } from '../../components/cable-words.ts';
import { CitedCables } from '../../components/cited-cables.tsx';
import { unknown } from '../../components/document-words.ts';
import { Link } from '../../components/link.tsx';
import { Badge } from '../../components/marks.tsx';
import { EmptyState } from '../../components/notes.tsx';
import { PanelSection } from '../../components/panels.tsx';
import { link } from '../../routes.ts';

export function CablePanel({ graph, node }: { graph: CableGraph; node: CableNode | null }) {
  if (!node) return <EmptyState title="No cable is chosen">Choose a mark to see what it cites and what cites it.</EmptyState>;
  const [first] = node.documents;
  const around = first ? citationsOf(graph, first.id) : null;
  const citedBy = around?.citedBy ?? graph.edges.filter((edge) => edge.to === node.id).flatMap((edge): CitedCable[] => graph.nodes.filter(({ id }) => id === edge.from).map((other) => ({ node: other, edge })));
  return (
    <div className="cables-panel">
      <PanelSection title={cableName(node)}>
        {node.title !== null && <p className="cables-subject">{node.title}</p>}
        <dl className="facts">
          <div>
            <dt>Sent</dt>
            <dd>{whenSent(node)}</dd>
          </div>
          <div>
            <dt>Post</dt>
            <dd>{node.post ?? unknown}</dd>
          </div>
          <div>
            <dt>Country</dt>
            <dd>{node.country?.name ?? unknown}</dd>
          </div>
          {node.classification !== null && (
            <div>
              <dt>Marking</dt>
              <dd>
                <Badge>{node.classification}</Badge>
              </dd>
            </div>
          )}
        </dl>
        {isMissing(node) ? (
          <p className="cables-absent">This cable is not in this project. What is said of it here comes from its number and from the cables that cite it.</p>
        ) : (
          <ul className="cables-documents">
            {node.documents.map((document, index) => (
              <li key={document.id}>
                <Link to={link.reader(document.id)}>{node.documents.length === 1 ? 'Open in the reader' : `Open copy ${String(index + 1)} in the reader`}</Link>
              </li>
            ))}
          </ul>
        )}
      </PanelSection>
      {around && <CitedCables title="Cites" cables={around.cites} documentId={first?.id ?? null} goTo="cables" />}
      <CitedCables title="Cited by" cables={citedBy} documentId={null} goTo="cables" />
    </div>
  );
}
