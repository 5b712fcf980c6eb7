import { describe, expect, it } from 'vitest';
import { cite, insert, prefixLines, typedMention, wrap } from '../../../../renderer/views/briefs/markdown-edit.ts';

const at = (marked: string) => {
  const start = marked.indexOf('|');
  const text = marked.replaceAll('|', '');
  const end = marked.lastIndexOf('|');
  return { text, start, end: end === start ? start : end - 1 };
};
const show = ({ text, start, end }: { text: string; start: number; end: number }) => `${text.slice(0, start)}|${start === end ? '' : `${text.slice(start, end)}|`}${text.slice(end)}`;

describe('the buttons of a text', () => {
  it('put marks around the words and take them off again', () => {
    const bold = wrap(at('The |number| fell.'), '**');
    expect(show(bold)).toBe('The **|number|** fell.');
    expect(show(wrap(bold, '**'))).toBe('The |number| fell.');
    expect(show(wrap(at('|'), '*'))).toBe('*|*');
  });

  it('make lists of whole lines, wherever the selection begins', () => {
    const listed = prefixLines(at('One\nTw|o\nThr|ee\nFour'), '- ');
    expect(listed.text).toBe('One\n- Two\n- Three\nFour');
    expect(prefixLines(listed, '- ').text).toBe('One\nTwo\nThree\nFour');
    expect(show(prefixLines(at('|'), '> '))).toBe('> |');
  });

  it('keep a citation apart from the word before it', () => {
    expect(show(cite(at('It fell|.'), '[@annotation:a]'))).toBe('It fell [@annotation:a]|.');
    expect(show(cite(at('It fell |'), '[@annotation:a]'))).toBe('It fell [@annotation:a]|');
    expect(show(cite(at('|'), '[@annotation:a]'))).toBe('[@annotation:a]|');
    expect(show(insert(at('a|b|c'), ''))).toBe('a|c');
  });
});

describe('an "@" that is being typed', () => {
  it('begins a word and ends at a line or a sign', () => {
    expect(typedMention('It fell @', 9)).toEqual({ from: 8, words: '' });
    expect(typedMention('It fell @344 insp', 17)).toEqual({ from: 8, words: '344 insp' });
    expect(typedMention('@дет', 4)).toEqual({ from: 0, words: 'дет' });
    expect(typedMention('(@a', 3)).toEqual({ from: 1, words: 'a' });
    for (const text of ['mail@example.org', 'It fell @ ', 'a @b\nc', '[@annotation:x]', `@${'x'.repeat(60)}`]) expect(typedMention(text, text.length)).toBeNull();
  });
});
