// One line of `annals inspect --jsonl`: a text with what it is to be read as. Files are inspect.ts's.

import { type Backend, recogniseFragment } from '../../backend/backend.ts';
import { UserError } from '../../core/user-error.ts';
import { documentKind } from '../../rpc/contract/inputs.ts';

/** `as` is a document kind, or "cable-fragment" with `kind` saying which field; further fields are hints. */
export type FragmentLine = { id?: unknown; input?: unknown; as?: unknown; kind?: unknown; [hint: string]: unknown };

/** Throws UserError invalid-input for a line of another form. */
export async function answerLine(backend: Backend, line: FragmentLine): Promise<unknown> {
  if (typeof line !== 'object' || line === null || typeof line.input !== 'string') throw new UserError('invalid-input', 'A line needs a text in “input”.');
  if (line.as === 'cable-fragment') return answerFragment(line, line.input);
  const as = line.as === undefined ? undefined : documentKind.safeParse(line.as);
  if (as?.success === false) throw new UserError('invalid-input', `Annals reads nothing as “${String(line.as)}”.`, `It reads as: ${documentKind.options.join(', ')}, cable-fragment.`);
  const { recognition } = await backend.call('imports.inspect', { name: 'line.txt', bytes: new TextEncoder().encode(line.input), ...(as && { as: as.data }) });
  return recognition;
}

function answerFragment({ id: _id, input: _input, as: _as, kind, ...hints }: FragmentLine, input: string): unknown {
  if (typeof kind !== 'string') throw new UserError('invalid-input', 'A fragment of a cable needs its field in “kind”, such as "subject".');
  return recogniseFragment({ kind, input, hints });
}
