// A brief as a Word document: Word's own styles, numbering and headers, and real tracked changes where two editions are compared.

import { AlignmentType, Bookmark, Document, Footer, Header, Packer, PageNumber, Paragraph, TabStopType, TextRun, type ParagraphChild } from 'docx';
import { sourceListParts } from '../../core/citation.ts';
import type { CitedText, Exporter, FindingBlock, QuoteBlock, QuotedPassage, ResolvedBlock, ResolvedBrief, Source } from '../../core/brief.ts';
import { chartBlocks } from './docx/chart.ts';
import { comparisonBlocks } from './docx/comparison.ts';
import { direction, headingParagraph, proseBlocks, quoteStyle, type WordBlock } from './docx/prose.ts';
import { bold, citationRuns, italic, sourceBookmark, textRuns } from './docx/runs.ts';
import { ink, pageMargin, soft, textWidth, wordStyles } from './docx/styles.ts';
import { createWriting, sourceNumbering, type DocxWriting } from './docx/writing.ts';
import { byline, findingFacts, markingLine, quoted, quoteWarning, stanceWords, verificationLine, words } from './layout/wording.ts';
import { isRightToLeft, printable } from './prose/characters.ts';
import { parseProse } from './prose/parse.ts';

export const docxExporter: Exporter = {
  id: 'docx',
  name: 'Word document',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  write: async (brief) => {
    const writing = createWriting(brief.date);
    const file = briefDocument(brief, writing);
    const bytes = new Uint8Array(await Packer.toArrayBuffer(file));
    return { bytes, losses: [...writing.losses] };
  },
};

function briefDocument(brief: ResolvedBrief, writing: DocxWriting): Document {
  const title = printable(brief.title.trim()).replace(/\s+/gu, ' ') || words.untitled;
  const author = printable(brief.author.trim());
  const marking = markingLine(brief);
  const children = [...opening(brief, title), ...body(brief, writing)];
  return new Document({
    title,
    // The name the analyst chose to print, never that of the account; the program's own when there is none.
    creator: author || 'Annals',
    lastModifiedBy: author || 'Annals',
    styles: wordStyles(brief.language),
    numbering: { config: writing.numbering },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: pageMargin, bottom: pageMargin, left: pageMargin, right: pageMargin, header: 620, footer: 620 } } },
        ...(marking ? { headers: { default: new Header({ children: [new Paragraph({ style: 'Marking', children: textRuns(marking) })] }) } } : {}),
        footers: { default: new Footer({ children: [pageFoot(title, marking)] }) },
        children,
      },
    ],
  });
}

/** Title at the left, marking in the middle, page number at the right. */
function pageFoot(title: string, marking: string): Paragraph {
  const short = [...title].length > 40 ? `${[...title].slice(0, 39).join('')}…` : title;
  return new Paragraph({
    style: 'PageFoot',
    tabStops: [
      { type: TabStopType.CENTER, position: textWidth / 2 },
      { type: TabStopType.RIGHT, position: textWidth },
    ],
    children: [...textRuns(marking ? '' : short), ...textRuns(`\t${marking}\t`, { ...bold, color: ink, characterSpacing: 14 }), new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
}

function opening(brief: ResolvedBrief, title: string): Paragraph[] {
  const line = byline(brief);
  return [
    new Paragraph({ style: 'Title', ...direction(title), children: textRuns(title) }),
    ...(brief.subtitle.trim() ? [new Paragraph({ style: 'Subtitle', ...direction(brief.subtitle), children: textRuns(brief.subtitle.trim()) })] : []),
    new Paragraph({ style: 'Byline', ...direction(line), children: textRuns(line) }),
  ];
}

function body(brief: ResolvedBrief, writing: DocxWriting): WordBlock[] {
  const list = brief.blocks.findIndex((block) => block.kind === 'sources');
  const blocks = brief.blocks.flatMap((block, index) => (block.kind === 'sources' && index !== list ? [] : blockParagraphs(block, brief, writing)));
  if (brief.blocks.length === 0) blocks.push(new Paragraph({ children: textRuns(words.empty) }));
  if (list < 0 && (brief.sources.length > 0 || verificationLine(brief))) blocks.push(...sources('', brief));
  return blocks;
}

function blockParagraphs(block: ResolvedBlock, brief: ResolvedBrief, writing: DocxWriting): WordBlock[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block.level, textRuns(block.text), block.text)];
    case 'text':
      return prose(block.text, writing);
    case 'quote':
      return quote(block, writing);
    case 'finding':
      return finding(block, writing);
    case 'comparison':
      return comparisonBlocks(block, writing);
    case 'chart':
      return chartBlocks(block);
    case 'sources':
      return sources(block.heading, brief);
    case 'missing':
      return [warning(block.message)];
  }
}

function prose(text: CitedText, writing: DocxWriting): WordBlock[] {
  const parsed = parseProse(text);
  for (const loss of parsed.losses) writing.losses.add(loss);
  return proseBlocks(parsed, writing);
}

function quote(block: QuoteBlock, writing: DocxWriting): WordBlock[] {
  return [new Paragraph({ ...quoteStyle(block.passage.quote), children: passage(block.passage) }), ...warningsOf(block.passage), ...prose(block.remark, writing)];
}

function passage(shown: QuotedPassage): ParagraphChild[] {
  const { quote: text, citation } = shown;
  return text === '' ? textRuns(words.evidenceGone) : [...textRuns(`${quoted(shown)} `), ...(citation ? citationRuns([citation], { rightToLeft: isRightToLeft(text) }) : [])];
}

function finding(block: FindingBlock, writing: DocxWriting): WordBlock[] {
  const evidence = block.evidence.flatMap((each) => {
    const { sign, word } = stanceWords[each.stance];
    const opening_ = [...textRuns(sign, bold), ...textRuns(` ${word}\t`, { color: soft })];
    return [
      new Paragraph({ style: 'Evidence', children: [...opening_, ...passage(each)] }),
      ...warningsOf(each, 'EvidenceWarning'),
      ...(each.note.trim() ? [new Paragraph({ style: 'EvidenceNote', ...direction(each.note), children: textRuns(`${words.analyst}: ${each.note.trim()}`) })] : []),
    ];
  });
  return [
    new Paragraph({ style: 'Claim', ...direction(block.claim), children: textRuns(block.claim) }),
    new Paragraph({ style: 'FindingFacts', children: textRuns(findingFacts(block).join(' · ')) }),
    ...(evidence.length > 0 ? evidence : [warning(words.noEvidence)]),
    ...prose(block.remark, writing),
  ];
}

function warningsOf(shown: QuotedPassage, style = 'Warning'): Paragraph[] {
  const message = shown.quote === '' ? null : quoteWarning(shown);
  return message === null ? [] : [warning(message, style)];
}

function warning(message: string, style = 'Warning'): Paragraph {
  return new Paragraph({ style, children: [...textRuns(`${words.check} `, bold), ...textRuns(message)] });
}

function sources(heading: string, brief: ResolvedBrief): WordBlock[] {
  const title = heading.trim() || words.sources;
  const entries = brief.sources.map((source) => new Paragraph({ style: 'SourceEntry', alignment: AlignmentType.START, numbering: { reference: sourceNumbering, level: 0 }, children: [sourceEntry(source)] }));
  const verified = verificationLine(brief);
  return [
    headingParagraph(1, textRuns(title), title),
    ...(verified ? [new Paragraph({ keepNext: true, children: textRuns(verified, { color: soft }) })] : []),
    ...(entries.length > 0 ? entries : [new Paragraph({ children: textRuns(words.noSources) })]),
  ];
}

function sourceEntry(source: Source): Bookmark {
  return new Bookmark({ id: sourceBookmark(source.number), children: sourceListParts(source).flatMap((part) => textRuns(part.text, part.title ? italic : {})) });
}
