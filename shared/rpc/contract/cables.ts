// Cables that cite each other: the graph of a project with the cited ones it does not have, and one cable's part of it.

import type { CableCitations, CableGraph } from '../../core/cable-graph.ts';
import { returns } from '../method.ts';
import { byId, nothing } from './inputs.ts';

export const cables = {
  'cables.graph': returns<CableGraph>().query('All cables and which cites which; cited ones that are missing too.', nothing, ['document']),
  'cables.ofDocument': returns<CableCitations>().query('What a cable cites, what cites it, and its copies.', byId, ['document']),
};
