// Must be imported before pdf.js. On Node pdf.js looks for a drawing library when it is loaded and warns on the console that it cannot
// render without one. Annals never renders here, so those warnings are kept off the analyst's terminal.

const warn = console.warn;

console.warn = (...words: unknown[]): void => {
  const [first] = words;
  if (typeof first === 'string' && /@napi-rs\/canvas|Cannot polyfill/u.test(first)) return;
  warn(...words);
};

/** Gives the console back once pdf.js is loaded. */
export function restoreConsole(): void {
  console.warn = warn;
}
