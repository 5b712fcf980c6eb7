// THE CONTRACT between the application and every host: each method with kind, input, output and the tables it reads.

import type { z } from 'zod';
import { agreement } from './contract/agreement.ts';
import { annotationList } from './contract/annotation-list.ts';
import { annotations } from './contract/annotations.ts';
import { areas } from './contract/areas.ts';
import { briefs } from './contract/briefs.ts';
import { cables } from './contract/cables.ts';
import { codebook } from './contract/codebook.ts';
import { contradictions } from './contract/contradictions.ts';
import { countryChanges } from './contract/country-changes.ts';
import { documents } from './contract/documents.ts';
import { findings } from './contract/findings.ts';
import { imports } from './contract/imports.ts';
import { listings } from './contract/listings.ts';
import { metadata } from './contract/metadata.ts';
import { observations } from './contract/observations.ts';
import { ocr } from './contract/ocr.ts';
import { pairs } from './contract/pairs.ts';
import { projects } from './contract/projects.ts';
import { compare } from './contract/compare.ts';
import { savedComparisons } from './contract/saved-comparisons.ts';
import { search } from './contract/search.ts';
import { comparisonFiles } from './contract/comparison-files.ts';
import { sources } from './contract/sources.ts';
import { suggestedActions } from './contract/suggested-actions.ts';
import { tags } from './contract/tags.ts';
import { versions } from './contract/versions.ts';
import type { JobProgress } from '../core/project.ts';
import type { Method, MethodKind } from './method.ts';

export const contract = { ...projects, ...documents, ...versions, ...imports, ...pairs, ...metadata, ...observations, ...ocr, ...listings, ...annotations, ...annotationList, ...areas, ...tags, ...codebook, ...agreement, ...findings, ...search, ...compare, ...savedComparisons, ...suggestedActions, ...countryChanges, ...contradictions, ...sources, ...comparisonFiles, ...briefs, ...cables };

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** Names of the methods of one kind. */
export type MethodOf<Kind extends MethodKind> = { [Name in MethodName]: Contract[Name]['kind'] extends Kind ? Name : never }[MethodName];

type InputSchema<Name extends MethodName> = Contract[Name] extends Method<MethodKind, infer Input, unknown> ? Input : never;
/** What a caller passes (defaults may be left out). */
export type Input<Name extends MethodName> = z.input<InputSchema<Name>>;
/** What the application receives (validated, defaults filled in). */
export type ParsedInput<Name extends MethodName> = z.output<InputSchema<Name>>;
export type Output<Name extends MethodName> = Contract[Name] extends { output?: infer Result } ? Exclude<Result, undefined> : never;

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}

/** The only two things the application says unasked. */
export type BackendEvent =
  /** `annotations`: ids of those concerned, with their tags and evidence; absent where there are many: any may be. */
  | { type: 'changed'; tables: string[]; label: string; annotations?: string[]; canUndo: boolean; canRedo: boolean }
  | { type: 'progress'; job: JobProgress };

/** The application, seen from a host or a client. */
export type Caller = { call: <Name extends MethodName>(method: Name, input: Input<Name>) => Promise<Output<Name>> };
