// A mail as a document: subject, heads as fields, body, names of the attachments. It does not decode mails.

import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { DraftBlock } from '../../../core/canonical-text.ts';
import type { LeftOut, ParsedDocument } from '../../../core/document.ts';
import { readBlocks } from '../html/blocks.ts';
import { boundDepth } from '../html/depth.ts';
import { mainText } from '../html/furniture.ts';
import { parsedDocument } from '../parsed-document.ts';
import { readLines, wrapWidth } from '../text/lines.ts';
import { passagesOf } from '../text/passages.ts';
import type { Mail } from './mail.ts';

export function mailDocument(mail: Mail): ParsedDocument {
  const heads: DraftBlock[] = mail.heads.map(({ name, value }) => ({ kind: 'field', text: `${name}: ${value}` }));
  if (mail.attachments.length > 0) heads.push({ kind: 'field', text: `Attachments: ${mail.attachments.map(({ name }) => name).join(', ')}` });
  const body = mail.html === '' ? { drafts: textBody(mail.text), leftOut: [], source: mail.text } : htmlBody(mail);
  const title: DraftBlock[] = mail.subject === '' ? [] : [{ kind: 'title', text: mail.subject }];
  const leftOut: LeftOut[] = [...body.leftOut, ...mail.parts.map(({ name, reason }) => ({ text: name, reason, page: null }))];
  if (mail.otherHeads !== '') leftOut.push({ text: mail.otherHeads, reason: 'heads of the mail for programs', page: null });
  const drafts = [...title, ...heads, ...body.drafts.map(quoted)];
  return {
    ...parsedDocument(drafts, {
      properties: Object.fromEntries(Object.entries({ title: mail.subject, author: mail.author, created: mail.date }).filter(([, value]) => value !== '')),
      warnings: mail.warnings,
      leftOut,
      source: [...(mail.subject === '' ? [] : [`Subject: ${mail.subject}`]), ...heads.map(({ text }) => text), '', body.source].join('\n'),
    }),
    ...(mail.attachments.length > 0 ? { files: mail.attachments } : {}),
  };
}

function textBody(text: string): DraftBlock[] {
  const lines = readLines(text);
  return passagesOf(lines, wrapWidth(lines));
}

function htmlBody({ html, text }: Mail): { drafts: DraftBlock[]; leftOut: LeftOut[]; source: string } {
  const root = unified().use(rehypeParse).parse(boundDepth(html).html);
  const { roots, skipped, leftOut } = mainText(root);
  const { drafts, source } = readBlocks(roots, { skipped, base: null });
  // Many mails carry their text a second time without its looks; only what that version says more is kept.
  const known = new Set(words([...drafts.map((draft) => draft.text), ...leftOut.map((left) => left.text)].join('\n')));
  const more = text.split('\n').filter((line) => words(line).some((word) => !known.has(word)));
  if (drafts.length === 0) return { drafts: textBody(text), leftOut, source: text };
  return { drafts, leftOut: more.length > 0 ? [...leftOut, { text: more.join('\n'), reason: 'only in the plain version of the mail', page: null }] : leftOut, source };
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function quoted(draft: DraftBlock): DraftBlock {
  return draft.kind === 'quote' ? { ...draft, role: 'quoted' } : draft;
}
