import { textOfValue, viewOfTexts, type TextView } from '../../tensor/TextView'

/** The parts of the page's address after `#`. */
export interface PageHash extends TextView {
  /** Source of the tensor: an address, or `sample:NAME`. */
  readonly data?: string
  /** The tensor itself, packed by `linkTextOf`. Only a small tensor fits. */
  readonly tensor?: string
  /** True if the controls are hidden, for a page that is embedded in another page. */
  readonly isEmbedded: boolean
}

/** Most parts of a hash that are read. */
const MOST_PARTS = 1000

/**
 * Returns the parts of an address's hash, with or without `#`; `viewOfTexts` reads its settings. If a
 * key occurs twice, the last one counts. Parts beyond the first thousand are problems.
 */
export function parseHash(hash: string): PageHash {
  const parts = hash.replace(/^#/u, '').split('&')
  const { data, tensor, embed, ...texts } = Object.fromEntries(
    new URLSearchParams(parts.slice(0, MOST_PARTS).join('&')),
  )
  const { problems, ...view } = viewOfTexts(texts)
  const unread = parts.slice(MOST_PARTS).map((part) => {
    const [key = '', value = ''] = part.split('=', 2)
    return { tag: 'unknown-setting', key, value } as const
  })
  return {
    ...(data !== undefined && { data }),
    ...(tensor !== undefined && { tensor }),
    isEmbedded: embed !== undefined && embed !== '0',
    ...view,
    problems: [...problems, ...unread],
  }
}

export interface HashParts {
  readonly data?: string
  readonly tensor?: string
  readonly isEmbedded?: boolean
  readonly settings: Readonly<Record<string, unknown>>
  readonly cleared?: readonly string[]
}

/** Returns the hash of an address, without `#`. `parseHash` is its inverse. */
export function hashText({ data, tensor, isEmbedded, settings, cleared = [] }: HashParts): string {
  const entries: readonly (readonly [string, unknown])[] = [
    ['data', data],
    ['embed', isEmbedded === true ? 1 : undefined],
    ...Object.entries(settings),
    ...cleared.map((key) => [key, ''] as const),
    ['tensor', tensor],
  ]
  const parameters = new URLSearchParams(
    entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, textOfValue(value)]])),
  )
  // Commas, slashes and colons are valid in a hash, so they stay readable.
  return String(parameters).replaceAll(/%(?:2C|2F|3A)/gu, decodeURIComponent)
}
