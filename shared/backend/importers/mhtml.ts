// Web pages saved in one file (.mhtml, .mht; RFC 2557): a mail whose parts are the page and what it shows. The page is read
// like any other; pictures and styles stay packed, and pages inside the page are kept as left out.

import type { LeftOut } from '../../core/document.ts';
import type { Importer } from '../../core/format.ts';
import { UserError } from '../../core/user-error.ts';
import { beginningOf, extensionOf, looksLikeText } from './detect.ts';
import { parsed } from './email/eml.ts';
import { parseHtml } from './html.ts';

const megabyte = 1024 * 1024;
const largestFile = 200 * megabyte;
/** A page's tree takes some thirty times its size in memory. */
const longestPage = 40 * megabyte;

export const mhtmlImporter: Importer = {
  id: 'mhtml',
  name: 'Saved web page',
  extensions: ['mhtml', 'mht'],
  accepts: ({ name, bytes, detected }) => {
    if ((detected && !/^(?:mhtml|mht|eml)$/.test(detected.ext)) || !looksLikeText(bytes)) return 0;
    const beginning = beginningOf(bytes, 16 * 1024);
    const heads = beginning.slice(0, /\r?\n\r?\n/.exec(beginning)?.index ?? beginning.length);
    const isPage = /^Content-Type:\s*(?:multipart\/related|text\/html)/im.test(heads);
    if (isPage && /^(?:Snapshot-Content-Location|From: <?Saved by)/im.test(heads)) return 0.95;
    return isPage && mhtmlImporter.extensions.includes(extensionOf(name)) ? 0.95 : 0;
  },
  parse: async ({ bytes }) => {
    if (bytes.length > largestFile) throw new UserError('too-large', `The saved page has ${Math.round(bytes.length / megabyte)} MB; Annals reads saved pages up to ${largestFile / megabyte} MB.`, 'Save its text as a text file.');
    const email = await parsed(bytes).catch(() => {
      throw new UserError('unreadable-file', 'The saved page is damaged.', 'Save it again from the browser.');
    });
    const [page = '', ...frames] = (email.html ?? '').split(/(?<=<\/html>)\s*(?=\S)/i);
    if (page.trim() === '') throw new UserError('unreadable-file', 'The file holds no web page.', 'Save the page again from the browser.');
    if (page.length > longestPage) throw new UserError('too-large', `The page has more than ${longestPage / megabyte} MB of text.`, 'Save its text as a text file.');
    const document = parseHtml(page);
    const head = (key: string): string => email.headers.find((header) => header.key === key)?.value.trim() ?? '';
    const properties = { ...document.properties };
    const address = head('snapshot-content-location') || head('content-location');
    if (/^https?:/i.test(address)) properties['address'] ??= address;
    if (email.subject) properties['title'] ??= email.subject;
    return { ...document, properties, leftOut: [...document.leftOut, ...frames.flatMap(framed)] };
  },
};

function framed(frame: string): LeftOut[] {
  const { text, leftOut } = parseHtml(frame);
  return [...(text === '' ? [] : [{ text, reason: 'page inside the page', page: null }]), ...leftOut];
}
