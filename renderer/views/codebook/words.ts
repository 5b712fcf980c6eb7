// How the codebook counts in words.

export function passagesWord(count: number): string {
  return count === 1 ? '1 passage' : `${count.toLocaleString('en')} passages`;
}

export function tagsWord(count: number): string {
  return count === 1 ? '1 tag' : `${count.toLocaleString('en')} tags`;
}

/** An analyst who gave no name in the settings. */
export function analystName(author: string): string {
  return author === '' ? 'Without a name' : author;
}
