import { textOfValue, viewOfTexts, type TextView } from '../../tensor/viewTexts'

/** What the page's address says after `#`. */
export interface PageHash extends TextView {
  /** Where the tensor is: an address, or `sample:NAME`. */
  readonly data?: string
  /** The tensor itself, small and packed (`linkedTensor`). */
  readonly tensor?: string
  /** Whether the controls are hidden, for a page in another one. */
  readonly isEmbedded: boolean
}

/** Reads an address' hash, with or without `#`. Keys of the view that stand twice count as they stand last. */
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

/** The hash of an address, without `#`: `parseHash` reads it back. */
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
  // What an address may hold as it is stays readable.
  return String(parameters).replaceAll(/%(?:2C|2F|3A)/gu, decodeURIComponent)
}
