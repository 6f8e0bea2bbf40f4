const formats = new Map<string, Intl.DateTimeFormat>();

/** "23 Nov 2026, 14:05 UTC": date, time and the zone's name. @param zone IANA name. */
export function whenText(at: string, zone: string): string {
  const { day, month, year, hour, minute, timeZoneName } = partsOf(at, zone);
  return `${day} ${month} ${year}, ${hour}:${minute} ${timeZoneName}`;
}

/** "23 Nov": where the year and the hour would be too much. */
export function dayText(at: string, zone: string): string {
  const { day, month } = partsOf(at, zone);
  return `${day} ${month}`;
}

/** "2 d 3 h", "1 h 24 min", "47 min", "12 s": the two largest parts; a clock that went back counts as nothing. */
export function durationText(from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24];
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  const rest = minutes % 60;
  if (hours > 0) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  return `${minutes} min`;
}

/** "just now" or "3 min ago". */
export function agoText(at: string, now: string): string {
  return Date.parse(now) - Date.parse(at) < 60_000 ? 'just now' : `${durationText(at, now)} ago`;
}

function partsOf(at: string, zone: string): Readonly<Record<string, string>> {
  const parts = formatOf(zone).formatToParts(Date.parse(at));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone: zone,
  });
  formats.set(zone, format);
  return format;
}
