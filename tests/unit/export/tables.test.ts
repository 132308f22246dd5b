import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_AXES, type Axes } from '../../../src/tensor/Axes'
import { matrixRows } from '../../../src/export/tableOf'
import { csvText, htmlTable, tsvText, type TableRows } from '../../../src/export/csvText'
import { tidyRows } from '../../../src/export/tidyRows'
import { companionsAt } from '../../../src/tensor/companionsAt'
import { valuesOfQuery, type Tensor } from '../../../src/tensor/Tensor'
import { anyTensor } from '../formats/anyTensor'
import { problemOf } from '../formats/problemOf'
import { readOne, readText } from '../formats/readText'
import { cellsOf, filledQueries, matrixOfQuery, written } from './keptInTables'
import { numbersOf } from '../tensor/numbersOf'

function csvOf(table: TableRows): string {
  return [...csvText(table)].join('')
}

function reread(table: TableRows): Promise<Tensor> {
  return rereadText(csvOf(table))
}

async function rereadText(text: string): Promise<Tensor> {
  const { tensors } = await readText(text, 'table.csv')
  const [only] = tensors
  if (only === undefined) throw new Error('no tensor')
  return only.tensor
}

const hostile = ['=1+1', "'=x", '+a', '-b', '@c', '\td', 'e"f', 'g,h', 'i\r\nj', '', ' k ', "'"]
const example = await readOne({
  queries: [{ label: '=cmd', position: 14 }],
  tokens: [hostile],
  first_index: 2,
  layers: ['@a', '-1'],
  values: [
    [hostile.map((_, k) => k / 7), [null, -0, 1e-300, ...hostile.slice(3).map((_, k) => -k / 3)]],
  ],
})

function writtenAxes({ query, row, column }: Axes): Axes {
  return { query: written(query), row: written(row), column: written(column) }
}

describe('a table in long form', () => {
  it('has a row for each value, in a form that no spreadsheet runs', () => {
    const lines = csvOf(tidyRows(example)).split('\r\n')
    expect(lines.slice(0, 3)).toStrictEqual([
      'query,layer,token_index,token,distance,value',
      "'=cmd,'@a,2,'=1+1,12,0",
      "'=cmd,'@a,3,''=x,11,0.14285714285714285",
    ])
  })

  it('gives back everything that has a value, whatever the tokens and numbers are', async () => {
    await fc.assert(
      fc.asyncProperty(anyTensor, async (tensor) => {
        const again = await reread(tidyRows(tensor))
        expect(cellsOf(again, tensor)).toStrictEqual(cellsOf(tensor))
        expect(again.axes).toStrictEqual(writtenAxes(tensor.axes))
        const queries = filledQueries(tensor)
        expect(again.queries.map(({ position }) => position)).toStrictEqual(
          queries.map(({ position }) => position),
        )
        again.queries.forEach(({ label }, q) => {
          expect(label.startsWith(written(queries[q]?.label ?? '?'))).toBe(true)
        })
      }),
      { numRuns: 200 },
    )
  })

  it('puts numbered layers in the order of their numbers, and says so', async () => {
    const tensor = await readOne({ layers: ['10', '2'], values: [[[1], [3]]] })
    const { tensors, notices } = await readText(csvOf(tidyRows(tensor)), 'table.csv')
    expect(tensors[0]?.tensor.layerLabels).toStrictEqual(['2', '10'])
    expect(numbersOf(tensors[0]?.tensor.values)).toStrictEqual([3, 1])
    expect(notices.join(' ')).toContain('the table had another order')
    expect(tensors[0]?.tensor.queries[0]?.position).toBe(tensor.queries[0]?.position)
  })

  it('has a column for each companion, and gives them back', async () => {
    const tensor = await readOne({
      layers: ['10', '2'],
      values: [[[1, null, 3], [4]]],
      companions: {
        A: [[[0.5, null, -0.25], [1e-9]]],
        '=note': [[[null, '=1+1', 'b,"c"'], ['7']]],
        value: [[['x', null, 'y'], [null]]],
      },
    })
    const text = csvOf(tidyRows(tensor))
    expect(text.split('\r\n').slice(0, 3)).toStrictEqual([
      "query,layer,token_index,token,distance,value,A,'=note,value",
      'Meta Token #1,10,0,,3,1,0.5,,x',
      "Meta Token #1,10,1,,2,,,'=1+1,",
    ])
    const again = await rereadText(text)
    expect(numbersOf(again.values)).toStrictEqual([4, 1, NaN, 3])
    expect(companionsAt(again, 0, 0, 0)).toStrictEqual([
      { name: 'A', text: '1e-9' },
      { name: '=note', text: '7' },
      { name: 'value', text: undefined },
    ])
    expect(companionsAt(again, 0, 1, 2).map((one) => one.text)).toStrictEqual([
      '-0.25',
      'b,"c"',
      'y',
    ])
  })

  it('keeps queries of one name apart', async () => {
    const tensor = await readOne({
      queries: [{ label: 'M', position: 2 }, { label: 'M', position: 2 }, 'M'],
      layers: ['a', 'b'],
      values: [[[], [1, 2]], [[3, 4]], [[5, 6]]],
    })
    const again = await reread(tidyRows(tensor))
    expect(cellsOf(again)).toStrictEqual(cellsOf(tensor))
    expect(again.queries.map(({ label }) => label)).toStrictEqual(['M', 'M (2)', 'M'])
  })

  it('is a table like any other once its rows are sorted', async () => {
    const tensor = await readOne({
      values: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    })
    const [header = [], ...rows] = [...tidyRows(tensor)]
    const sorted = rows.toSorted((a, b) => Number(a[2]) - Number(b[2]))
    expect(numbersOf((await reread([header, ...sorted])).values)).toStrictEqual([1, 2, 3, 4])
  })
})

describe('a table as a matrix', () => {
  it('has the tokens above and the layers at the left', () => {
    const text = csvOf(matrixRows(example, 0))
    expect(text).toContain(`layer \\ token,'=1+1,''=x,'+a,'-b,'@c,"'\td",`)
    expect(text).toContain("\r\n'@a,0,0.14")
  })

  it('gives back values, layers, tokens and padding of any query', async () => {
    await fc.assert(
      fc.asyncProperty(anyTensor, async (tensor) => {
        for (const q of tensor.queries.keys()) {
          if (valuesOfQuery(tensor, q).length === 0) continue
          for (const text of [csvOf, tsvText]) {
            // oxlint-disable-next-line no-await-in-loop -- one table after the other
            const again = await rereadText(text(matrixRows(tensor, q)))
            expect(matrixOfQuery(again, 0, tensor)).toStrictEqual(matrixOfQuery(tensor, q))
            const { query } = DEFAULT_AXES
            expect(again.axes).toStrictEqual(writtenAxes({ ...tensor.axes, query }))
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['ones', [1, 1, 1]],
    ['whole numbers', [2, 0, 5]],
    ['0, 1, 2', [0, 1, 2]],
    ['missing values', [null, null, null]],
  ])('has its layers in rows where the first one has nothing but %s', async (_, first) => {
    for (const tokens of [['a', 'b', 'c'], ['0', '1', '2'], null]) {
      // oxlint-disable-next-line no-await-in-loop -- one table after the other
      const tensor = await readOne({
        tokens: tokens && [tokens],
        values: [first, [0.5, -0.25, 0.125]],
      })
      // oxlint-disable-next-line no-await-in-loop -- one table after the other
      expect(await reread(matrixRows(tensor, 0))).toStrictEqual(tensor)
    }
  })

  it('has a header that may be longer than many pieces, of texts with ends of lines', async () => {
    const tokens = Array.from({ length: 60_000 }, (_, k) => `"${k}\n`)
    const tensor = await readOne({ tokens, values: [tokens.map((_, k) => k / 7)] })
    const again = await reread(matrixRows(tensor, 0))
    expect(matrixOfQuery(again, 0)).toStrictEqual(matrixOfQuery(tensor, 0))
  })

  it('of a query without values is refused', async () => {
    const tensor = await readOne({ values: [[[1]], []] })
    const problem = await problemOf(() => reread(matrixRows(tensor, 1)))
    expect(problem.message).toContain('holds no values')
  })

  it('may be saved again with semicolons and decimal commas, and with gaps', async () => {
    const text = 'layer \\ token;a;b;c\r\n0;0,5;1,25;\r\n1;;;2\r\n2;;1;'
    const again = await rereadText(text)
    expect(matrixOfQuery(again, 0)).toStrictEqual({
      tokens: ['a', 'b', 'c'],
      layers: ['0', '1', '2'],
      values: [
        [0.5, 1.25, undefined],
        [NaN, NaN, 2],
        [NaN, 1, undefined],
      ],
    })
  })
})

it('a table of profiles is no tensor, and says so', async () => {
  const text = 'of,index,label,count,mean,p10,p90,min,max\nlayer,0,0,2,1,1,1,1,1'
  const problem = await problemOf(() => rereadText(text))
  expect(problem.message).toBe('The table holds the profiles of a figure, not its tensor.')
})

describe('a table on the clipboard', () => {
  it('is TSV with quotes where they are needed, and HTML without markup of its tokens', async () => {
    const tensor = await readOne({ tokens: ['a\tb', '<b>&'], values: [[1, null]] })
    expect(tsvText(matrixRows(tensor, 0))).toBe('layer \\ token\t"a\tb"\t<b>&\n0\t1\tNaN\n')
    expect(htmlTable(matrixRows(tensor, 0))).toBe(
      '<table><tr><td>layer \\ token</td><td>a\tb</td><td>&lt;b>&amp;</td></tr><tr><td>0</td><td>1</td><td>NaN</td></tr></table>',
    )
  })
})
