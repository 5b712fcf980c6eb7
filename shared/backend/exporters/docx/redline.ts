// A redline as a Word document with tracked changes: accepting all leaves the text of the later edition, rejecting all that of the earlier,
// each in its own order. The pages of both stand in a comment at every paragraph that changed.

import { CommentRangeEnd, CommentRangeStart, CommentReference, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun, type ParagraphChild } from 'docx';
import type { Redline } from '../../../core/redline.ts';
import { isChanged, type RedlineParagraph, redlineParagraphs } from '../layout/redline.ts';
import { redlineLegend, redlineLosses, redlineMarkings, redlineSources, redlineTitle, placeWords } from '../layout/redline-wording.ts';
import { direction } from './prose.ts';
import { bold, textRuns, type TrackedChange } from './runs.ts';
import { pageMargin, wordStyles } from './styles.ts';
import { createWriting, type DocxWriting } from './writing.ts';

/** Word is slow with more comments than a person reads. */
const mostComments = 3000;

export async function redlineDocx(redline: Redline): Promise<{ bytes: Uint8Array; losses: string[] }> {
  const paragraphs = redlineParagraphs(redline.rows, redline.older, redline.newer);
  const writing = createWriting(redline.date);
  const author = `${redline.older.heading} to ${redline.newer.heading}`;
  const comments: { id: number; author: string; date: Date; children: Paragraph[] }[] = [];
  const body = paragraphs.map((paragraph) => {
    const words = isChanged(paragraph) && comments.length < mostComments ? placeWords(redline, paragraph) : '';
    if (words === '') return wordParagraph(paragraph, [], author, writing);
    const id = comments.length;
    comments.push({ id, author, date: new Date(`${redline.date.slice(0, 10) || '1970-01-01'}T00:00:00Z`), children: [new Paragraph({ children: textRuns(words) })] });
    return wordParagraph(paragraph, [new CommentRangeStart(id), new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })], author, writing);
  });
  const title = redlineTitle(redline);
  const marking = redlineMarkings(redline).join(' · ');
  const document = new Document({
    title,
    creator: 'Annals',
    lastModifiedBy: 'Annals',
    styles: wordStyles('en'),
    comments: { children: comments },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: pageMargin, bottom: pageMargin, left: pageMargin, right: pageMargin, header: 620, footer: 620 } } },
        ...(marking ? { headers: { default: new Header({ children: [new Paragraph({ style: 'Marking', children: textRuns(marking) })] }) } } : {}),
        footers: { default: new Footer({ children: [new Paragraph({ style: 'PageFoot', children: [...textRuns(marking ? `${marking}   ` : '', bold), new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })] })] }) },
        children: [
          new Paragraph({ style: 'Title', ...direction(title), children: textRuns(title) }),
          ...redlineSources(redline).map((line) => new Paragraph({ style: 'Legend', ...direction(line), children: textRuns(line) })),
          new Paragraph({ style: 'Byline', children: textRuns(redlineLegend(redline)) }),
          ...body,
        ],
      },
    ],
  });
  const losses = redlineLosses(redline, paragraphs);
  if (comments.length === mostComments) losses.push(`Only the first ${mostComments.toLocaleString('en')} changed paragraphs carry their pages in a comment.`);
  return { bytes: new Uint8Array(await Packer.toArrayBuffer(document)), losses };
}

function wordParagraph(paragraph: RedlineParagraph, comment: ParagraphChild[], author: string, writing: DocxWriting): Paragraph {
  const mark = () => writing.mark(author);
  const change = (kind: 'added' | 'removed' | 'same'): TrackedChange | null => (kind === 'same' ? null : { kind: kind === 'added' ? 'inserted' : 'deleted', mark });
  const text = paragraph.parts.map((part) => part.text).join('');
  // The mark at the end of a paragraph that only one edition has goes with it.
  const end = paragraph.presence === 'both' ? {} : { run: paragraph.presence === 'newer' ? { insertion: mark() } : { deletion: mark() } };
  return new Paragraph({
    ...styleOf(paragraph),
    ...direction(text),
    ...end,
    children: [...comment.slice(0, 1), ...paragraph.parts.flatMap((part) => textRuns(part.text, part.emphasis === null ? {} : bold, change(part.kind))), ...comment.slice(1)],
  });
}

function styleOf({ kind, level }: RedlineParagraph): { style?: string; indent?: { left: number } } {
  switch (kind) {
    case 'title':
    case 'heading':
      return { style: `Heading${Math.min(3, Math.max(1, level))}` };
    case 'caption':
      return { style: 'TableCaption' };
    case 'table-row':
    case 'field':
      return { style: 'TableText' };
    case 'note':
      return { style: 'Legend' };
    case 'list-item':
      return { indent: { left: 340 * Math.min(6, Math.max(1, level)) } };
    default:
      return {};
  }
}
