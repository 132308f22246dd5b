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

/**
 * Returns the parts of an address's hash, with or without `#`; `viewOfTexts` reads its settings. If a
 * key occurs twice, the last one counts.
 */
export function parseHash(hash: string): PageHash {
  const { data, tensor, embed, ...texts } = Object.fromEntries(
    new URLSearchParams(hash.replace(/^#/u, '')),
  )
  return {
    ...(data !== undefined && { data }),
    ...(tensor !== undefined && { tensor }),
    isEmbedded: embed !== undefined && embed !== '0',
    ...viewOfTexts(texts),
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
