// Briefs: stored blocks, the resolved brief that exporters take, and the rules between them. This is the one door to the
// folder of the same name; everything in it is pure. Writing a file format is not done here.

export * from './brief/model.ts';
export type { ChartMaterial } from './brief/chart-block.ts';
export { defaultMaxRows, parseComparisonSpec, selectRows } from './brief/comparison-spec.ts';
export { highestMarkings } from './brief/marking.ts';
export { citationsOf, numberSources } from './brief/numbering.ts';
export { placeOf } from './brief/place.ts';
export { parseReferences, replaceReferences, writeReferences, type Reference, type ReferenceGroup, type ReferenceKind } from './brief/references.ts';
export { resolveBrief, type BriefMaterial, type CitedReading } from './brief/resolve.ts';
export { quoteWarnings, verifyQuote, verifyQuotes } from './brief/verification.ts';
