// A list of cables on the other side of citations, each a link: to the document, or to its place among all cables; missing ones say so.

import type { CitedCable } from '../../shared/core/cable-graph.ts';
import type { TextRange } from '../../shared/core/document.ts';
import { link } from '../routes.ts';
import { cableName, isMissing, whenSent } from './cable-words.ts';
import { Link } from './link.tsx';
import { CountBadge } from './marks.tsx';
import { PanelSection } from './panels.tsx';
import './cited-cables.css';

type CitedCablesProps = {
  title: string;
  cables: readonly CitedCable[];
  /** The document whose text holds the citations; null: each edge's own, which cites. */
  documentId: string | null;
  /** Where the name of a cable leads that the project has. */
  goTo: 'reader' | 'cables';
  /** Says a place in words, such as "para. 2"; places are numbered where it is missing or answers null. */
  nameOfPlace?: (place: TextRange) => string | null;
};

/** More places than this are counted, not listed. */
const mostPlaces = 8;

export function CitedCables({ title, cables, documentId, goTo, nameOfPlace }: CitedCablesProps) {
  return (
    <PanelSection title={`${title}${cables.length === 0 ? ': none' : ''}`}>
      {cables.length > 0 && (
        <ul className="cited-cables">
          {cables.map(({ node, edge }) => {
            const [document] = node.documents;
            const to = document && goTo === 'reader' ? link.reader(document.id) : link.cables(node.id);
            const places = edge.places.filter((place) => place.origin === 'text');
            const shown = namedPlaces(places.length > 0 ? places : edge.places, nameOfPlace);
            return (
              <li key={`${edge.documentId} ${node.id}`}>
                <span className="cited-cables-letter">{edge.letters.join(', ') || '·'}</span>
                <span>
                  <Link to={to} {...(node.title === null ? {} : { title: node.title })}>
                    {cableName(node)}
                  </Link>{' '}
                  <span className="faint">{about({ node, edge })}</span>
                  {node.title !== null && <span className="cited-cables-title">{node.title}</span>}
                  {shown.length > 0 && (
                    <span className="cited-cables-places">
                      {shown.slice(0, mostPlaces).map(({ place, name }) => (
                        <Link key={name} to={link.reader(documentId ?? edge.documentId, place)} aria-label={`${name}: where ${cableName(node)} ${title === 'Cited by' ? 'cites this' : 'is cited'}`} className="cited-cables-place figures">
                          {name}
                        </Link>
                      ))}
                      {shown.length > mostPlaces && <CountBadge count={shown.length} label="places" />}
                    </span>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </PanelSection>
  );
}

/** Each place under its name, once: of several in one paragraph the first. */
function namedPlaces(places: readonly TextRange[], nameOfPlace: CitedCablesProps['nameOfPlace']): { place: TextRange; name: string }[] {
  const named = places.map((place, index) => ({ place: { start: place.start, end: place.end }, name: nameOfPlace?.(place) ?? String(index + 1) }));
  return named.filter(({ name }, index) => named.findIndex((other) => other.name === name) === index);
}

function about({ node, edge }: CitedCable): string {
  const parts = [
    whenSent(node),
    isMissing(node) ? 'not in this project' : null,
    edge.yearInferred && edge.instead === null ? 'year not printed' : null,
    edge.instead === null ? null : `printed as ${edge.instead}, which is not in this project`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
