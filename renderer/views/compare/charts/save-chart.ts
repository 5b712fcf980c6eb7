// Makes files of a chart: SVG as it is, PNG drawn by the browser from the same SVG at twice the size. Nothing is sent anywhere.

import { saveFile } from '../../../components/save-file.ts';

type ChartPicture = { svg: string; width: number; height: number };

const svgType = 'image/svg+xml';
/** Sharp on paper and on dense screens. */
const pngScale = 2;

export function saveSvg({ svg }: ChartPicture, name: string): string {
  return save(new Blob([svg], { type: svgType }), name, 'svg');
}

/** Rejects when the browser cannot draw the picture. */
export async function savePng({ svg, width, height }: ChartPicture, name: string): Promise<string> {
  const address = URL.createObjectURL(new Blob([svg], { type: svgType }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * pngScale;
    canvas.height = height * pngScale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The browser made no picture.');
    return save(blob, name, 'png');
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Answers the name of the file. */
function save(blob: Blob, name: string, extension: string): string {
  const fileName = `${safeName(name)}.${extension}`;
  saveFile(blob, fileName);
  return fileName;
}

/** Letters, figures and a few signs that every file system takes; at most 80 characters. */
export function safeName(name: string): string {
  const words = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N} ,()-]+/gu, ' ').replace(/\s+/gu, ' ').trim();
  return [...words].slice(0, 80).join('').trim() || 'Chart';
}
