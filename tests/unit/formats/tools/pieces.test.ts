import { describe, expect, it } from 'vitest'
import { plainOf } from '../../../../src/formats/json/JsonNode'
import { numberOfText } from '../../../../src/formats/tools/blocks/Block'
import { textsOf } from '../../../../src/formats/tools/blocks/textsOf'
import { embeddedJson } from '../../../../src/formats/tools/pageFormat'
import { numberedGroups } from '../../../../src/formats/tools/blocks/numberedGroups'
import { scanText } from '../json/scanText'

describe('a number in a text', () => {
  it.each([
    ['0.5', 0.5],
    [' -1e-3 ', -0.001],
    ['.5', 0.5],
    ['+2.', 2],
    ['nan', NaN],
    ['', NaN],
    ['None', NaN],
    ['-inf', -Infinity],
    ['tensor(0.25, grad_fn=<X>)', 0.25],
    ['tensor(nan)', NaN],
  ])('%j is %d', (text, value) => {
    expect(numberOfText(text)).toBe(value)
  })

  it.each(['the', '1 2', '0x10', '1,5', '1_000', '--1', 'e5'])('%j is none', (text) => {
    expect(numberOfText(text)).toBeUndefined()
  })
})

describe('keys that differ in their numbers', () => {
  it('are one dimension for each number that varies, in their order', () => {
    expect(numberedGroups(['block_1_head_0', 'a', 'block_1_head_1'])).toStrictEqual([
      {
        dimensions: [{ size: 2, labels: ['0', '1'], name: 'head' }],
        keys: ['block_1_head_0', 'block_1_head_1'],
      },
    ])
    const keys = ['L1H0', 'L1H1', 'L0H0', 'L0H1']
    expect(numberedGroups(keys)[0]).toMatchObject({
      dimensions: [{ labels: ['1', '0'] }, { labels: ['0', '1'] }],
      keys,
    })
  })

  it('are none where a combination is missing', () => {
    expect(numberedGroups(['L0H0', 'L0H1', 'L1H0'])).toStrictEqual([])
    expect(numberedGroups(['layer_0', 'tokens'])).toStrictEqual([])
  })
})

describe('labels', () => {
  it.each([
    ['["a", "a\\u200b", "\\u200cb\\u200c\\u200d"]', ['a', 'a', '\u200cb']],
    ['[0, 1.5]', ['0', '1.5']],
    ['[{"id": 3, "token": "x"}, {"text": "y"}]', ['x', 'y']],
    ['[["a", 1], ["b", 2]]', ['a 1', 'b 2']],
  ])('of %s', (text, labels) => {
    const { root, numbers } = scanText(text)
    expect(textsOf(root, numbers)).toStrictEqual(labels)
  })

  it.each(['[]', '3', '[{"id": 1}]', '["a", [["b"]]]'])('are not %s', (text) => {
    const { root, numbers } = scanText(text)
    expect(textsOf(root, numbers)).toBeUndefined()
  })
})

describe('JSON in a page', () => {
  it.each([
    ['no scripts', []],
    ['<script>f({"a": NaN}, {"b": [1, 2]})</script>', [{ a: null }, { b: [1, 2] }]],
    ['{"é": 1} { "broken" {"b": 2} {"cut', [{ é: 1 }, { b: 2 }]],
    [
      'Plotly.newPlot(document.getElementById("x"), [{"z": [[1]]}], {"title": "t"}, {"c": 1})',
      [{ data: [{ z: [[1]] }], layout: { title: 't' } }, { c: 1 }],
    ],
    ["Plotly.react('x',[1])", [{ data: [1], layout: null }]],
  ])('%s', (page, documents) => {
    const found = Array.from(embeddedJson(new TextEncoder().encode(page)), ({ root, numbers }) =>
      plainOf(root, numbers),
    )
    expect(found).toStrictEqual(documents)
  })
})
