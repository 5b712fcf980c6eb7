// Recognition of a fragment of a document without a project: the command line's --jsonl.

import { recogniseCableFragment } from './recognisers/cable.ts';

/** One field of a cable fragment, such as its references; `kind` and hints as the caller gives them. Throws UserError for an unknown kind; odd input is answered. */
export function recogniseFragment(line: { kind: string; input: string; hints: Record<string, unknown> }): unknown {
  return recogniseCableFragment(line.kind, line.input, line.hints);
}
