// `annals ocr`: lists documents with scanned pages, or has their text recognised and waits for it.

import type { Backend } from '../../backend/backend.ts';
import { UserError } from '../../core/user-error.ts';
import { pageRanges } from '../../core/ocr.ts';
import { count, print, printJson, printTable } from './output.ts';
import { type CommonOptions, withProject } from './session.ts';

export type OcrOptions = CommonOptions & { all?: boolean; languages?: string[]; again?: boolean };

/** Without documents and without --all: what there is to recognise. */
export async function recogniseText(documents: readonly string[], options: OcrOptions): Promise<void> {
  if (documents.length === 0 && !options.all) return listPictures(options);
  await withProject(options, async (backend) => {
    const ids = options.all ? (await scans(backend)).filter(({ withoutText }) => withoutText.length > 0).map(({ documentId }) => documentId) : [...documents];
    if (ids.length === 0) throw new UserError('not-found', 'No document has scanned pages without text.');
    const stopProgress = options.json ? () => {} : showProgress(backend);
    const { jobs } = await backend.call('ocr.start', { ids, ...(options.languages ? { languages: options.languages } : {}), pages: options.again ? 'every-picture' : 'without-text' });
    const ended = await backend.call('ocr.wait', { ids: jobs });
    stopProgress();
    if (options.json) printJson(ended);
    else {
      printTable(['document', 'pages', 'result', 'reason'], ended.map(({ title, done, pages, status, reason, hint }) => [title, `${String(done)} of ${String(pages)}`, status, [reason, hint].filter(Boolean).join(' ')]));
    }
    if (ended.some(({ status }) => status !== 'done')) process.exitCode = 1;
  });
}

async function listPictures(options: CommonOptions): Promise<void> {
  await withProject(options, async (backend) => {
    const found = await scans(backend);
    if (options.json) return printJson(found);
    printTable(['id', 'title', 'without text', 'by another program', 'recognised'], found.map((each) => [each.documentId, each.title, pageRanges(each.withoutText), pageRanges(each.withHiddenText), pageRanges(each.recognised.map(({ number }) => number))]));
    return print(`${count(found.length, 'document')} with scanned pages`);
  });
}

async function scans(backend: Backend) {
  const found = [];
  for (const { id, title, format } of await backend.call('documents.list', {})) {
    if (format !== 'pdf') continue;
    const pictures = await backend.call('ocr.ofDocument', { id });
    if (pictures.withoutText.length + pictures.withHiddenText.length + pictures.recognised.length > 0) found.push({ title, ...pictures });
  }
  return found;
}

/** One line on a terminal that is written over; nothing in a pipe. */
function showProgress(backend: Backend): () => void {
  if (!process.stderr.isTTY) return () => {};
  const clear = '\r\u001b[2K';
  const stop = backend.subscribe((event) => {
    if (event.type !== 'progress' || !event.job.isOcr) return;
    const { done, total, current } = event.job;
    process.stderr.write(`${clear}${String(done)} of ${String(total)} pages  ${current}`.slice(0, process.stderr.columns + clear.length - 1));
  });
  return () => {
    stop();
    process.stderr.write(clear);
  };
}
