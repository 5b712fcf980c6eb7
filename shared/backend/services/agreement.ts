// How far two analysts agree, over the documents both have coded, and settling their differences one by one.

import { addCounts, agreementOf, compareCodings, noCharacters } from '../../core/agreement.ts';
import type { AnalystAgreement } from '../../core/codebook.ts';
import { disputesOf, rangesOf } from '../../core/dispute.ts';
import { tagPaths } from '../../core/tag.ts';
import { UserError } from '../../core/user-error.ts';
import type { Output } from '../../rpc/contract.ts';
import { csvBytes, fileNameFor } from '../exporters/index.ts';
import { annotationById, linksOfAnnotation, removeLink, settleLink } from '../store/annotations.ts';
import { analysts as analystsOf, codingsOfTwo, documentsOfTwo } from '../store/codings.ts';
import { allTags, tagById } from '../store/tags.ts';
import type { Read } from '../store/write.ts';
import type { Command, Query } from './handler.ts';
import { named } from './words.ts';

export const analysts: Query<'agreement.analysts'> = (read) => analystsOf(read);

export const ofTwo: Query<'agreement.ofTwo'> = (read, { first, second }) => ofTwoAnalysts(read, first, second);

function ofTwoAnalysts(read: Read, first: string, second: string): AnalystAgreement {
  const coded = documentsOfTwo(read, first, second);
  const both = new Map(coded.filter((each) => each.authors === 2).map((each) => [each.id, each.characters]));
  const characters = [...both.values()].reduce((sum, each) => sum + each, 0);
  const byTag = Map.groupBy(codingsOfTwo(read, first, second, null).filter((coding) => both.has(coding.documentId)), (coding) => coding.tagId);
  const tags = allTags(read).flatMap(({ id }) => {
    const codings = byTag.get(id);
    if (!codings) return [];
    let counts = noCharacters;
    let disputes = 0;
    let used = 0;
    for (const [documentId, own] of Map.groupBy(codings, (coding) => coding.documentId)) {
      const length = both.get(documentId) ?? 0;
      const { disagreements: _, ...here } = compareCodings({ characters: length, first: rangesOf(own, 'first'), second: rangesOf(own, 'second') });
      counts = addCounts(counts, here);
      disputes += disputesOf(length, own).length;
      used += length;
    }
    // Documents in which neither used the tag: they agree that it is not there.
    return [{ tagId: id, agreement: agreementOf(addCounts(counts, { ...noCharacters, none: characters - used })), disputes }];
  });
  return { documents: both.size, characters, leftOut: coded.length - both.size, tags };
}

export const disputes: Query<'agreement.disputes'> = (read, { first, second, tagId }) => {
  const byDocument = Map.groupBy(codingsOfTwo(read, first, second, tagId), (coding) => coding.documentId);
  return documentsOfTwo(read, first, second)
    .filter((document) => document.authors === 2)
    .flatMap(({ id, title, country, year, characters }) => {
      const own = byDocument.get(id) ?? [];
      const byId = new Map(own.map((coding) => [coding.id, coding]));
      const shown = (ids: readonly { id: string }[]) => ids.flatMap(({ id: annotationId }) => {
        const coding = byId.get(annotationId);
        return coding ? [{ annotationId, start: coding.start, end: coding.end, quote: coding.quote }] : [];
      });
      return disputesOf(characters, own).map((dispute) => ({ ...dispute, documentId: id, title, country, year, page: own.find((coding) => coding.start === dispute.start)?.page ?? null, first: shown(dispute.first), second: shown(dispute.second) }));
    });
};

export const settle: Command<'agreement.settle'> = (write, { tagId, keep, firstIds, secondIds }) => {
  const tag = tagById(write, tagId);
  if (!tag) throw new UserError('not-found', 'This tag is not in the codebook any more.', 'It may have been merged or removed; undo brings it back.');
  const sides = [
    { ids: firstIds, stays: keep === 'first' || keep === 'both' },
    { ids: secondIds, stays: keep === 'second' || keep === 'both' },
  ];
  // A side without a coding is an answer too: "not here". Keeping it takes the other's off.
  for (const { ids, stays } of sides) {
    for (const id of ids) {
      const link = linksOfAnnotation(write, id).find((each) => each.tagId === tagId);
      if (!link) throw new UserError('changed-since', `One of these passages does not carry ${named(tag.name)} any more.`, 'Look at the list again; it is up to date now.');
      if (stays) settleLink(write, link.id);
      else removeLink(write, link.id);
    }
  }
  const [kept] = keep === 'second' ? secondIds : firstIds;
  const author = kept === undefined ? null : (annotationById(write, kept)?.author ?? null);
  const outcome = { first: author ? `as ${author} coded it` : 'as the first coded it', second: author ? `as ${author} coded it` : 'as the second coded it', both: 'both stay', neither: 'neither stays' }[keep];
  return { value: null, label: `Settle ${named(tag.name)}: ${outcome}` };
};

/** The figures as a table; a figure that cannot be reckoned is an empty cell. */
export function exportFigures(read: Read, { first, second }: { first: string; second: string }): Output<'agreement.export'> {
  const tags = allTags(read);
  const paths = tagPaths(tags);
  const { tags: rows } = ofTwoAnalysts(read, first, second);
  const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10_000) / 10_000);
  const [one, other] = [first || 'Without a name', second || 'Without a name'];
  const bytes = csvBytes({
    name: 'Agreement',
    columns: ['Tag', 'Characters both', `Only ${one}`, `Only ${other}`, 'Neither', 'Percent agreement', "Cohen's kappa", "Krippendorff's alpha", 'Differences'].map((name) => ({ name })),
    rows: rows.map(({ tagId, agreement: { both, onlyFirst, onlySecond, none, percent, kappa, alpha }, disputes: open }) => [paths.get(tagId) ?? '', both, onlyFirst, onlySecond, none, rounded(percent), rounded(kappa), rounded(alpha), open]),
  });
  return { bytes, fileName: fileNameFor(`Agreement ${one} ${other}`, 'csv'), mediaType: 'text/csv; charset=utf-8', losses: [] };
}
