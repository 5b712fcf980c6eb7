// A passage on its way from the reader: on the clipboard or dragged. Other programs get its words with the citation; Annals finds in
// it which passage it is. No path and no account name goes along.

export type CarriedPassage = {
  projectId: string;
  documentId: string;
  start: number;
  end: number;
  /** When it is highlighted already. */
  annotationId: string | null;
  /** As they are quoted in a text. */
  words: string;
};

/** What other programs are given. */
export type PassageWords = { plain: string; /** “words” (source, place). */ cited: string };

const type = 'application/x-annals-passage';
/** Where the passage is named within HTML: some ways of copying keep nothing else. */
const attribute = 'data-annals-passage';

export function putPassage(transfer: DataTransfer, passage: CarriedPassage, words: PassageWords): void {
  const carried = JSON.stringify(passage);
  transfer.setData(type, carried);
  transfer.setData('text/plain', words.plain);
  transfer.setData('text/html', `<blockquote ${attribute}="${escaped(carried)}"><p>${escaped(words.cited).replaceAll('\n', '<br>')}</p></blockquote>`);
}

/** True when a passage of Annals is dragged; which one is known only when it is dropped. */
export function holdsPassage(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes(type) ?? false;
}

/** The passage that was pasted or dropped; null when it is something else. Read at once: after the event it is gone. */
export function carriedPassage(transfer: DataTransfer): CarriedPassage | null {
  return read(transfer.getData(type)) ?? read(inHtml(transfer.getData('text/html')));
}

function inHtml(html: string): string {
  if (!html.includes(attribute)) return '';
  return new DOMParser().parseFromString(html, 'text/html').querySelector(`[${attribute}]`)?.getAttribute(attribute) ?? '';
}

/** Anybody may write to the clipboard: only what has the right form counts. */
export function read(json: string): CarriedPassage | null {
  if (json === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { projectId, documentId, start, end, annotationId, words } = value as Record<string, unknown>;
  if (typeof projectId !== 'string' || typeof documentId !== 'string' || typeof words !== 'string') return null;
  if (!isOffset(start) || !isOffset(end) || start >= end) return null;
  return { projectId, documentId, start, end, annotationId: typeof annotationId === 'string' ? annotationId : null, words };
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
