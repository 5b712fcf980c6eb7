// Pages of a document that are pictures: which, how to have their text recognised, how far that is, and how sure it was. Shown in
// the library's inspector and on the reader's document card; draws no page itself.

import { CircleX, Pause, Play, ScanText } from 'lucide-react';
import type { TextRange } from '../../shared/core/document.ts';
import { type DocumentPictures, type OcrJob, type PageConfidence, pageRanges } from '../../shared/core/ocr.ts';
import { useCommand } from '../backend/use-command.ts';
import { useQuery } from '../backend/use-query.ts';
import { Button, IconButton } from './button.tsx';
import { useCommandHandler } from './commands.tsx';
import { languageNames, useOcrLanguages } from './ocr-languages.ts';
import { PanelSection } from './panels.tsx';
import './pictures-section.css';

/** Goes to a page of the open document; absent where none is open. */
type Going = { onGo?: (page: number) => void };

export function PicturesSection({ documentId, onGo }: { documentId: string } & Going) {
  const { data } = useQuery('ocr.ofDocument', { id: documentId }, { keepPrevious: false });
  if (!data || data.withoutText.length + data.withHiddenText.length + data.recognised.length === 0) return null;
  const job = data.job?.status === 'done' ? null : data.job;
  const isOpen = job?.status === 'waiting' || job?.status === 'paused';
  return (
    <PanelSection title="Scanned pages">
      <div className="pictures">
        {data.withoutText.length > 0 && <p>{someAre(data.withoutText, data.pageCount)} without text.</p>}
        {data.withHiddenText.length > 0 && <p>{someAre(data.withHiddenText, data.pageCount)} with a text that another program recognised. It may hold errors.</p>}
        {job && <JobState job={job} />}
        {!isOpen && <StartButton data={data} isAgain={job?.status === 'failed'} />}
        {data.recognised.length > 0 && <Recognised pages={data.recognised} job={data.job} {...(onGo ? { onGo } : {})} />}
      </div>
    </PanelSection>
  );
}

/** One line above the reading text while most of the document is pictures, or while they are being read. */
export function PicturesNotice({ documentId }: { documentId: string }) {
  const { data } = useQuery('ocr.ofDocument', { id: documentId }, { keepPrevious: false });
  const start = useCommand('ocr.start');
  useCommandHandler('reader.recognise', () => void start.run({ ids: [documentId] }), (data?.withoutText.length ?? 0) > 0);
  if (!data) return null;
  const isOpen = data.job?.status === 'waiting' || data.job?.status === 'paused';
  if (!isOpen && data.withoutText.length * 2 < data.pageCount) return null;
  if (data.withoutText.length === 0 && !isOpen) return null;
  return (
    <div className="pictures-notice">
      <span>{someAre(data.withoutText, data.pageCount)} without text.</span>
      {isOpen && data.job ? <JobState job={data.job} /> : <StartButton data={data} isAgain={false} />}
    </div>
  );
}

/** For several documents at once; those without scanned pages are passed over. */
export function RecogniseSeveral({ documentIds }: { documentIds: readonly string[] }) {
  const start = useCommand('ocr.start');
  return (
    <Button icon={ScanText} isDisabled={start.pending} onPress={() => void start.run({ ids: [...documentIds] })}>
      Recognise the text of scanned pages
    </Button>
  );
}

function StartButton({ data, isAgain }: { data: DocumentPictures; isAgain: boolean }) {
  const start = useCommand('ocr.start');
  const [languages] = useOcrLanguages();
  const isMissing = data.withoutText.length > 0;
  // Read in other languages than those of the settings: with these it may come out better.
  const isOther = data.recognised.length > 0 && data.job !== null && data.job.languages.join() !== languages.join();
  if (!isMissing && data.withHiddenText.length === 0 && !isOther) return null;
  return (
    <div>
      <Button kind={isMissing ? 'primary' : 'plain'} icon={ScanText} isDisabled={start.pending} onPress={() => void start.run({ ids: [data.documentId], pages: isMissing ? 'without-text' : 'every-picture' })}>
        {isAgain ? 'Try again' : isMissing ? 'Recognise text' : `Recognise anew in ${languageNames(languages)}`}
      </Button>
    </div>
  );
}

function JobState({ job }: { job: OcrJob }) {
  const pause = useCommand('ocr.pause');
  const resume = useCommand('ocr.resume');
  const cancel = useCommand('ocr.cancel');
  const ofPages = `${job.done.toLocaleString('en')} of ${job.pages.toLocaleString('en')} ${job.pages === 1 ? 'page' : 'pages'}`;
  switch (job.status) {
    case 'waiting':
      return (
        <div className="pictures-job">
          <span className="figures">Recognising text in {languageNames(job.languages)}: {ofPages} read</span>
          <IconButton icon={Pause} label="Hold the recognition" onPress={() => void pause.run({ id: job.id })} />
          <IconButton icon={CircleX} label="Stop the recognition" onPress={() => void cancel.run({ id: job.id })} />
        </div>
      );
    case 'paused':
      return (
        <div className="pictures-job">
          <span className="figures">Held: {ofPages} read</span>
          <IconButton icon={Play} label="Go on with the recognition" onPress={() => void resume.run({ id: job.id })} />
          <IconButton icon={CircleX} label="Stop the recognition" onPress={() => void cancel.run({ id: job.id })} />
        </div>
      );
    case 'failed':
      return <p>! {[job.reason, job.hint].filter(Boolean).join(' ')}</p>;
    case 'cancelled':
    case 'done':
      return null;
  }
}

/** More pages are counted, not listed. */
const mostListed = 40;

function Recognised({ pages, job, onGo }: { pages: readonly PageConfidence[]; job: OcrJob | null } & Going) {
  const known = pages.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]));
  const mean = known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
  return (
    <>
      <p>
        {pages.length === 1 ? `Page ${String(pages[0]?.number)} was` : `Pages ${pageRanges(pages.map(({ number }) => number))} were`} read by OCR{job ? ` in ${languageNames(job.languages)}` : ''}
        {mean === null ? '; no words were found.' : `, ${percent(mean)} sure of the words.`} Compare with the page before you quote a figure or a name.
      </p>
      {job?.status === 'done' && job.reason !== '' && <p>! {job.reason}</p>}
      <table className="pictures-pages figures">
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">Sure</th>
            <th scope="col">Words in doubt</th>
          </tr>
        </thead>
        <tbody>
          {pages.slice(0, mostListed).map(({ number, confidence, doubtful }) => (
            <tr key={number}>
              <td>
                {onGo ? (
                  <button type="button" className="pictures-place" onClick={() => onGo(number)}>
                    {number}
                  </button>
                ) : (
                  number
                )}
              </td>
              <td>{confidence === null ? 'no words' : percent(confidence)}</td>
              <td>{doubtful.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pages.length > mostListed && <p className="faint">and {(pages.length - mostListed).toLocaleString('en')} more pages</p>}
    </>
  );
}

/** "3 of 12 pages are pictures (3–5)". */
function someAre(numbers: readonly number[], pageCount: number): string {
  if (numbers.length === pageCount) return pageCount === 1 ? 'The page is a picture' : `All ${pageCount.toLocaleString('en')} pages are pictures`;
  if (numbers.length === 1) return `Page ${String(numbers[0])} of ${pageCount.toLocaleString('en')} is a picture`;
  return `${numbers.length.toLocaleString('en')} of ${pageCount.toLocaleString('en')} pages are pictures (${pageRanges(numbers)})`;
}

export function percent(confidence: number): string {
  return `${String(Math.round(confidence))} %`;
}

/** The start of a page in the reading text. */
export function startOfPage(pages: readonly ({ number: number } & TextRange)[], number: number): TextRange | null {
  const page = pages.find((each) => each.number === number);
  return page ? { start: page.start, end: page.end } : null;
}
