// The list of annotations over all documents: narrowed, ordered, counted, changed many at once, and as a file.

import { z } from 'zod';
import { type AnnotationDetail, anchorStates, type FacetCounts, type ListAnswer, listOrders, type ListRow, presences, unknownValue, usualSort } from '../../core/annotation-list.ts';
import { returns } from '../method.ts';
import type { ExportedFile } from './comparison-files.ts';
import { byId, colour, id, ids, iso3 } from './inputs.ts';

export const annotationFormats = ['csv', 'xlsx', 'markdown', 'json'] as const;

const presence = z.array(z.enum(presences)).max(2).default([]);
const many = <Item extends z.ZodType>(item: Item) => z.array(item).max(10_000).default([]);

const filter = z
  .strictObject({
    text: z.string().max(500).default(''),
    tags: many(id),
    withBelow: z.boolean().default(true),
    colours: many(colour),
    authors: many(z.string().max(500)),
    countries: many(z.union([iso3, z.literal(unknownValue)])),
    years: many(z.union([z.string().regex(/^[12]\d{3}$/, 'a year has four digits'), z.literal(unknownValue)])),
    documents: many(id),
    note: presence,
    tagged: presence,
    anchors: z.array(z.enum(anchorStates)).max(4).default([]),
    used: presence,
  })
  .prefault({});
const sort = z.strictObject({ by: z.enum(listOrders), descending: z.boolean().default(false) }).default(usualSort);
/** Of these only; those no longer there are left out. */
const among = z.array(id).max(100_000).optional();
const rows = z.number().int().min(0).max(500);

const tables = ['annotation', 'annotation_tag', 'tag', 'document', 'evidence'];

export const annotationList = {
  'annotationList.find': returns<ListAnswer>().query('Annotations over all documents that fit a filter: the ids of all, in order, and the first rows.', z.strictObject({ filter, sort, among, rows: rows.default(100) }), tables),
  'annotationList.rows': returns<ListRow[]>().query('Rows of the list by id, in that order; those no longer there are left out.', z.strictObject({ ids: z.array(id).max(500) }), tables),
  'annotationList.facets': returns<FacetCounts>().query('How many annotations each further value of a filter would leave.', z.strictObject({ filter, among }), tables),
  'annotationList.detail': returns<AnnotationDetail | null>().query('One annotation with the words around it, its findings and its history; null when it is not there any more.', byId, [...tables, 'finding']),
  'annotationList.recolour': returns<null>().command('Gives annotations a colour; null: that of their first tag.', z.strictObject({ ids, colour: colour.nullable() })),
  'annotationList.export': returns<ExportedFile>().action('Annotations as a file: CSV, a workbook, Markdown with citations, or W3C Web Annotations (JSON).', z.strictObject({ filter, sort, among, format: z.enum(annotationFormats) })),
};
