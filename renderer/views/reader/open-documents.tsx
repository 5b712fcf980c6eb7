// The tabs of the documents that are open, remembered for the project on this machine. A document opens by its address; here it
// is only listed, gone to, and closed.

import { Columns2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DocumentSummary } from '../../../shared/core/library.ts';
import { useProject } from '../../backend/use-project.ts';
import { useSetting } from '../../backend/use-setting.ts';
import { IconButton } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { Link } from '../../components/link.tsx';
import { link, navigate } from '../../routes.ts';

/** The oldest makes room. */
const mostOpen = 24;
const none: string[] = [];

function isIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string');
}

/** The open documents in their order; the shown one is added when it is not among them. */
export function useOpenDocuments(shownId: string | null, documents: readonly DocumentSummary[] | undefined) {
  const project = useProject().data?.id ?? 'none';
  const [kept, setKept] = useSetting<string[]>(`reader.open.${project}`, none, isIds);
  const known = documents && new Set(documents.map((document) => document.id));
  const open = kept.filter((id) => known?.has(id) ?? true);
  const isMissing = shownId !== null && (known?.has(shownId) ?? false) && !open.includes(shownId);
  useEffect(() => {
    if (isMissing) setKept([...open, shownId].slice(-mostOpen));
  });
  const close = (id: string) => {
    const at = open.indexOf(id);
    const left = open.filter((other) => other !== id);
    setKept(left);
    if (id === shownId) navigate(link.reader(left[Math.min(at, left.length - 1)] ?? null), { replace: true });
  };
  return { open: isMissing ? [...open, shownId] : open, close };
}

type OpenDocumentsProps = { open: readonly string[]; documents: readonly DocumentSummary[]; shownId: string | null; /** The one beside the shown one. */ besideId: string | null; onClose: (id: string) => void };

export function OpenDocuments({ open, documents, shownId, besideId, onClose }: OpenDocumentsProps) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    strip.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shownId]);
  const shown = open.flatMap((id) => documents.find((document) => document.id === id) ?? []);
  const at = shown.findIndex(({ id }) => id === shownId);
  const step = (by: 1 | -1) => navigate(link.reader(shown[(at + by + shown.length) % shown.length]?.id));
  useCommandHandler('reader.nextDocument', () => step(1), shown.length > 1);
  useCommandHandler('reader.previousDocument', () => step(-1), shown.length > 1);
  useCommandHandler('reader.closeDocument', () => shownId !== null && onClose(shownId), at >= 0);
  if (shown.length === 0) return null;
  return (
    <nav ref={strip} className="open-documents" aria-label="Open documents">
      {shown.map((document) => (
        <span key={document.id} className="open-document" data-shown={document.id === shownId} onAuxClick={(event) => event.button === 1 && onClose(document.id)}>
          <Link to={link.reader(document.id, null, { beside: besideId === document.id ? shownId : besideId })} className="open-document-link truncate" title={document.title} aria-current={document.id === shownId ? 'page' : undefined}>
            {shortTitle(document)}
          </Link>
          {shownId !== null && document.id !== shownId && document.id !== besideId && <IconButton icon={Columns2} label={`Open ${shortTitle(document)} beside`} className="open-document-close" onPress={() => navigate(link.reader(shownId, null, { beside: document.id }))} />}
          <IconButton icon={X} label={`Close ${shortTitle(document)}`} className="open-document-close" onPress={() => onClose(document.id)} />
        </span>
      ))}
    </nav>
  );
}

/** A tab has room for few words: the edition says more than the title of a series; a cable is known by its identifier. */
export function shortTitle(document: DocumentSummary): string {
  if (document.kind === 'cable' && document.identifier !== null) return document.identifier;
  if (document.kind !== 'generic' && document.countryName !== null && document.year !== null) return `${document.countryName} ${String(document.year)}${document.kind === 'ilab-page' ? ' page' : ''}`;
  return document.title;
}
