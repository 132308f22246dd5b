import { type ByteSource } from '../ByteSource'
import { gunzipped, isGzip } from '../gunzipped'
import { headOf } from '../headOf'
import { scanJson } from '../json/scanJson'
import { withPlace } from '../json/withPlace'
import { type ReadOptions } from '../Progress'
import { linesOf } from './linesOf'
import { type TokenFile } from './TokenFile'
import { tokenListsOfJson } from './tokenListsOfJson'
import { vocabularyOf } from './vocabularyOf'

const HEAD_BYTES = 4096

/** How a JSON file begins that is nothing but texts: `["`, or `[["` for a list for each query. */
const LISTS = /^\s*\[\s*(?:\[\s*)?"/

/** How a tokenizer.json begins, and a vocab.json: with a text and its id, then another. */
const TOKENIZER = /^\s*\{(?=[^]*"added_tokens"\s*:)\s*"(?:version|truncation|padding|added_tokens)"/
const VOCABULARY = /^\s*\{\s*(?:"(?:[^"\\]|\\.)*"\s*:\s*\d+\s*,\s*){2}/

/**
 * Reads a file of tokens: a JSON list of texts, a text file (.txt) with a token on each line, or a tokenizer.json or
 * vocab.json; also packed by gzip. Undefined = it is none, of which only the first bytes have been read. Throws
 * `TensorError`, or the signal's reason.
 */
export async function readTokens(
  source: ByteSource,
  options: ReadOptions = {},
): Promise<TokenFile | undefined> {
  options.signal?.throwIfAborted()
  const fileHead = await headOf(source, HEAD_BYTES)
  const plain = isGzip(fileHead) ? gunzipped(source) : source
  const head = plain === source ? fileHead : await headOf(plain, HEAD_BYTES)
  const text = new TextDecoder().decode(head)
  try {
    if (LISTS.test(text)) return tokenListsOfJson(await scanJson(plain, options))
    if (TOKENIZER.test(text) || VOCABULARY.test(text)) {
      return vocabularyOf(await scanJson(plain, options))
    }
  } catch (error) {
    throw await withPlace(error, plain)
  }
  return isLines(text, plain.name)
    ? { kind: 'texts', lists: [await linesOf(plain, options)] }
    : undefined
}

/** Bytes cannot tell a list of tokens from any other text, so that the name must. */
function isLines(text: string, name: string): boolean {
  return /\.(?:txt|tokens)$/i.test(name) && /\S\r?\n[^]*\S/.test(text) && !/^\s*[[{<]|\0/.test(text)
}
