// How one method of the contract is described. The description is data: the server validates with it, the screen refreshes by it, the command line lists it.

import type { z } from 'zod';

/**
 * query: reads, no side effect. command: one transaction, one undo step.
 * action: anything else, such as starting a job, opening a project, undo, export.
 */
export type MethodKind = 'query' | 'command' | 'action';

export type Method<Kind extends MethodKind, Input extends z.ZodType, Output> = {
  kind: Kind;
  /** One sentence for `annals methods`. */
  summary: string;
  input: Input;
  /** Tables a query reads: when one of them changes, the screen asks again. "*" stands for all. */
  reads: readonly string[];
  /** True when only the host itself may call it (it takes a path of the machine); a page is refused. */
  hostOnly: boolean;
  /** Carries the output type; has no value. */
  output?: Output;
};

export function returns<Output>() {
  return {
    query: <Input extends z.ZodType>(summary: string, input: Input, reads: readonly string[]): Method<'query', Input, Output> => ({
      kind: 'query',
      summary,
      input,
      reads,
      hostOnly: false,
    }),
    command: <Input extends z.ZodType>(summary: string, input: Input): Method<'command', Input, Output> => ({
      kind: 'command',
      summary,
      input,
      reads: [],
      hostOnly: false,
    }),
    action: <Input extends z.ZodType>(summary: string, input: Input, hostOnly = false): Method<'action', Input, Output> => ({
      kind: 'action',
      summary,
      input,
      reads: [],
      hostOnly,
    }),
  };
}
