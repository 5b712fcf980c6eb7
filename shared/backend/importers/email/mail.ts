// A mail, whatever file it came in.

import type { HeldFile, Warning } from '../../../core/document.ts';

export type Mail = {
  subject: string;
  /** Heads an analyst reads, in order, by their usual names: From, To, Cc, Date. */
  heads: { name: string; value: string }[];
  /** Who wrote it, by name or else by address. */
  author: string;
  /** As written. */
  date: string;
  /** The body in its versions; '' for one that is missing. */
  html: string;
  text: string;
  attachments: HeldFile[];
  /** Pictures and signatures that belong to the mail itself. */
  parts: { name: string; reason: string }[];
  /** Heads for programs, a line each. */
  otherHeads: string;
  warnings: Warning[];
};
