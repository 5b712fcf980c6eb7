// The picture of an area, as it stands on its page, for the card in the margin.

import { createContext, useContext, useEffect, useRef, useState } from 'react';
import type { PageArea } from '../../../../shared/core/annotation.ts';
import { PageFault } from './pdf-document.ts';
import type { Pdf } from './use-pdf.ts';
import './areas.css';

/** The pages of the document in whose reader the card stands. */
export const PdfContext = createContext<Pdf | null>(null);

/** Pixels on the screen. */
const widest = 280;

export function AreaPicture({ area, description }: { area: PageArea; description: string }) {
  const pdf = useContext(PdfContext);
  const host = useRef<HTMLDivElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const { page, x, y, width, height } = area;
  const document = pdf?.document ?? null;
  const queue = pdf?.queue ?? null;
  useEffect(() => {
    if (!document || !queue) return undefined;
    const own = host.current;
    const leaving = new AbortController();
    queue
      .add(1, leaving.signal, () => document.drawPart(page, { x, y, width, height }, widest * window.devicePixelRatio, leaving.signal))
      .then((picture) => {
        own?.replaceChildren(picture);
        setFault(null);
      })
      .catch((error: unknown) => {
        if (error instanceof PageFault) setFault(error.message);
      });
    return () => leaving.abort();
  }, [document, queue, page, x, y, width, height]);
  const unseen = pdf?.fault ?? fault;
  return unseen === null ? <div ref={host} className="area-picture" role="img" aria-label={description} style={{ aspectRatio: `${String(width)} / ${String(height)}` }} /> : <p className="faint">{unseen}</p>;
}
