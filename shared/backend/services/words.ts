// Words for labels of steps: "3 passages", a long name cut short.

/** "1 passage", "3 passages". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** A name in quotation marks, cut at 40 characters so that a label stays one line. */
export function named(name: string): string {
  const short = [...name.replace(/\s+/g, ' ').trim()];
  return `“${short.length > 40 ? `${short.slice(0, 39).join('')}…` : short.join('')}”`;
}
