// The contract's queries and commands, each with the function behind it. Nothing is decided here.

import { briefHtml } from './exporters/html.ts';
import type { Application } from './application.ts';
import * as agreement from './services/agreement.ts';
import * as annotationList from './services/annotation-list.ts';
import * as annotations from './services/annotations.ts';
import * as areas from './services/areas.ts';
import * as briefs from './services/briefs.ts';
import * as cables from './services/cables.ts';
import * as carrying from './services/carrying.ts';
import * as codebook from './services/codebook.ts';
import * as compare from './services/compare.ts';
import * as contradictions from './services/contradictions.ts';
import * as countryChanges from './services/country-changes.ts';
import * as documents from './services/documents.ts';
import * as doubts from './services/doubts.ts';
import * as findings from './services/findings.ts';
import type { Actions, Commands, Queries } from './services/handler.ts';
import * as imports from './services/imports.ts';
import * as listings from './services/listings.ts';
import * as metadata from './services/metadata.ts';
import * as pairCorrections from './services/pair-corrections.ts';
import * as savedComparisons from './services/saved-comparisons.ts';
import * as observations from './services/observations.ts';
import * as ocr from './services/ocr.ts';
import * as pairs from './services/pairs.ts';
import * as projects from './services/projects.ts';
import * as search from './services/search.ts';
import * as sources from './services/sources.ts';
import * as suggestedActions from './services/suggested-actions.ts';
import * as tags from './services/tags.ts';
import * as versions from './services/versions.ts';

export type MethodTable = { queries: Queries; commands: Commands; actions: Actions };

export function queries({ comparisons, session, pool }: Application): Queries {
  return {
    'projects.summary': (read) => projects.summary(read, session().store),
    'history.list': (_read, { limit }) => session().store.history(limit),
    'history.detail': (_read, { id }) => session().store.historyDetail(id),
    'documents.list': documents.list,
    'documents.get': documents.get,
    'documents.reading': documents.reading,
    'documents.words': documents.words,
    'documents.pageWords': documents.pageWords,
    'documents.original': documents.original,
    'metadata.list': metadata.list,
    'metadata.open': metadata.open,
    'ocr.ofDocument': ocr.ofDocument,
    'ocr.doubts': ocr.doubts,
    'ocr.jobs': ocr.jobs,
    'versions.ofDocument': versions.ofDocument,
    'versions.outdated': versions.outdated,
    'doubts.list': doubts.list,
    'doubts.counts': doubts.counts,
    'carrying.offers': carrying.offers(pool),
    'carrying.sources': carrying.sources,
    'imports.list': imports.list,
    'imports.counts': imports.counts,
    'watch.state': () => session().watching.state(),
    'pairs.list': pairs.list,
    'observations.ofDocument': observations.ofDocument,
    'observations.matrix': observations.matrix,
    'observations.indicator': observations.indicator,
    'listings.ofDocument': listings.ofDocument,
    'annotations.list': annotations.list,
    'annotationList.find': annotationList.find,
    'annotationList.rows': annotationList.rows,
    'annotationList.facets': annotationList.facets,
    'annotationList.detail': annotationList.detail,
    'tags.list': tags.list,
    'tags.use': tags.use,
    'tags.passages': tags.passages,
    'codebook.starters': codebook.starters,
    'codebook.preview': codebook.preview,
    'codebook.matrix': codebook.matrix,
    'agreement.analysts': agreement.analysts,
    'agreement.ofTwo': agreement.ofTwo,
    'agreement.disputes': agreement.disputes,
    'findings.list': findings.list,
    'findings.get': findings.get,
    'search.find': search.find,
    'search.objects': search.objects,
    'compare.editions': compare.editions,
    'compare.run': comparisons.run,
    'savedComparisons.list': savedComparisons.list,
    'suggestedActions.ledger': suggestedActions.ledger,
    'suggestedActions.reasons': suggestedActions.reasons,
    'institutions.ofCountry': countryChanges.institutions,
    'goods.ofCountry': (read, input, context) => countryChanges.goods(read, observations.countryMatrix(read, input, context)),
    'contradictions.ofCountry': (read, input, context) => contradictions.queue(read, observations.countryMatrix(read, input, context)),
    'sources.ofCountry': sources.ofCountry,
    'sources.claims': sources.claims,
    'sources.topics': sources.topics(pool),
    'sources.gone': (read, { country }, context) => sources.gone(read, country, (documentIds) => comparisons.run(read, { documentIds }, context)),
    'law.ofCountry': (read, input, context) => countryChanges.law(read, observations.countryMatrix(read, input, context)),
    'cables.graph': cables.graph,
    'cables.ofDocument': cables.ofDocument,
    'briefs.list': briefs.list,
    'briefs.get': briefs.get,
    'briefs.preview': async (read, { id }, context) => {
      const brief = await briefs.resolve(read, id, context, { compare: (spec) => comparisons.ofSpec(read, spec, context), matrix: (country) => observations.countryMatrix(read, { country }, context) });
      return { html: briefHtml(brief, { preview: true }).html, problems: brief.issues };
    },
  };
}

export function commands(_application: Application): Commands {
  return {
    'projects.rename': projects.rename,
    'documents.update': documents.update,
    'documents.remove': documents.remove,
    'metadata.confirm': metadata.confirm,
    'metadata.reset': metadata.reset,
    'pairs.decide': pairs.decide,
    'pairs.reopen': pairs.reopen,
    'observations.correct': observations.correct,
    'observations.uncorrect': observations.uncorrect,
    'suggestedActions.decide': suggestedActions.decide,
    'contradictions.decide': (write, input, context) => contradictions.decide(write, input, observations.countryMatrix(write, { country: input.country }, context), context),
    'suggestedActions.undecide': suggestedActions.undecide,
    'savedComparisons.save': savedComparisons.save,
    'savedComparisons.rename': savedComparisons.rename,
    'savedComparisons.remove': savedComparisons.remove,
    'compare.correct': pairCorrections.correct,
    'compare.uncorrect': pairCorrections.uncorrect,
    'doubts.settle': doubts.settle,
    'doubts.leave': doubts.leave,
    'carrying.carry': carrying.carry,
    'annotations.create': annotations.create,
    'annotations.update': annotations.update,
    'annotations.tag': annotations.tag,
    'annotations.untag': annotations.untag,
    'annotations.remove': annotations.remove,
    'annotationList.recolour': annotationList.recolour,
    'areas.create': areas.create,
    'areas.update': areas.update,
    'tags.create': tags.create,
    'tags.update': tags.update,
    'tags.move': tags.move,
    'tags.merge': tags.merge,
    'tags.split': tags.split,
    'tags.archive': tags.archive,
    'tags.remove': tags.remove,
    'codebook.import': codebook.importCodebook,
    'agreement.settle': agreement.settle,
    'findings.create': findings.create,
    'findings.update': findings.update,
    'findings.remove': findings.remove,
    'findings.addEvidence': findings.addEvidence,
    'findings.setStance': findings.changeStance,
    'findings.removeEvidence': findings.removeEvidence,
    'briefs.create': briefs.create,
    'briefs.update': briefs.update,
    'briefs.remove': briefs.remove,
    'briefs.addBlock': briefs.addBlock,
    'briefs.updateBlock': briefs.updateBlock,
    'briefs.moveBlock': briefs.moveBlock,
    'briefs.removeBlock': briefs.removeBlock,
  };
}
