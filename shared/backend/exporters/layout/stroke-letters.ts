// Letters as strokes, for pictures made where no font is: the dots of the old five by seven matrix, each joined to its neighbours. Only the
// letters of ASCII; what a chart writes has few others, and those are left blank.

/** Five columns a letter from the space on, two hexadecimal digits a column, the lowest bit on top. */
const upper =
  '000000000000005f00000007000700147f147f14242a7f2a12231308646236495522500005030000001c2241000041221c0014083e081408083e080800503000000808080808' +
  '006060000020100804023e5149453e00427f400042615149462141454b311814127f1027454545393c4a49493001710905033649494936064949291e00363600000056360000' +
  '0814224100141414141400412214080201510906324979413e7e1111117e7f494949363e414141227f4141221c7f494949417f090909013e4149497a7f0808087f00417f4100' +
  '2040413f017f081422417f404040407f020c027f7f0408107f3e4141413e7f090909063e4151215e7f09192946464949493101017f01013f4040403f1f2040201f3f4038403f' +
  '631408146307087008076151494543';
const lower =
  '20545454787f484444383844444420384444487f3854545418087e0901020c5252523e7f0804047800447d40002040443d007f1028440000417f40007c041804787c08040478' +
  '38444444387c14141408081414187c7c080404084854545420043f4440203c4040207c1c2040201c3c4030403c44281028440c5050503c4464544c44';

export type Stroke = { x1: number; y1: number; x2: number; y2: number };

/** From the top of a capital to the line it stands on, in dots. */
export const letterHeight = 6;
/** Between letters, and of a letter that has no strokes, in dots. */
const letterGap = 2;
const blank = 2;

/** Where the strokes of a letter begin, and how far it is from there to the next letter, in dots. */
export function letterWidth(letter: string): { left: number; advance: number } {
  const across = letterStrokes(letter).flatMap(({ x1, x2 }) => [x1, x2]);
  const left = across.length === 0 ? 0 : Math.min(...across);
  return { left, advance: (across.length === 0 ? blank : Math.max(...across) - left) + letterGap };
}

const strokesOf = new Map<string, readonly Stroke[]>();

/** In dots from the upper left one; empty for the space and for letters that are not known. A dot alone is a stroke without length. */
export function letterStrokes(letter: string): readonly Stroke[] {
  const known = strokesOf.get(letter);
  if (known) return known;
  const strokes = joined(dotsOf(letter));
  strokesOf.set(letter, strokes);
  return strokes;
}

function dotsOf(letter: string): boolean[][] {
  const code = letter.codePointAt(0) ?? 0;
  const isLower = code >= 0x61 && code <= 0x7a;
  const at = (isLower ? code - 0x61 : code - 0x20) * 10;
  const hex = (isLower ? lower : upper).slice(at, at + 10);
  if (at < 0 || hex.length < 10 || (!isLower && code > 0x5a)) return [];
  return [0, 1, 2, 3, 4].map((column) => [...Array(8).keys()].map((bit) => ((Number.parseInt(hex.slice(column * 2, column * 2 + 2), 16) >> bit) & 1) === 1));
}

function joined(dots: readonly (readonly boolean[])[]): Stroke[] {
  const isOn = (x: number, y: number) => dots[x]?.[y] === true;
  return dots.flatMap((column, x) =>
    column.flatMap((isDot, y): Stroke[] => {
      if (!isDot) return [];
      const to = (dx: number, dy: number): Stroke => ({ x1: x, y1: y, x2: x + dx, y2: y + dy });
      const straight = [isOn(x + 1, y) ? to(1, 0) : null, isOn(x, y + 1) ? to(0, 1) : null];
      // Aslant only where no corner joins the two already.
      const aslant = [isOn(x + 1, y + 1) && !isOn(x + 1, y) && !isOn(x, y + 1) ? to(1, 1) : null, isOn(x + 1, y - 1) && !isOn(x + 1, y) && !isOn(x, y - 1) ? to(1, -1) : null];
      const own = [...straight, ...aslant].filter((stroke) => stroke !== null);
      const isAlone = own.length === 0 && ![-1, 0, 1].some((dx) => [-1, 0, 1].some((dy) => (dx !== 0 || dy !== 0) && isOn(x + dx, y + dy)));
      return isAlone ? [to(0, 0)] : own;
    }),
  );
}
