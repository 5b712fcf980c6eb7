// What holds inside a group of Rich Text, and is what it was before when the group ends.

export type Destination = 'text' | 'skip' | 'aside' | 'label' | 'fonts' | 'styles' | 'information' | 'instruction';

/** What holds until the end of a group. */
export type State = {
  destination: Destination;
  /** What a destination belongs to: the reason of an aside, the name of a property. */
  about: string;
  bold: boolean;
  italic: boolean;
  position: 'sup' | 'sub' | null;
  hidden: boolean;
  deleted: boolean;
  link: string | null;
  encoding: string | null;
  /** Characters to be passed over after a Unicode escape. */
  fallback: number;
  /** The group that opened a note or a text box, or a destination whose text is collected. */
  opens: 'note' | 'box' | 'collected' | null;
};

export const initialState: State = { destination: 'text', about: '', bold: false, italic: false, position: null, hidden: false, deleted: false, link: null, encoding: null, fallback: 1, opens: null };
