// Makes what a cable's text refers to into links: "ref A", "06 ASTANA 891", "para 4". The words stay as they are; a click goes to the
// cable, or says in a small panel what is known of one that the project has not got.

import { createContext, type KeyboardEvent, type MouseEvent, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import { Dialog as AriaDialog, Popover as AriaPopover } from 'react-aria-components';
import type { CableCitations, CableNode } from '../../../shared/core/cable-graph.ts';
import type { Block } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import type { Cable, CableMention } from '../../../shared/core/recognition.ts';
import { useQuery } from '../../backend/use-query.ts';
import { cableName, isMissing, whenSent } from '../../components/cable-words.ts';
import { Link } from '../../components/link.tsx';
import { link, navigate } from '../../routes.ts';
import './cable-mentions.css';

type Known = { documentId: string; cable: Cable; citations: CableCitations | null };
const Mentions = createContext<Known | null>(null);

const scheme = 'cable-mention:';

/** Answers whether a run's address is one of ours. */
export function isCableMention(href: string | null): href is string {
  return href?.startsWith(scheme) ?? false;
}

/** The reading with a run for each mention; the same object when it is no cable. */
export function withCableMentions(reading: DocumentReading): DocumentReading {
  const mentions = reading.recognition.cable?.mentions ?? [];
  if (mentions.length === 0) return reading;
  let at = 0;
  const blocks = reading.blocks.map((block): Block => {
    while ((mentions[at]?.end ?? Infinity) <= block.start) at += 1;
    const own: Block['runs'] = [];
    for (let index = at; (mentions[index]?.start ?? Infinity) < block.end; index += 1) {
      const mention = mentions[index];
      if (mention) own.push({ start: mention.start, end: mention.end, style: 'link', href: `${scheme}${String(index)}` });
    }
    return own.length === 0 ? block : { ...block, runs: [...block.runs, ...own].toSorted((one, other) => one.start - other.start) };
  });
  return { ...reading, blocks };
}

/** What the links inside know: the cable and its part of the graph, which changes as cables come and go. */
export function CableMentions({ reading, children }: { reading: DocumentReading; children: ReactNode }) {
  const { cable } = reading.recognition;
  const documentId = reading.document.id;
  const isCable = cable !== null && reading.document.kind === 'cable';
  const citations = useQuery('cables.ofDocument', { id: documentId }, { enabled: isCable, keepPrevious: false }).data ?? null;
  const known = useMemo(() => (cable === null ? null : { documentId, cable, citations }), [cable, documentId, citations]);
  return <Mentions value={known}>{children}</Mentions>;
}

export function CableMentionLink({ href, children }: { href: string; children: ReactNode }) {
  const known = useContext(Mentions);
  const anchor = useRef<HTMLAnchorElement>(null);
  const [isOpen, setOpen] = useState(false);
  const mention = known?.cable.mentions?.[Number(href.slice(scheme.length))];
  if (!known || !mention) return children;
  const paragraph = mention.kind === 'paragraph' ? known.cable.paragraphs.find(({ n }) => n === mention.target) : undefined;
  const nodes = citedNodes(known, mention);
  const [only] = nodes;
  const goal = paragraph ? link.reader(known.documentId, { start: paragraph.start, end: paragraph.end }) : mention.cables.length === 1 && only && only.documents[0] ? link.reader(only.documents[0].id) : null;
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // The end of a selection that was drawn from here is no click.
    if (!(document.getSelection()?.isCollapsed ?? true)) return;
    event.stopPropagation();
    if (goal !== null) navigate(goal);
    else setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') event.stopPropagation();
  };
  return (
    <>
      <a
        ref={anchor}
        href={goal ?? link.cables(mention.cables[0])}
        className={goal === null ? 'cable-mention cable-mention-missing' : 'cable-mention'}
        draggable={false}
        title={goal === null || !only?.title ? undefined : `${cableName(only)}: ${only.title}`}
        aria-haspopup={goal === null ? 'dialog' : undefined}
        onClick={follow}
        onKeyDown={onKeyDown}
      >
        {children}
      </a>
      {isOpen && (
        <AriaPopover className="popover" triggerRef={anchor} isOpen onOpenChange={setOpen} offset={4}>
          <AriaDialog className="popover-content cable-mention-card" aria-label="What is referred to">
            <Referred known={known} mention={mention} nodes={nodes} />
          </AriaDialog>
        </AriaPopover>
      )}
    </>
  );
}

/** The cables meant, as far as the graph has them. */
function citedNodes({ citations }: Known, mention: CableMention): CableNode[] {
  const cites = citations?.cites ?? [];
  return mention.cables.flatMap((id) => cites.find(({ node, edge }) => node.id === id || edge.instead === id)?.node ?? []);
}

function Referred({ known: { cable, citations }, mention, nodes }: { known: Known; mention: CableMention; nodes: readonly CableNode[] }) {
  const others = cable.references.filter(({ value, bullet }) => value === null && bullet !== null && mention.letters.includes(bullet));
  const absent = mention.letters.filter((letter) => !cable.references.some(({ bullet }) => bullet === letter));
  if (mention.kind === 'unnamed') return <p>Another cable, sent separately. The text does not say which.</p>;
  return (
    <ul className="cable-mention-list">
      {nodes.map((node) => {
        const edge = citations?.cites.find((cited) => cited.node.id === node.id)?.edge;
        const [document] = node.documents;
        return (
          <li key={node.id}>
            <p>
              {edge && edge.letters.length > 0 && <span className="faint">{edge.letters.join(', ')} </span>}
              <strong>{cableName(node)}</strong>
              {node.country && <span className="faint"> · {node.country.name}</span>}
            </p>
            <p className="faint">
              {whenSent(node)}
              {isMissing(node) ? ' · not in this project' : ''}
              {mention.yearInferred ? ' · year not printed' : ''}
            </p>
            {edge?.instead && <p className="faint">Printed as {edge.instead}, which is not in this project; this one may be meant.</p>}
            {isMissing(node) && mention.candidates.length > 0 && <p className="faint">May also be {mention.candidates.join(', ')}.</p>}
            <p>{document ? <Link to={link.reader(document.id)}>Open in the reader</Link> : <Link to={link.cables(node.id)}>Show among all cables</Link>}</p>
          </li>
        );
      })}
      {others.map((reference) => (
        <li key={reference.raw}>
          <p>
            <span className="faint">{reference.bullet} </span>
            {reference.raw}
          </p>
          <p className="faint">{reference.kind === 'other' ? 'Not a cable' : `Not a cable but ${article(reference.kind)} ${reference.kind}`}; nothing to open.</p>
        </li>
      ))}
      {absent.length > 0 && <li>REF of this cable does not list {absent.join(', ')}.</li>}
      {nodes.length + others.length + absent.length === 0 && <li>{mention.cables.length > 0 ? mention.cables.join(', ') : 'REF of this cable names nothing that could be opened.'}</li>}
    </ul>
  );
}

function article(kind: string): string {
  return /^[aeiou]/.test(kind) ? 'an' : 'a';
}
