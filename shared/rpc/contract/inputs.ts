// Input schemas that several nouns share, with their limits and the reason for each.

import { z } from 'zod';
import { tagColours } from '../../core/annotation.ts';
import { confidences, findingStatuses, likelihoods, stances } from '../../core/finding.ts';

export const id = z.string().min(1).max(64);
export const ids = z.array(id).min(1).max(100_000);
export const nothing = z.strictObject({});
export const byId = z.strictObject({ id });
export const byIds = z.strictObject({ ids });
/** A note may hold a pasted document; 2 MB is more than a person writes. */
export const note = z.string().max(2_000_000);
export const shortText = z.string().max(500);
export const offset = z.number().int().min(0).max(2_000_000_000);
export const year = z.number().int().min(1000).max(2999);
export const iso3 = z.string().regex(/^[A-Z]{3}$/, 'a country is given by its ISO code of three capitals, such as KAZ');
export const colour = z.enum(tagColours);
export const stance = z.enum(stances);
export const confidence = z.enum(confidences).nullable();
export const likelihood = z.enum(likelihoods).nullable();
export const findingStatus = z.enum(findingStatuses);
export const documentKind = z.enum(['ilab-report', 'ilab-page', 'ilab-dataset', 'cable', 'generic']);
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes are expected');
