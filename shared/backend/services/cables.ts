// Rules of cables that cite each other: the graph of a project, and one cable's part of it.

import posts from '../../../resources/cables/posts.json' with { type: 'json' };
import { type CableGraph, cableGraph, citationsOf, type PostNames } from '../../core/cable-graph.ts';
import { UserError } from '../../core/user-error.ts';
import { cableCitations, cableDocuments } from '../store/cables.ts';
import type { Read } from '../store/write.ts';
import type { Context, Query } from './handler.ts';

const postNames = new Map(Object.entries<(string | null)[]>(posts));

export const graph: Query<'cables.graph'> = (read, _input, context) => graphOf(read, context);

export const ofDocument: Query<'cables.ofDocument'> = (read, { id }, context) => {
  const found = citationsOf(graphOf(read, context), id);
  if (!found) throw new UserError('not-found', 'This cable is not in the project any more.', 'It may have been removed, or its kind corrected; undo brings it back.');
  return found;
};

function graphOf(read: Read, context: Context): CableGraph {
  const names: PostNames = {
    post: (code) => {
      const row = postNames.get(code);
      return row ? { name: row[0] ?? code, iso3: row[1] ?? null } : null;
    },
    country: context.countryName,
  };
  return cableGraph(cableDocuments(read), cableCitations(read), names);
}
