// Roman numerals, for list numbers that are counted and not printed in the file.

const romanSigns: [number, string][] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
];

/** Roman numerals reach to 3,999; other numbers stay as they are. */
export function romanNumber(number: number): string {
  if (number < 1 || number > 3_999) return String(number);
  let roman = '';
  let rest = number;
  for (const [value, sign] of romanSigns) {
    while (rest >= value) {
      roman += sign;
      rest -= value;
    }
  }
  return roman;
}
