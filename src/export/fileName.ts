import { type Tensor } from '../tensor/Tensor'

export interface FileContent {
  /** The name in the tensor's tab: a file's name, often with its extension. */
  readonly tab: string
  readonly tensor: Pick<Tensor, 'queries' | 'hasQueries'>
  /** The query that the file is about; absent = all of them. */
  readonly queryIndex?: number
}

/** The longest name, without its ending, and the most of it that a query's label takes, in characters. */
const LONGEST = 80
const LONGEST_LABEL = 32

/** One known extension, with the compression after it. */
const EXTENSION =
  /(?:\.simlens)?\.(?:jsonl?|svg|png|html?|ipynb|csv|tsv|txt|md|pdf|npy|npz|zip|pkl|bin|pt|pth|safetensors|parquet)(?:\.gz)?$/i

/** Names of devices on Windows, whatever stands after a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/**
 * Returns the name of a saved file, made of `a-z0-9-_` before its ending, so that LaTeX and shells take it unquoted:
 * `list-recall_meta-token-1.svg`. The label of the query is left out where the tab's name ends with it already.
 */
export function fileName(ending: string, { tab, tensor, queryIndex }: FileContent): string {
  const label = queryIndex === undefined ? '' : labelOf(tensor, queryIndex)
  const name = spelled(tab.trim().replace(EXTENSION, '')) || 'tensor'
  const isSaid = label === '' || name === label || name.endsWith(`_${label}`)
  const whole = isSaid ? cut(name, LONGEST) : `${cut(name, LONGEST - 1 - label.length)}_${label}`
  return `${RESERVED.test(whole) ? `${whole}-tensor` : whole}${ending}`
}

/** Empty where the file came without queries: its only one has a label that nobody gave. */
function labelOf({ queries, hasQueries }: FileContent['tensor'], queryIndex: number): string {
  if (queries.length < 2 && !hasQueries) return ''
  const label = cut(spelled(queries[queryIndex]?.label ?? ''), LONGEST_LABEL)
  return label || `query-${queryIndex + 1}`
}

/** Letters lose their accents and case, those of other scripts go, and what stands between words becomes one mark. */
function spelled(text: string): string {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?![a-z\d])[\p{L}\p{M}\p{N}\p{Cf}]/gu, '')
  const words = letters.replace(/[^a-z\d]+/g, (between) => (between.includes('_') ? '_' : '-'))
  return words.replace(/^[-_]|[-_]$/g, '')
}

function cut(name: string, length: number): string {
  return name.slice(0, length).replace(/[-_]$/, '')
}
