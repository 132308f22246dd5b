import { type JsonNode } from '../json/JsonTree'
import { entryAt, textAt } from './blocks/entryAt'

/** The title of a figure, axis or color bar as plain text: plotly has it as a text or as {text}, with HTML in it. */
export function plotlyTitle(node: JsonNode | undefined): string | undefined {
  return plainText(textAt(node, 'title') ?? textAt(entryAt(node, 'title'), 'text'))
}

export function plainText(text: string | undefined): string | undefined {
  const plain = text
    ?.replace(/<[^<>]{1,80}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' ? undefined : plain
}
