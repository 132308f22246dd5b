import { TensorError } from '../../tensor/TensorError'
import { dialectOf, isNumberList } from '../csv/dialectOf'
import { type Format, type ReadTensors, type TokenFile } from '../foreign/Format'
import { getEntry, isObject, itemsOf, type JsonDocument, type JsonNode } from '../json/JsonNode'
import { scanJson, withPlace } from '../json/scanJson'
import { headOf, type ByteSource } from '../source/ByteSource'
import { type ReadOptions } from '../source/ReadOptions'
import { tensorsOfDocument } from '../tools/jsonFormat'

/** The beginning of a JSON file that contains only texts: `["`, or `[["` for one list for each query. */
const LISTS = /^\s*\[\s*(?:\[\s*)?"/

/**
 * The beginning of a tokenizer.json, or of a vocab.json: texts with their ids, more of them than the whole numbers that
 * a tensor's file has before its values.
 */
const TOKENIZER = /^\s*\{(?=[^]*"added_tokens"\s*:)\s*"(?:version|truncation|padding|added_tokens)"/
const VOCABULARY = /^\s*\{\s*(?:"(?:[^"\\]|\\.)*"\s*:\s*\d+\s*,\s*){6}/

/** Number of bytes in which lists and vocabularies are distinguished. */
const HEAD_BYTES = 4096

/**
 * The format of files of tokens: a JSON list of texts, a list of such lists, a tokenizer.json or vocab.json, or a text
 * file with one token per line. Lists of numbers in quotes are read like other JSON.
 */
export const tokenFormat: Format = {
  name: 'a list of tokens',
  recognizes(head, name) {
    const text = new TextDecoder().decode(head)
    return isJson(text) || isLines(text, name)
  },
  async read(source, options) {
    const text = new TextDecoder().decode(await headOf(source, HEAD_BYTES))
    if (!isJson(text)) return named({ kind: 'texts', lists: [await linesOf(source, options)] })
    try {
      const document = await scanJson(source, options)
      if (!LISTS.test(text)) return named(vocabularyOf(document))
      const lists = tokenListsOf(document)
      return lists === undefined ? await tensorsOfDocument(document, source.name) : named(lists)
    } catch (error) {
      throw await withPlace(error, source)
    }
  },
}

function named(tokens: TokenFile): ReadTensors {
  return { tensors: [], notices: [], tokens }
}

function isJson(head: string): boolean {
  return LISTS.test(head) || TOKENIZER.test(head) || VOCABULARY.test(head)
}

/** Whether a file is a text with one token per line. Its bytes look like any other text, so the name decides. */
function isLines(text: string, name: string): boolean {
  if (!/\.(?:txt|tokens)$/i.test(name) || !/\S\r?\n[^]*\S/.test(text)) return false
  return !/^\s*[[{<]|\0/.test(text) && dialectOf(text) === undefined && !isNumberList(text)
}

/**
 * Returns the lines of a UTF-8 text. A line end at the end of the text does not begin another line. Throws TensorError
 * (read).
 */
async function linesOf(source: ByteSource, { signal }: ReadOptions): Promise<string[]> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of source.stream()) {
    signal?.throwIfAborted()
    text += decoder.decode(chunk, { stream: true })
  }
  text += decoder.decode()
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/**
 * Returns the tokens of a list of texts or a list of such lists. Returns undefined for anything else, and for lists of
 * numbers in quotes.
 */
function tokenListsOf({ root }: JsonDocument): TokenFile | undefined {
  const texts = textsOf(root)
  if (texts !== undefined) return { kind: 'texts', lists: [texts] }
  if (typeof root !== 'object' || root?.kind !== 'array') return undefined
  const lists = root.items.map((item) => textsOf(item))
  if (lists.length === 0 || !lists.every((list) => list !== undefined)) return undefined
  const isNumeric = lists.every((list) => list.every((text) => Number.isFinite(Number(text))))
  return isNumeric ? undefined : { kind: 'texts', lists }
}

function textsOf(node: JsonNode): readonly string[] | undefined {
  if (typeof node !== 'object' || node?.kind !== 'array' || node.items.length === 0)
    return undefined
  const texts = node.items.filter((item) => typeof item === 'string')
  return texts.length === node.items.length ? texts : undefined
}

/**
 * Returns the ids and texts of a tokenizer.json (https://huggingface.co/docs/tokenizers) or of a vocab.json. In a
 * tokenizer.json they are `added_tokens` and `model.vocab`, which is an object of ids by text or, in Unigram models, a
 * list of [text, score]. A vocab.json is only such an object.
 */
function vocabularyOf({ root }: JsonDocument): TokenFile {
  const texts = new Map<number, string>()
  const special: string[] = []
  if (isObject(root)) {
    const model = getEntry(root, 'model')
    addVocabulary(texts, isObject(model) ? getEntry(model, 'vocab') : root)
    for (const token of itemsOf(getEntry(root, 'added_tokens'))) {
      if (!isObject(token)) continue
      const content = getEntry(token, 'content')
      add(texts, getEntry(token, 'id'), content)
      if (getEntry(token, 'special') === true && typeof content === 'string') special.push(content)
    }
  }
  if (texts.size === 0) throw withoutVocabulary()
  return { kind: 'vocabulary', texts, special }
}

function addVocabulary(texts: Map<number, string>, vocabulary: JsonNode | undefined): void {
  if (isObject(vocabulary)) {
    for (const [text, id] of vocabulary.entries) add(texts, id, text)
  }
  itemsOf(vocabulary).forEach((pair, id) => add(texts, id, itemsOf(pair)[0]))
}

function add(
  texts: Map<number, string>,
  id: JsonNode | undefined,
  text: JsonNode | undefined,
): void {
  if (typeof id === 'number' && typeof text === 'string') texts.set(id, text)
}

function withoutVocabulary(): TensorError {
  return new TensorError({
    tag: 'shape',
    message: 'The tokenizer file lists no tokens.',
    advice:
      'Drop the tokenizer.json of a fast tokenizer, a JSON list of tokens, or a text file with a token on each line.',
  })
}
