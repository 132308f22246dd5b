import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileName, type FileContent } from '../../../src/export/fileName'

/** The content of a file about the last of these queries. */
function about(tab: string, ...labels: readonly string[]): FileContent {
  const queries = labels.map((label, position) => ({ label, position }))
  return { tab, tensor: { queries, hasQueries: true }, queryIndex: labels.length - 1 }
}

/** The content of a file about everything in a tensor. */
function whole(tab: string): FileContent {
  return { tab, tensor: { queries: [{ label: 'Meta Token #1', position: 1 }], hasQueries: true } }
}

describe('the name of a saved file', () => {
  it('is made of the name in the tab and the label of the query', () => {
    expect(fileName('.svg', about('list-recall-step200.json', 'Meta Token #1'))).toBe(
      'list-recall-step200_meta-token-1.svg',
    )
  })

  it('has no label where the file is about all queries', () => {
    expect(fileName('.simlens.json', whole('list-recall.json'))).toBe('list-recall.simlens.json')
  })

  it('has no label where the tensor came without queries', () => {
    const queries = [{ label: 'Meta Token #1', position: 1 }]
    const tensor = { queries, hasQueries: false }
    expect(fileName('.svg', { tab: 'a.npy', tensor, queryIndex: 0 })).toBe('a.svg')
  })

  it('tells the queries of an array apart', () => {
    const queries = [1, 2].map((number) => ({ label: `Meta Token #${number}`, position: number }))
    const tensor = { queries, hasQueries: false }
    expect(fileName('.svg', { tab: 'a.npy', tensor, queryIndex: 1 })).toBe('a_meta-token-2.svg')
  })

  it.each([
    ['meta-token-2.json', 'Meta Token #2', 'meta-token-2.png'],
    ['list-recall_meta-token-1.svg', 'Meta Token #1', 'list-recall_meta-token-1.png'],
    ['list-recall_meta-token-1.svg', 'Meta Token #2', 'list-recall_meta-token-1_meta-token-2.png'],
    ['format.json', 'mat', 'format_mat.png'],
  ])('says no label twice: %s of %s', (tab, label, expected) => {
    expect(fileName('.png', about(tab, label))).toBe(expected)
  })

  it.each([
    ['list-recall.json', 'list-recall'],
    ['List.JSON', 'list'],
    ['figure.simlens.json', 'figure'],
    ['values.npy.gz', 'values'],
    ['notebook.ipynb', 'notebook'],
    ['twice.json.json', 'twice-json'],
    ['gpt2.layer.3', 'gpt2-layer-3'],
    ['attention • model.pt', 'attention-model'],
    [' spaces .json ', 'spaces'],
  ])('takes one known extension off: %s', (tab, expected) => {
    expect(fileName('.png', whole(tab))).toBe(`${expected}.png`)
  })

  it.each([
    ['Meta Token #2 • Past Cosine-Sim (Padded)', 'meta-token-2-past-cosine-sim-padded'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'],
    ['two\n  lines\tand more', 'two-lines-and-more'],
    ['../../etc/passwd', 'etc-passwd'],
    ['--force', 'force'],
    ['_private_ - run', 'private_run'],
    ['abc\u202Egpj.exe', 'abcgpj-exe'],
    ['soft\u00ADly', 'softly'],
    ['half \uD83D pair', 'half-pair'],
    ['Café naïve ÅNGSTRÖM', 'cafe-naive-angstrom'],
    ['cafe\u0301', 'cafe'],
    ['İstanbul ﬁrst ² Ⅳ', 'istanbul-first-2-iv'],
    ['Straße, 世界 2, नमस्ते', 'strae-2'],
    ['१२ layers', 'layers'],
  ])('spells %j in small letters, digits and marks', (tab, expected) => {
    expect(fileName('.png', whole(tab))).toBe(`${expected}.png`)
  })

  it.each(['', ' ', '...', '世界', '😀', '-_-', '\u0301'])('is never empty: %j', (unspelled) => {
    expect(fileName('.svg', about(unspelled, 'first', unspelled))).toBe('tensor_query-2.svg')
    expect(fileName('.simlens.json', whole(`${unspelled}.json`))).toBe('tensor.simlens.json')
  })

  it.each(['con', 'NUL', 'Com1', 'aux.json', 'prn', 'LPT9', 'COM²'])(
    'is no device of Windows: %s',
    (tab) => {
      expect(fileName('.simlens.json', whole(tab))).toMatch(/^[a-z]{3}\d?-tensor\.simlens\.json$/)
    },
  )

  it('cuts long names, the label less than the rest', () => {
    const long = 'x'.repeat(500)
    expect(fileName('.svg', whole(long))).toBe(`${'x'.repeat(80)}.svg`)
    expect(fileName('.svg', about(long, 'Meta Token #1'))).toBe(
      `${'x'.repeat(67)}_meta-token-1.svg`,
    )
    expect(fileName('.svg', about(long, 'y'.repeat(500)))).toBe(
      `${'x'.repeat(47)}_${'y'.repeat(32)}.svg`,
    )
    expect(fileName('.svg', whole(`${'x'.repeat(79)} y`))).toBe(`${'x'.repeat(79)}.svg`)
  })

  it('cuts a label between its words, if these fill most of it', () => {
    const said = 'The capital of France is the city'
    expect(fileName('.svg', about('a', said))).toBe('a_the-capital-of-france-is-the.svg')
    expect(fileName('.svg', about('a', `q ${'y'.repeat(40)}`))).toBe(`a_q-${'y'.repeat(30)}.svg`)
  })

  it('is safe for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.constantFrom('.', ' ', '/', '-', '_', 'con', 'nul', 'é', '世', '1', '.json'))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, text, fc.boolean(), (tab, label, isAbout) => {
        const name = fileName('.simlens.json', isAbout ? about(tab, label) : whole(tab))
        expect(name).toMatch(/^[a-z\d]+(?:[-_][a-z\d]+)*\.simlens\.json$/)
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./)
        expect(name.length).toBeLessThanOrEqual(80 + '-tensor.simlens.json'.length)
      }),
    )
  })
})
