// Who may talk to the web host: a browser of this machine that has shown the token of this start.
// It knows nothing of files or of the application.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** 256 bits: cannot be guessed during the life of a process. */
const secretBytes = 32;

export type Access = {
  /** An address with a token that serves as often as wanted; for printing. */
  address: string;
  /** An address whose token serves once; for a program's arguments, which other users of the machine can read. */
  addressForOneUse: () => string;
  /** Null when Host and Origin are ours, else what is wrong. */
  foreign: (request: IncomingMessage) => string | null;
  /** True when the token lets its bearer in; a token for one use is then used up. */
  admits: (token: string) => boolean;
  /** The Set-Cookie header that a bearer of the token gets. */
  cookie: string;
  hasCookie: (request: IncomingMessage) => boolean;
};

export function access(port: number): Access {
  const token = newSecret();
  const session = newSecret();
  const once = new Set<string>();
  // Cookies do not know ports, so the name carries it: two projects in one browser do not log each other out.
  const cookieName = `annals-${port}`;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const addressWith = (secret: string): string => `http://127.0.0.1:${port}/?token=${secret}`;

  return {
    address: addressWith(token),
    addressForOneUse() {
      const secret = newSecret();
      once.add(secret);
      return addressWith(secret);
    },
    foreign({ headers }) {
      // A name that resolves to the loopback (DNS rebinding) arrives with that name as its host.
      if (!headers.host || !hosts.includes(headers.host.toLowerCase())) return 'host';
      if (headers.origin !== undefined && headers.origin.toLowerCase() !== `http://${headers.host.toLowerCase()}`) return 'origin';
      return null;
    },
    admits(candidate) {
      if (sameSecret(candidate, token)) return true;
      const known = [...once].find((secret) => sameSecret(candidate, secret));
      return known !== undefined && once.delete(known);
    },
    cookie: `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`,
    hasCookie({ headers }) {
      const values = (headers.cookie ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${cookieName}=`))
        .map((pair) => pair.slice(cookieName.length + 1));
      return values.some((value) => sameSecret(value, session));
    },
  };
}

function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** Compares in a time that tells nothing of where, or by how much, two secrets differ. */
function sameSecret(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
