// The styles of an exported Word document, by the names Word itself uses, so that a house template can take them over.

import { AlignmentType, BorderStyle, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';

/** Twentieths of a point. */
const point = 20;
/** Width of the text on A4 with margins of 24 mm. */
export const textWidth = 9185;
export const pageMargin = 1361;

/** Room for "≠ Contradicts" before the passage. */
const evidenceIndent = 1644;

export const ink = '1C1B19';
export const soft = '5C5850';
export const gone = 'A01F2D';
export const added = '17643A';
export const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'CFCABF' } as const;
export const inkLine = { style: BorderStyle.SINGLE, size: 4, color: ink } as const;
export const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** On every Windows and Mac with Office; LibreOffice knows its metric twin Caladea. */
const font = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Times New Roman' };

type Spacing = { before?: number; after?: number; line?: number };
/** `before` and `after` in points, `line` in 240ths of a line. */
const spacing = ({ before = 0, after = 0, line = 264 }: Spacing) => ({ before: before * point, after: after * point, line, lineRule: LineRuleType.AUTO });

function heading(size: number, before: number, after: number, italics = false) {
  return { run: { font, size: size * 2, bold: true, italics, color: ink }, paragraph: { spacing: spacing({ before, after, line: 252 }), keepNext: true, keepLines: true } };
}

function paragraphStyle(id: string, name: string, style: Omit<IParagraphStyleOptions, 'id' | 'name'>): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...style };
}

/** `language` is a BCP 47 tag, for the spelling checker and for reading aloud. */
export function wordStyles(language: string): IStylesOptions {
  return {
    default: {
      document: { run: { font, size: 21, color: ink, language: { value: language } }, paragraph: { spacing: spacing({ after: 7 }) } },
      title: { run: { font, size: 44, bold: true, color: ink }, paragraph: { spacing: spacing({ before: 16, after: 4, line: 240 }), keepNext: true } },
      heading1: heading(15, 20, 6),
      heading2: heading(12.5, 15, 4),
      heading3: heading(11, 12, 3),
      heading4: heading(10.5, 10, 3, true),
      heading5: heading(10.5, 10, 3, true),
      heading6: heading(10.5, 10, 3, true),
      listParagraph: { run: { font }, paragraph: { spacing: spacing({ after: 3 }) } },
    },
    paragraphStyles: [
      paragraphStyle('Subtitle', 'Subtitle', { run: { size: 25, color: soft }, paragraph: { spacing: spacing({ after: 5 }), keepNext: true } }),
      paragraphStyle('Byline', 'Byline', { run: { color: soft }, paragraph: { spacing: spacing({ after: 22 }), border: { bottom: { ...inkLine, space: 10 } } } }),
      paragraphStyle('Quote', 'Quote', { paragraph: { indent: { start: 340, end: 340 }, spacing: spacing({ before: 3, after: 8 }), border: { left: { ...hairline, size: 12, space: 10 } } } }),
      paragraphStyle('Claim', 'Finding Claim', { run: { bold: true, size: 22 }, paragraph: { spacing: spacing({ before: 12, after: 2 }), keepNext: true, keepLines: true, border: { top: { ...hairline, space: 7 } } } }),
      paragraphStyle('FindingFacts', 'Finding Facts', { run: { size: 19, color: soft }, paragraph: { spacing: spacing({ after: 5 }), keepNext: true } }),
      paragraphStyle('Evidence', 'Finding Evidence', {
        run: { size: 20 },
        paragraph: { indent: { start: evidenceIndent, hanging: evidenceIndent }, spacing: spacing({ after: 4 }), keepLines: true },
      }),
      paragraphStyle('EvidenceNote', 'Finding Note', { run: { size: 19, color: soft }, paragraph: { indent: { start: evidenceIndent }, spacing: spacing({ after: 4 }) } }),
      paragraphStyle('Warning', 'Warning', { run: { size: 19, color: gone }, paragraph: { spacing: spacing({ after: 5 }) } }),
      paragraphStyle('EvidenceWarning', 'Finding Warning', { run: { size: 19, color: gone }, paragraph: { indent: { start: evidenceIndent }, spacing: spacing({ after: 4 }) } }),
      paragraphStyle('TableCaption', 'Table Caption', { run: { bold: true }, paragraph: { spacing: spacing({ before: 12, after: 4 }), keepNext: true } }),
      paragraphStyle('TableText', 'Table Text', { run: { size: 18 }, paragraph: { spacing: spacing({ line: 250 }) } }),
      paragraphStyle('Legend', 'Legend', { run: { size: 17, color: soft }, paragraph: { spacing: spacing({ before: 4, after: 4 }) } }),
      paragraphStyle('SourceEntry', 'Source Entry', { run: { size: 20 }, paragraph: { spacing: spacing({ after: 4 }), keepLines: true } }),
      paragraphStyle('Code', 'Code', { run: { font: 'Consolas', size: 17 }, paragraph: { spacing: spacing({ after: 7 }), indent: { start: 340 } } }),
      paragraphStyle('Marking', 'Marking', { run: { font: 'Arial', size: 16, bold: true, characterSpacing: 14 }, paragraph: { alignment: AlignmentType.CENTER, spacing: spacing({}) } }),
      paragraphStyle('PageFoot', 'Page Foot', { run: { font: 'Arial', size: 16, color: soft }, paragraph: { spacing: spacing({}) } }),
    ],
    characterStyles: [{ id: 'Citation', name: 'Citation', basedOn: 'DefaultParagraphFont', run: { color: '1F3F77' } }],
  };
}
