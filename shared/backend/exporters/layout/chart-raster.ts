// A chart as a PNG, for programs that show no SVG, such as LibreOffice in a Word document: drawn at four times the size and halved, so that
// edges are smooth. Words are written in strokes (stroke-letters.ts). PNG: ISO/IEC 15948, colour type 2, no filter, one data chunk.

import { crc32, deflateSync } from 'node:zlib';
import type { ChartDrawing, ChartShape } from '../../../core/chart-drawing.ts';
import { lightColours } from '../../../core/chart-file.ts';
import { letterHeight, letterStrokes, letterWidth } from './stroke-letters.ts';

/** Pixels of the drawing, before it is halved. */
const scale = 4;
/** Half the width of a drawn line, likewise. */
const halfLine = 3;
/** A dot of a letter, in pixels of the drawing: capitals are then as high as those of the screen. */
const dot = 1.1;
const halfStroke = 2;
/** Radius of a mark, in pixels of the drawing. */
const markRadius = { disc: 5, square: 8, triangle: 5 } as const;

export function chartPng({ width, height, shapes }: Pick<ChartDrawing, 'width' | 'height' | 'shapes'>): Uint8Array<ArrayBuffer> {
  const [across, down] = [Math.round(width) * scale, Math.round(height) * scale];
  const pixels = new Uint8Array(across * down * 3).fill(0xff);
  const fill = (left: number, top: number, right: number, bottom: number, colour: string, inside: (x: number, y: number) => boolean = () => true) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(down, Math.ceil(bottom)); y += 1) {
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(across, Math.ceil(right)); x += 1) if (inside(x + 0.5, y + 0.5)) pixels.set([red, green, blue], (y * across + x) * 3);
    }
  };
  for (const shape of shapes) draw(shape, fill);
  return png(across / 2, down / 2, halved(pixels, across, down));
}

type Fill = (left: number, top: number, right: number, bottom: number, colour: string, inside?: (x: number, y: number) => boolean) => void;

function draw(shape: ChartShape, fill: Fill): void {
  const colour = lightColours[shape.tone];
  if (shape.kind === 'box') fill(shape.x * scale, shape.y * scale, (shape.x + shape.width) * scale, (shape.y + shape.height) * scale, colour);
  else if (shape.kind === 'mark') {
    const [x, y, radius] = [shape.x * scale, shape.y * scale, markRadius[shape.form] * scale];
    const away = (px: number, py: number) => (shape.form === 'disc' ? Math.hypot(px - x, py - y) : Math.max(Math.abs(px - x), Math.abs(py - y)));
    // As on the screen: a hollow square shows what is behind it, a hollow disc the ground.
    const least = shape.isHollow && shape.form === 'square' ? radius - 2 * halfLine : 0;
    fill(x - radius, y - radius, x + radius, y + radius, colour, (px, py) => away(px, py) <= radius && away(px, py) >= least && (shape.form !== 'triangle' || Math.abs(px - x) <= (py - y + radius) / 2));
    if (shape.isHollow && least === 0) fill(x - radius, y - radius, x + radius, y + radius, '#ffffff', (px, py) => away(px, py) <= radius - 2 * halfLine);
  } else if (shape.kind === 'line') stroke(shape, colour, shape.tone === 'grid' ? halfLine / 2 : halfLine, shape.isDashed === true, fill);
  else write(shape, colour, fill);
}

/** A line with flat ends in pixels of the drawing; one without length is a dot. */
function stroke({ x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number }, colour: string, half: number, isDashed: boolean, fill: Fill): void {
  const [fromX, fromY, toX, toY] = [x1 * scale, y1 * scale, x2 * scale, y2 * scale];
  const length = Math.hypot(toX - fromX, toY - fromY);
  fill(Math.min(fromX, toX) - half, Math.min(fromY, toY) - half, Math.max(fromX, toX) + half, Math.max(fromY, toY) + half, colour, (x, y) => {
    if (length === 0) return Math.hypot(x - fromX, y - fromY) <= half;
    const along = ((x - fromX) * (toX - fromX) + (y - fromY) * (toY - fromY)) / length;
    const away = Math.abs((x - fromX) * (toY - fromY) - (y - fromY) * (toX - fromX)) / length;
    return away <= half && along >= -half && along <= length + half && !(isDashed && along % (7 * scale) > 4 * scale);
  });
}

function write({ words, x, y, anchor, isTurned }: Extract<ChartShape, { kind: 'text' }>, colour: string, fill: Fill): void {
  const letters = [...words];
  const starts: number[] = [];
  const width = dot * letters.reduce((sum, letter) => (starts.push(sum), sum + letterWidth(letter).advance), 0);
  const before = anchor === 'start' ? 0 : anchor === 'middle' ? width / 2 : width;
  letters.forEach((letter, index) => {
    const { left } = letterWidth(letter);
    for (const { x1, y1, x2, y2 } of letterStrokes(letter)) {
      const place = (column: number, row: number) => {
        const [along, up] = [((starts[index] ?? 0) + column - left) * dot - before, (row - letterHeight) * dot];
        return isTurned ? [x + up, y - along] : [x + along, y + up];
      };
      const [fromX = 0, fromY = 0] = place(x1, y1);
      const [toX = 0, toY = 0] = place(x2, y2);
      stroke({ x1: fromX, y1: fromY, x2: toX, y2: toY }, colour, halfStroke, false, fill);
    }
  });
}

/** Each pixel the mean of four. */
function halved(pixels: Uint8Array, across: number, down: number): Uint8Array {
  const small = new Uint8Array((across / 2) * (down / 2) * 3);
  for (let y = 0; y < down / 2; y += 1) {
    for (let x = 0; x < across / 2; x += 1) {
      for (let part = 0; part < 3; part += 1) {
        const at = (2 * y * across + 2 * x) * 3 + part;
        const sum = (pixels[at] ?? 0) + (pixels[at + 3] ?? 0) + (pixels[at + across * 3] ?? 0) + (pixels[at + across * 3 + 3] ?? 0);
        small[(y * (across / 2) + x) * 3 + part] = sum / 4;
      }
    }
  }
  return small;
}

function png(width: number, height: number, pixels: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8);
  header.setUint8(9, 2);
  // Each line begins with the number of its filter: 0, none.
  const lines = new Uint8Array(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1) lines.set(pixels.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
  const parts = [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), chunk('IHDR', new Uint8Array(header.buffer)), chunk('IDAT', deflateSync(lines)), chunk('IEND', new Uint8Array(0))];
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(data.length + 12);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  whole.set(new TextEncoder().encode(name), 4);
  whole.set(data, 8);
  view.setUint32(data.length + 8, crc32(whole.subarray(4, data.length + 8)));
  return whole;
}
