import { parseView, type ViewSettings } from '../../tensor/View'

/** What the page's address says after `#`. */
export interface PageHash {
  /** Where the tensor is: an address, or `sample:NAME`. */
  readonly data?: string
  /** The tensor itself, small and packed (`linkedTensor`). */
  readonly tensor?: string
  /** Whether the controls are hidden, for a page in another one. */
  readonly isEmbedded: boolean
  readonly settings: ViewSettings
  /** Settings of the file's view that the address takes back: a cell that is no longer pinned. */
  readonly cleared: readonly string[]
  /** One sentence for each key or value that could not be used. */
  readonly notices: readonly string[]
}

/** Settings that a view may be without. */
const CLEARABLE = [
  'x',
  'cell',
  'token_lines',
  'layer_lines',
  'threshold',
  'hidden_size',
  'paper_width',
  'paper_height',
  'font_size',
  'dpi',
]

/** Reads an address' hash, with or without `#`. Keys of the view that stand twice count as they stand last. */
export function parseHash(hash: string): PageHash {
  const { data, tensor, embed, ...texts } = Object.fromEntries(
    new URLSearchParams(hash.replace(/^#/u, '')),
  )
  const cleared = CLEARABLE.filter((key) => texts[key] === '')
  const settings: ViewSettings = {}
  const notices: string[] = []
  for (const [key, text] of Object.entries(texts)) {
    if (cleared.includes(key)) continue
    const parsed = readingsOf(text).map((value) => parseView({ [key]: value }, 'The address'))
    const usable = parsed.find((each) => each.notices.length === 0)
    if (usable === undefined) notices.push(...(parsed.at(0)?.notices ?? []))
    else Object.assign(settings, usable.settings)
  }
  return {
    ...(data !== undefined && { data }),
    ...(tensor !== undefined && { tensor }),
    isEmbedded: embed !== undefined && embed !== '0',
    settings,
    cleared,
    notices,
  }
}

/** A text that would be read as false, in as many quotes as it takes to be a text. */
const QUOTED_FALSE = /^("*)false\1$/u

/**
 * Every value that a text can stand for: itself, a number or a word of JSON, a list of them. Nothing and `false` stand
 * for false; the text false is in quotes.
 */
function readingsOf(text: string): readonly unknown[] {
  if (text === '' || text === 'false') return [false]
  if (QUOTED_FALSE.test(text)) return [text.slice(1, -1)]
  return [text, ...[text, `[${text}]`].flatMap(jsonOf)]
}

function jsonOf(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)]
  } catch {
    return []
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
    entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, textOf(value)]])),
  )
  // What an address may hold as it is stays readable.
  return String(parameters).replaceAll(/%(?:2C|2F|3A)/gu, decodeURIComponent)
}

function textOf(value: unknown): string {
  if (value === false) return ''
  if (typeof value === 'string') return QUOTED_FALSE.test(value) ? `"${value}"` : value
  return (JSON.stringify(value) ?? '').replace(/^\[(.*)\]$/su, '$1')
}
