// Dates and sizes as Annals writes them: 3 Dec 2007; 14:05; 1.2 MB. What cannot be read is shown as it is.

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A document's date, as printed: ISO 8601 date or date-time, of which the day counts. No time zone is applied. */
export function documentDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(iso);
  const month = months[Number(match?.[2]) - 1];
  if (!match || !month) return iso;
  return match[3] ? `${String(Number(match[3]))} ${month} ${String(match[1])}` : `${month} ${String(match[1])}`;
}

/** When something happened on this machine, in its own time: "14:05" today, else "3 Dec 2007 14:05". */
export function dateAndTime(iso: string, now = new Date()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const time = `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
  const day = `${String(at.getDate())} ${months[at.getMonth()] ?? ''} ${String(at.getFullYear())}`;
  return at.toDateString() === now.toDateString() ? time : `${day} ${time}`;
}

/** Bytes in decimal units, as file managers show them. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} B`;
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${value < 10 ? value.toFixed(1) : String(Math.round(value))} ${unit}`;
}
