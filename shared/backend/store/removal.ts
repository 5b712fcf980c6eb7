// Taking annotations out with all that hangs on them. No cascades: each row goes through Write, so that undo brings each one back.

import { linksOfAnnotation, removeAnnotationRow, removeLink } from './annotations.ts';
import { blockIdsOfAnnotation } from './briefs.ts';
import { releaseAnnotation } from './doubts.ts';
import { evidenceOfAnnotation, removeEvidenceRow } from './findings.ts';
import type { Write } from './write.ts';

/** Blocks of briefs that quote them stay and say that the passage is missing. */
export function removeAnnotations(write: Write, ids: readonly string[]): void {
  for (const id of ids) {
    for (const blockId of blockIdsOfAnnotation(write, id)) write.update('brief_block', blockId, { annotation_id: null });
    for (const evidence of evidenceOfAnnotation(write, id)) removeEvidenceRow(write, evidence.id);
    for (const link of linksOfAnnotation(write, id)) removeLink(write, link.id);
    releaseAnnotation(write, id);
    removeAnnotationRow(write, id);
  }
}
