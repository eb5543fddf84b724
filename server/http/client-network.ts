/**
 * What of a client's address counts as one client: all of an IPv4 address; of an IPv6 address the first 64 bits, since a
 * household or a machine holds all of them.
 */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [before = '', after = ''] = address.split('::');
  const [left, right] = [before, after].map((half) => (half === '' ? [] : half.split(':')));
  if (left === undefined || right === undefined) return address;
  // `::` stands for as many groups of zeros as are missing from eight (RFC 4291 2.2).
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
