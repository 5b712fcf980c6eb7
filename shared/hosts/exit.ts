// How a program of ours ends: 0 when all went well, 1 with a sentence for a UserError, 2 with the stack for a bug.

import { UserError } from '../core/user-error.ts';

/** Says what went wrong on standard error and remembers the exit code; the program then ends by itself. */
export function complain(error: unknown, about?: string): void {
  const subject = about === undefined ? '' : `${about}: `;
  if (error instanceof UserError) {
    console.error(`${subject}${error.message}${error.hint ? `\n${error.hint}` : ''}`);
    process.exitCode = Math.max(Number(process.exitCode ?? 0), 1);
    return;
  }
  console.error(`${subject}Annals made a mistake. This is a bug in the program, not in what you did.`);
  console.error(error);
  process.exitCode = 2;
}

/** Runs a program's main function. A reader that stops reading our output (`annals … | head`) is no mistake. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  process.stdout.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await main();
  } catch (error) {
    complain(error);
  }
}
