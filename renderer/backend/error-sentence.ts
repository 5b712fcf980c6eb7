// What the analyst reads when something failed. Expected failures speak for themselves; a fault of the program says that nothing was lost.

import { UserError } from '../../shared/core/user-error.ts';
import { ConnectionLost, InternalError } from '../../shared/rpc/client.ts';

export function sentenceOf(error: unknown): string {
  if (error instanceof UserError) return error.hint ? `${withStop(error.message)} ${withStop(error.hint)}` : withStop(error.message);
  if (error instanceof ConnectionLost) return 'The connection to the application was lost. What you saved is safe; try again when it is back.';
  // The application says itself what is safe and where the details are.
  if (error instanceof InternalError) return withStop(error.message);
  const detail = error instanceof Error ? error.message : String(error);
  return `Annals ran into a fault of its own (${detail}). What was saved before is safe.`;
}

function withStop(sentence: string): string {
  const text = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
