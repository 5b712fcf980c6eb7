// The original of the open document as pages that can be drawn: fetched and opened when first needed, closed with the reader.

import { useEffect, useMemo, useState } from 'react';
import { useConnection } from '../../../backend/backend.tsx';
import { sentenceOf } from '../../../backend/error-sentence.ts';
import { DrawQueue } from './draw-queue.ts';
import { PageFault, PdfDocument } from './pdf-document.ts';

export type Pdf = {
  /** Null while it is opened and when it cannot be. */
  document: PdfDocument | null;
  /** Why there are no pages to see; null while none is known. */
  fault: string | null;
  queue: DrawQueue;
};

type Connection = ReturnType<typeof useConnection>;

/** Opened before the room that shows them stands; taken by it. */
const early = new Map<string, Promise<PdfDocument>>();

async function open(connection: Connection, documentId: string): Promise<PdfDocument> {
  const { bytes } = await connection.call('documents.original', { id: documentId });
  return await PdfDocument.open(bytes);
}

/** Opens the pages while the text is still on its way: both take a while for 1,500 pages. */
export function useEarlyPdf(documentId: string, isWanted: boolean): void {
  const connection = useConnection();
  useEffect(() => {
    if (!isWanted || early.has(documentId)) return undefined;
    const opening = open(connection, documentId);
    // Whoever takes it tells what went wrong.
    opening.catch(() => undefined);
    early.set(documentId, opening);
    return () => {
      // Not taken: the reader was left before it stood.
      if (early.get(documentId) !== opening) return;
      early.delete(documentId);
      opening.then((document) => document.close()).catch(() => undefined);
    };
  }, [connection, documentId, isWanted]);
}

export function usePdf(documentId: string, isWanted: boolean): Pdf {
  const connection = useConnection();
  const queue = useMemo(() => new DrawQueue(), []);
  const [opened, setOpened] = useState<{ document: PdfDocument | null; fault: string | null }>({ document: null, fault: null });
  // Once opened it stays open: switching to the text and back must not read the file again.
  const [isNeeded, setNeeded] = useState(isWanted);
  if (isWanted && !isNeeded) setNeeded(true);

  useEffect(() => {
    if (!isNeeded) return undefined;
    let isLeft = false;
    let own: PdfDocument | null = null;
    const take = async () => {
      try {
        const opening = early.get(documentId) ?? open(connection, documentId);
        early.delete(documentId);
        own = await opening;
        if (isLeft) await own.close();
        else setOpened({ document: own, fault: null });
      } catch (error) {
        if (!isLeft) setOpened({ document: null, fault: error instanceof PageFault ? error.message : sentenceOf(error) });
      }
    };
    void take();
    return () => {
      isLeft = true;
      void own?.close();
    };
  }, [connection, documentId, isNeeded]);
  return useMemo(() => ({ ...opened, queue }), [opened, queue]);
}
