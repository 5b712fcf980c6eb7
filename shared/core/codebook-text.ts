// A tag's meaning as one text, for formats that have a single description a code; and back again.

import type { CodebookEntry } from './codebook.ts';

type Meaning = Pick<CodebookEntry, 'definition' | 'whenToUse' | 'whenNot' | 'example' | 'aliases'>;

const labels = { whenToUse: 'When to use:', whenNot: 'When not to use:', example: 'Example:', aliases: 'Also called:' } as const;

/** The definition, then a paragraph each for what else is said, begun by its label. */
export function descriptionOf({ definition, whenToUse, whenNot, example, aliases }: Meaning): string {
  const parts = [
    definition.trim(),
    whenToUse.trim() && `${labels.whenToUse} ${whenToUse.trim()}`,
    whenNot.trim() && `${labels.whenNot} ${whenNot.trim()}`,
    example.trim() && `${labels.example} ${example.trim()}`,
    aliases.length > 0 && `${labels.aliases} ${aliases.map((alias) => alias.replaceAll(';', ',')).join('; ')}`,
  ];
  return parts.filter((part) => part !== '' && part !== false).join('\n\n');
}

/** A text without our labels is a definition. */
export function meaningOf(description: string): Meaning {
  const meaning = { definition: '', whenToUse: '', whenNot: '', example: '', aliases: '' };
  let field: keyof typeof meaning = 'definition';
  for (const line of description.replace(/\r\n?/g, '\n').trim().split('\n')) {
    const labelled = Object.entries(labels).find(([, label]) => line.startsWith(label));
    if (labelled) {
      field = labelled[0] as keyof typeof labels;
      meaning[field] += `\n${line.slice(labelled[1].length).trim()}`;
    } else meaning[field] += `\n${line}`;
  }
  const { aliases, ...texts } = meaning;
  const trimmed = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim()])) as Record<keyof typeof texts, string>;
  return { ...trimmed, aliases: aliases.split(';').map((alias) => alias.trim()).filter(Boolean) };
}
