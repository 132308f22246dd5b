import { delimiterOf } from '../csv/delimiterOf'
import { type TokenFile } from '../foreign/ReadTensors'
import { scanJson } from '../json/scanJson'
import { withPlace } from '../json/withPlace'
import { type ByteSource } from '../source/ByteSource'
import { type ReadOptions } from '../source/Progress'
import { linesOf } from './linesOf'
import { tokenListsOfJson } from './tokenListsOfJson'
import { vocabularyOf } from './vocabularyOf'

/** How a JSON file begins that is nothing but texts: `["`, or `[["` for a list for each query. */
const LISTS = /^\s*\[\s*(?:\[\s*)?"/

/** How a tokenizer.json begins, and a vocab.json: with texts and their ids, more
 * of them than a tensor's file has whole numbers before its values. */
const TOKENIZER = /^\s*\{(?=[^]*"added_tokens"\s*:)\s*"(?:version|truncation|padding|added_tokens)"/
const VOCABULARY = /^\s*\{\s*(?:"(?:[^"\\]|\\.)*"\s*:\s*\d+\s*,\s*){6}/

/**
 * Reads a file of tokens: a JSON list of texts, a text file (.txt) with a token on each line, or a tokenizer.json or
 * vocab.json. `head` is how it begins, up to 4,096 bytes; undefined = it is none, as far as these tell. Throws
 * `TensorError`, or the signal's reason.
 */
export async function readTokens(
  source: ByteSource,
  head: Uint8Array,
  options: ReadOptions = {},
): Promise<TokenFile | undefined> {
  options.signal?.throwIfAborted()
  const text = new TextDecoder().decode(head)
  try {
    if (LISTS.test(text)) return tokenListsOfJson(await scanJson(source, options))
    if (TOKENIZER.test(text) || VOCABULARY.test(text)) {
      return vocabularyOf(await scanJson(source, options))
    }
  } catch (error) {
    throw await withPlace(error, source)
  }
  return isLines(text, source.name)
    ? { kind: 'texts', lists: [await linesOf(source, options)] }
    : undefined
}

/** Bytes cannot tell a list of tokens from any other text, so that the name must. */
function isLines(text: string, name: string): boolean {
  if (!/\.(?:txt|tokens)$/i.test(name) || !/\S\r?\n[^]*\S/.test(text)) return false
  return !/^\s*[[{<]|\0/.test(text) && delimiterOf(text) === undefined
}
