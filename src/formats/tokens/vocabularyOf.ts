import { TensorError } from '../../tensor/TensorError'
import { type TokenFile } from '../foreign/Format'
import { getEntry, isObject, itemsOf, type JsonDocument, type JsonNode } from '../json/JsonNode'

/**
 * Returns the ids and texts of a tokenizer.json (https://huggingface.co/docs/tokenizers) or of a vocab.json. In a
 * tokenizer.json they are `added_tokens` and `model.vocab`, which is an object of ids by text or, in Unigram models, a
 * list of [text, score]. A vocab.json is only such an object.
 */
export function vocabularyOf({ root }: JsonDocument): TokenFile {
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
