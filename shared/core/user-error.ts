// An expected failure, told to the analyst as written. Anything else thrown is a bug.

/** Codes are stable words for programs; message and hint are sentences for people. */
export type UserErrorCode =
  | 'invalid-input'
  | 'unknown-method'
  | 'not-found'
  | 'changed-since'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'no-project'
  | 'project-locked'
  | 'project-newer'
  | 'project-damaged'
  | 'project-read-only'
  | 'disk-full'
  | 'unreadable-file'
  | 'unsupported-file'
  | 'encrypted-file'
  | 'too-large'
  | 'cancelled'
  | 'query-syntax'
  | 'not-allowed'
  | 'missing-program'
  | 'conflict';

export class UserError extends Error {
  readonly code: UserErrorCode;
  /** What the analyst can do next; empty when the message says it all. */
  readonly hint: string;

  constructor(code: UserErrorCode, message: string, hint = '') {
    super(message);
    this.name = 'UserError';
    this.code = code;
    this.hint = hint;
  }
}
