// Text of paragraphs without what the form adds: numbers, portion marks, Summary and Comment labels, page banners, redactions alone.
// Line breaks stay. The reader shows the laid-out document instead; this serves comparison with other collections of cables.

import { MARK } from './marking.ts';
import { pageBanners } from './page-banner.ts';

const NUMBER_AND_MARK = new RegExp(`^[ \\t]{0,40}¶?\\d{1,3}(?: ?[.)])?[ \\t]{0,8}(?:\\(?(?:${MARK})\\)[ \\t]{0,8})?(?<=[.) \\t])`, 'gim');
const LABEL =
  /^((?:\([A-Z/]{1,6}\)[ \t]{0,4})?)(?:summary|comment|introduction|note|action request|bio note)(?:[ \t]{1,4}(?:and|\/)[ \t]{1,4}(?:comment|action request|introduction|summary))?[ \t]{0,4}[:.][ \t]{0,4}/gim;
const END_LABEL =
  /end[ \t]{1,4}(?:of[ \t]{1,4})?(?:summary|comment|note|introduction|action request|bio note)(?:[ \t]{1,4}(?:and|\/)[ \t]{1,4}(?:comment|action request|introduction|summary))?[ \t]{0,2}\.? ?/gi;
const REDACTION_ALONE = /(?<![A-Za-z])[xX]{2,}(?![A-Za-z])/g;

/** The text without numbers, marks, labels, banners and redactions that stand alone. */
export function cleanText(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const banner of pageBanners(text)) {
    if (banner.start < at) continue;
    parts.push(text.slice(at, banner.start));
    at = banner.end + (/^[ \t]*\n\s{0,20}/.exec(text.slice(banner.end, banner.end + 120))?.[0].length ?? 0);
  }
  parts.push(text.slice(at));
  return parts.join('').replace(NUMBER_AND_MARK, '').replace(LABEL, '$1').replace(END_LABEL, '').replace(REDACTION_ALONE, '');
}
