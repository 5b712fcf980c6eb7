// How the codebook counts in words.

export function passagesWord(count: number): string {
  return count === 1 ? '1 passage' : `${count.toLocaleString('en')} passages`;
}
