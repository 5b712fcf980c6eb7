// The cell in hand: index of its row in the comparison and of its column.

export type Place = { row: number; column: number };
