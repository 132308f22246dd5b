import { type Tensor } from '../tensor/Tensor'

export interface FileContent {
  /** Name in the tensor's tab: the name of a file, often with its extension. */
  readonly tab: string
  readonly tensor: Pick<Tensor, 'queries' | 'hasQueries'>
  /** Index of the query in the file; absent if the file contains all queries. */
  readonly queryIndex?: number
}

/** Largest length of a name without its ending, and of the query's label in it, in characters. */
const LONGEST = 80
const LONGEST_LABEL = 32

/** One known extension, with the extension of a compression after it. */
const EXTENSION =
  /(?:\.simlens)?\.(?:jsonl?|svg|png|html?|ipynb|csv|tsv|txt|md|pdf|npy|npz|zip|pkl|bin|pt|pth|safetensors|parquet)(?:\.gz)?$/i

/** Names of devices on Windows, which are reserved with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/**
 * Returns the name of a saved file. Before its ending it consists of `a-z0-9-_`, so that LaTeX and shells accept it
 * without quotes: `list-recall_meta-token-1.svg`. The label of the query is left out if the tab's name already ends
 * with it.
 */
export function fileName(ending: string, { tab, tensor, queryIndex }: FileContent): string {
  const label = queryIndex === undefined ? '' : labelOf(tensor, queryIndex)
  const name = spelled(tab.trim().replace(EXTENSION, '')) || 'tensor'
  const isComplete = label === '' || name === label || name.endsWith(`_${label}`)
  const whole = isComplete
    ? cut(name, LONGEST)
    : `${cut(name, LONGEST - 1 - label.length)}_${label}`
  return `${RESERVED.test(whole) ? `${whole}-tensor` : whole}${ending}`
}

/**
 * Returns the label of a query for a name; empty if the file had no queries, since the label of its only one was
 * generated.
 */
function labelOf({ queries, hasQueries }: FileContent['tensor'], queryIndex: number): string {
  if (queries.length < 2 && !hasQueries) return ''
  const label = cut(spelled(queries[queryIndex]?.label ?? ''), LONGEST_LABEL)
  return label || `query-${queryIndex + 1}`
}

/**
 * Returns the words of a text, with one `-` or `_` between them. Letters are in lower case and without accents; letters
 * of scripts other than Latin are left out.
 */
function spelled(text: string): string {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?![a-z\d])[\p{L}\p{M}\p{N}\p{Cf}]/gu, '')
  const words = letters.replace(/[^a-z\d]+/g, (between) => (between.includes('_') ? '_' : '-'))
  return words.replace(/^[-_]|[-_]$/g, '')
}

/** Returns the first words of a name, with a part of the last one if they are far shorter than `length`. */
function cut(name: string, length: number): string {
  if (name.length <= length) return name
  const start = name.slice(0, length).replace(/[-_]$/, '')
  const words = name.slice(0, length + 1).replace(/[-_][^-_]*$/, '')
  return words.length > length || 2 * words.length < length ? start : words
}
