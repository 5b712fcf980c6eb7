// A chart as a picture in Word, with what its marks mean and its table below. The picture is SVG, which Word shows since 2016, with the
// same as PNG for programs that do not.

import { ImageRun, Paragraph, type ParagraphChild } from 'docx';
import type { ChartBlock } from '../../../core/brief.ts';
import { chartPng } from '../layout/chart-raster.ts';
import { direction, wordTable, type WordBlock } from './prose.ts';
import { bold, citationRuns, textRuns } from './runs.ts';
import { textWidth } from './styles.ts';

/** Pixels of 96 to the inch in a twentieth of a point. */
const pixelsPerUnit = 96 / 1440;

export function chartBlocks({ title, unit, picture, description, notes, rows }: ChartBlock): WordBlock[] {
  const widths = [1134, 2268, textWidth - 1134 - 2268];
  const cell = (children: ParagraphChild[]) => [new Paragraph({ style: 'TableText', children })];
  const header = ['Year', unit || 'Value', 'Source'].map((words) => cell(textRuns(words, bold)));
  return [
    new Paragraph({ style: 'TableCaption', ...direction(title), keepNext: true, children: textRuns(title) }),
    ...(picture ? [new Paragraph({ keepNext: true, children: [imageOf(picture, title, description)] })] : []),
    ...(notes.length > 0 ? [new Paragraph({ style: 'Legend', children: textRuns(notes.join(' ')) })] : []),
    wordTable(widths, [header, ...rows.map((row) => [cell(textRuns(row.isFirst ? String(row.year) : '')), cell(textRuns(row.value)), cell(row.sources.flatMap(({ name, citation }, index) => [...textRuns(`${index > 0 ? ', ' : ''}${name} `), ...citationRuns([citation])]))])]),
    new Paragraph({ style: 'Legend', children: [] }),
  ];
}

function imageOf({ svg, width, height, drawing }: NonNullable<ChartBlock['picture']>, title: string, description: string): ImageRun {
  const shown = Math.min(1, (textWidth * pixelsPerUnit) / width);
  return new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(svg),
    fallback: { type: 'png', data: chartPng(drawing) },
    transformation: { width: Math.round(width * shown), height: Math.round(height * shown) },
    altText: { name: title, title, description },
  });
}
