import type { PageDriver } from '../drivers/PageDriver'
import { figureTexts } from './figure'

export interface Columns {
  readonly first: number
  readonly last: number
}

/** Returns the columns that the title of the token axis names, inclusive. */
export async function shownColumns(page: PageDriver): Promise<Columns> {
  const texts = await figureTexts(page)
  const [, first = '', last = ''] =
    /\((?:distance|position) ([\d,]+) … ([\d,]+)/.exec(texts.join('\n')) ?? []
  return { first: numberOf(first), last: numberOf(last) }
}

function numberOf(text: string): number {
  return Number.parseInt(text.replaceAll(',', ''), 10)
}
