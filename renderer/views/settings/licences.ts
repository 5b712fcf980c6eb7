// The works the screen is built with and their licences, as their packages state them.

export const licences: readonly { work: string; licence: string }[] = [
  { work: 'Inter (typeface)', licence: 'SIL Open Font License 1.1' },
  { work: 'Source Serif 4 (typeface)', licence: 'SIL Open Font License 1.1' },
  { work: 'JetBrains Mono (typeface)', licence: 'SIL Open Font License 1.1' },
  { work: 'Lucide (icons)', licence: 'ISC' },
  { work: 'React', licence: 'MIT' },
  { work: 'React Aria Components', licence: 'Apache License 2.0' },
  { work: 'TanStack Query, TanStack Virtual', licence: 'MIT' },
  { work: 'unified, remark, hast utilities', licence: 'MIT' },
  { work: 'MiniSearch', licence: 'MIT' },
  { work: 'PDF.js', licence: 'Apache License 2.0' },
  { work: 'PDFium', licence: 'BSD 3-Clause, Apache License 2.0' },
  { work: 'Tesseract, its WebAssembly by tesseract.js, its data for English', licence: 'Apache License 2.0' },
  { work: 'Zod', licence: 'MIT' },
];
