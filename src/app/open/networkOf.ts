/** The part of the network in which a host is. */
type Network = 'this computer' | 'a private network' | 'the internet'

/** Names that name servers of the internet never know: of this computer, of a household or of a company. */
const PRIVATE_NAME = /^[^.:[\]]*$|\.(?:local|lan|home|internal|intranet|corp|private|home\.arpa)$/iu

/** The first numbers of addresses that are not routed in the internet (RFC 1918, 3927, 6598). */
const PRIVATE_IPV4 =
  /^(?:10|172\.(?:1[6-9]|2\d|3[01])|192\.168|169\.254|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]+$/u

/** Addresses of IPv6 that are not routed in the internet (RFC 4193, 4291). */
const PRIVATE_IPV6 = /^\[f(?:[cd]|e[89ab])/iu

/** Returns the part of the network in which the host of an address is, by its name or number. */
export function networkOf({ hostname }: Pick<URL, 'hostname'>): Network {
  const host = mappedHost(hostname.replace(/\.$/u, ''))
  const isHere =
    /^(?:.*\.)?localhost$/iu.test(host) ||
    /^(?:127|0)\.[\d.]+$/u.test(host) ||
    /^\[::1?\]$/u.test(host)
  if (isHere) return 'this computer'
  const isPrivate = [PRIVATE_NAME, PRIVATE_IPV4, PRIVATE_IPV6].some((form) => form.test(host))
  return isPrivate ? 'a private network' : 'the internet'
}

/** Returns an address of IPv4 that is written as one of IPv6, such as `[::ffff:7f00:1]`, with dots. */
function mappedHost(host: string): string {
  const [, high, low] = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/iu.exec(host) ?? []
  if (high === undefined || low === undefined) return host
  const bits = Number.parseInt(high, 16) * 2 ** 16 + Number.parseInt(low, 16)
  return [24, 16, 8, 0].map((shift) => Math.floor(bits / 2 ** shift) % 256).join('.')
}

/**
 * Whether the reader is asked before the page reads from an address: it is on this computer or in a private network, and
 * the page itself comes from elsewhere. Otherwise a link could read what only this reader's computer can reach.
 */
export function needsLeave(address: URL, page: Pick<URL, 'hostname'>): boolean {
  if (!/^https?:$/u.test(address.protocol)) return false
  const network = networkOf(address)
  if (network === 'the internet' || address.hostname === page.hostname) return false
  const isPageHere = page.hostname !== '' && networkOf(page) === 'this computer'
  return !(isPageHere && network === 'this computer')
}
