import { getEntry, isObject, itemsOf, textAt } from '../json/JsonNode'
import { textsOf } from './blocks/textsOf'
import { arrayAt, type Tool } from './Tool'

/**
 * The data that ecco passes to its page: `attributions` has one row for each generated token. A row ends at the place
 * of its token among all `tokens`.
 */
export const ecco: Tool = {
  keys: ['attributions'],
  read(object, path, document) {
    const tokens = getEntry(object, 'tokens')
    const rows = itemsOf(getEntry(object, 'attributions'))
    const texts = textsOf(tokens, document.numbers)
    if (texts === undefined || rows.length === 0 || !isObject(itemsOf(tokens)[0])) return undefined
    const outputs = itemsOf(tokens).flatMap((token, i) => {
      return textAt(token, 'type') === 'output' ? [texts[i] ?? ''] : []
    })
    const longest = rows.reduce<number>((most, row) => {
      return Math.max(most, typeof row === 'object' && row?.kind === 'row' ? row.length : 0)
    }, 0)
    const known = [
      { name: 'generated', labels: outputs },
      { name: 'token', labels: texts.slice(0, longest) },
    ]
    const at = [...path, 'attributions']
    const array = arrayAt(getEntry(object, 'attributions'), at, known, document)
    return array && { arrays: [array], notice: 'Attributions of ecco, by generated token.' }
  },
}
