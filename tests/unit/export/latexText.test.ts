import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latexText } from '../../../src/export/latexText'
import { anyTokenText } from '../layout/anyText'
import { captionOf } from './captionOf'

describe('latexText', () => {
  it.each([
    ['100 % of #1 & $x_2$', '100 \\% of \\#1 \\& \\$x\\_2\\$'],
    ['\\input{x}', '\\textbackslash{}input\\{x\\}'],
    ['−0.04 … ±1', '\\ensuremath{-}0.04 \\ldots{} \\ensuremath{\\pm}1'],
    ['␣level', '\\textvisiblespace{}level'],
    ['a--b', 'a-{}-b'],
    ['"level"', '\\textquotedblleft{}level\\textquotedblright{}'],
    ['mañana', 'ma\\~{n}ana'],
    ['Ünïx Łódź', '\\"{U}n\\"{\\i}x \\L{}\\\'{o}d\\\'{z}'],
  ])('writes %s', (text, latex) => {
    expect(latexText(text)).toEqual({ text: latex, lacking: [] })
  })

  it('writes the code point of what pdflatex lacks, and lists it', () => {
    expect(latexText('好👍好')).toEqual({ text: 'U+597DU+1F44DU+597D', lacking: ['好', '👍'] })
  })

  it('is plain ASCII with balanced braces and no comment, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyTokenText, fc.string({ unit: 'binary' })), (given) => {
        const { text } = latexText(given)
        expect(text).toMatch(/^[ -~]*$/u)
        // `\~` is the accent of ñ.
        const bare = text.replace(/\\[\\{}%#$&_~]/gu, '')
        expect(bare).not.toMatch(/[%#$&_~]/u)
        expect(bare.split('{').length).toBe(bare.split('}').length)
      }),
    )
  })
})

describe('a caption file', () => {
  it('has the letters of a text that runs from right to left, and no characters that isolate it', async () => {
    const { text } = await captionOf({ queries: ['שלום'], tokens: [['אב']], values: [[[0.5]]] })
    expect(text).toContain('Token past of U+05E9U+05DCU+05D5U+05DD')
    expect(text).toContain('token 0 \\textquotedblleft{}U+05D0U+05D1\\textquotedblright{}')
    expect(text).not.toMatch(/206[89]/u)
  })

  it('changes no typeface in the alternative text', async () => {
    const { text } = await captionOf({ tokens: ['`', "'"], values: [[[0.5, 0.4]]] })
    const [, alternative = ''] = /alt=(.*)\]/u.exec(text) ?? []
    expect(alternative).toContain('token 0 \\textquotedblleft{}`\\textquotedblright{}')
    expect(alternative).not.toContain('\\char')
  })

  it('states what is shown, and only what holds of this figure', async () => {
    const { text } = await captionOf({
      title: 'Two queries',
      model: 'tiny',
      tokens: ['a', 'b', 'c'],
      values: [
        [
          [0.5, null, -0.5],
          [0.1, 0.2],
        ],
      ],
    })
    expect(text).toContain('\\caption{Two queries. 2 layers \\ensuremath{\\times} 3 past tokens')
    expect(text).toContain('6 cells. Model: tiny.')
    expect(text).toContain('Color: cosine similarity, from \\ensuremath{-}0.5 to 0.5.')
    expect(text).toContain('Padding: 1 of 6 cells.')
    expect(text).toContain('Missing: 1 of 6 cells.')
    expect(text).not.toMatch(/Noise floor|Below|Above|not in sequence/iu)
    expect(text).toContain('\\label{fig:tensor}')
  })

  it('names the colors and says nothing of an axis whose title the reader removed', async () => {
    const settings = { paper: 'column', color_title: false, x_title: false } as const
    const { text } = await captionOf({ values: [[0.1, 0.2]], metric: 'attribution' }, settings)
    expect(text).toContain('2 cells. Color: attribution, from 0.1 to 0.2.}')
  })

  it('is the reader’s own caption where there is one, with what must always be stated', async () => {
    const { text } = await captionOf(
      { tokens: ['a', 'b'], values: [[[1, 2]]] },
      { paper: 'column', caption: 'Mine', order: 'position' },
    )
    expect(text).toContain('\\caption{Mine.}')
  })

  it('names the bins of a figure whose cells share pixels', async () => {
    const values = [[Array.from({ length: 3000 }, (_, k) => Math.sin(k))]]
    const { text } = await captionOf({ values })
    expect(text).toMatch(/1 column = \d+ tokens: their mean, or the one cell that stands out/u)
    // The colors are those of means, which are nearer to 0 than the cells.
    expect(text).not.toContain('from \\ensuremath{-}1 to 1')
  })
})
