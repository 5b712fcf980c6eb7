// The list of short messages at the bottom of the window: who adds one, who reads them. Drawing them is Toasts' work.

export type Toast = {
  id: number;
  text: string;
  tone: 'plain' | 'error';
  /** A button with a verb, such as Undo. */
  action: { label: string; run: () => void } | null;
};

export type NewToast = { text: string; tone?: Toast['tone']; action?: { label: string; run: () => void } };

/** Milliseconds on the screen: time to read a line and reach its button. Errors stay until they are closed. */
const shownFor = 8000;
/** More would cover the work. */
const mostAtOnce = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Shows a message; the same text again replaces the one shown. Returns its id. */
export function showToast({ text, tone = 'plain', action }: NewToast): number {
  lastId += 1;
  const toast: Toast = { id: lastId, text, tone, action: action ?? null };
  replace([...toasts.filter((shown) => shown.text !== text), toast].slice(-mostAtOnce));
  if (tone !== 'error') setTimeout(() => closeToast(toast.id), shownFor);
  return toast.id;
}

export function closeToast(id: number): void {
  if (toasts.some((toast) => toast.id === id)) replace(toasts.filter((toast) => toast.id !== id));
}

export function shownToasts(): readonly Toast[] {
  return toasts;
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replace(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
