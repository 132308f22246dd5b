import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { screenStyle } from '../../../src/layout/LayoutStyle'
import { roundUp, tokenLabels, type TokenLabelSource } from '../../../src/layout/tokenLabels'
import { visibleText } from '../../../src/text/visibleText'
import { anyTokenText } from './anyText'
import { overlappingLabels, tokenLabelBoxes } from './boxes'

interface Draft {
  readonly texts: readonly (string | undefined)[]
  readonly plotWidth: number
  readonly left?: number
  readonly firstNumber?: number
  readonly hasTexts?: boolean
  readonly maxDepth?: number
}

function sourceOf(draft: Draft): TokenLabelSource & { readonly asked: number[] } {
  const { texts, plotWidth, left = 60, firstNumber = 0, hasTexts = true, maxDepth = 120 } = draft
  const columnWidth = plotWidth / Math.max(1, texts.length)
  const asked: number[] = []
  return {
    asked,
    firstColumn: 0,
    endColumn: texts.length,
    figureWidth: left + plotWidth + 100,
    columnWidth,
    center: (column) => left + (column + 0.5) * columnWidth,
    text: (column) => {
      asked.push(column)
      return texts[column]
    },
    isSpecial: (column) => texts[column] === 'PAUSE_',
    number: (column) => firstNumber + column,
    hasTexts,
    maxDepth,
    style: screenStyle,
  }
}

function textsOf(count: number, text: (column: number) => string): string[] {
  return Array.from({ length: count }, (_, column) => text(column))
}

describe('tokenLabels', () => {
  it.each([true, false])('of no column are none (texts: %s)', (hasTexts) => {
    expect(tokenLabels(sourceOf({ texts: [], plotWidth: 300, hasTexts })).labels).toEqual([])
  })

  it('of one column stand upright at its middle', () => {
    const { angle, labels } = tokenLabels(sourceOf({ texts: ['level'], plotWidth: 300 }))
    expect(angle).toBe(0)
    expect(labels).toEqual([{ columnIndex: 0, x: 210, text: 'level', isSpecial: false }])
  })

  it('of columns that share a pixel are upright numbers with separators, inside the figure', () => {
    const texts = textsOf(4001, (column) => `w${column}`)
    const source = { ...sourceOf({ texts, plotWidth: 800 }), isBinned: true }
    const { angle, labels, depth } = tokenLabels({ ...source, figureWidth: 860 })
    expect(angle).toBe(0)
    const shown = labels.map(({ text }) => text)
    expect(shown.slice(0, 6)).toEqual(['0', '500', '1,000', '1,500', '2,000', '2,500'])
    // The number at the end would be cut.
    expect(shown.at(-1)).toBe('3,500')
    // The texts that a zoom shows have the room that they need from the start.
    const whole = tokenLabels({ ...source, keepsRoom: true })
    expect(whole.labels.at(-1)?.text).toBe('4,000')
    expect(whole.depth).toBe(tokenLabels({ ...source, isBinned: false }).depth)
    expect(whole.depth).toBeGreaterThan(depth)
  })

  it('stand upright where all fit, at 45° where not, at 90° where columns are narrow', () => {
    const texts = textsOf(12, () => 'level')
    expect(tokenLabels(sourceOf({ texts, plotWidth: 700 })).angle).toBe(0)
    expect(tokenLabels(sourceOf({ texts, plotWidth: 400 })).angle).toBe(-45)
    expect(tokenLabels(sourceOf({ texts, plotWidth: 200 })).angle).toBe(-90)
  })

  it('have a label for each of two equal texts', () => {
    const texts = ['a', ':', 'b', ':']
    const { labels } = tokenLabels(sourceOf({ texts, plotWidth: 300 }))
    expect(labels.map(({ columnIndex, text }) => [columnIndex, text])).toEqual([
      [0, 'a'],
      [1, ':'],
      [2, 'b'],
      [3, ':'],
    ])
  })

  it('keep the whole text of what is shortened, and mark special tokens', () => {
    const texts = ['PAUSE_', 'tokenization'.repeat(20)]
    const { labels } = tokenLabels(sourceOf({ texts, plotWidth: 200 }))
    expect(labels[0]?.isSpecial).toBe(true)
    expect(labels[1]?.text).toMatch(/^token.*…$/)
    expect(labels[1]?.fullText).toBe(texts[1])
  })

  it('are shortened where they agree, if they would be equal otherwise', () => {
    const texts = textsOf(9, (column) => `some_long_identifier_${column}_of_a_program`)
    const { labels } = tokenLabels(sourceOf({ texts, plotWidth: 300, maxDepth: 80 }))
    expect(labels.map(({ text }) => text.replace(/^some.*…(?=\d)/u, ''))).toEqual(
      textsOf(9, (column) => `${column}…`),
    )
  })

  it('thinned start with their number, which is a multiple of the stride', () => {
    const texts = textsOf(400, () => 'x')
    const { labels } = tokenLabels(sourceOf({ texts, plotWidth: 800, firstNumber: 3 }))
    expect(labels.slice(0, 3).map(({ text }) => text)).toEqual(['10 x', '20 x', '30 x'])
    expect(labels[0]?.columnIndex).toBe(7)
  })

  it('without texts are numbers, and none where there is no token', () => {
    const source = sourceOf({ texts: ['', '', undefined], plotWidth: 300, hasTexts: false })
    expect(tokenLabels(source).labels.map(({ text }) => text)).toEqual(['0', '1'])
  })

  it('of columns without a token are left out', () => {
    const texts = [undefined, 'a', undefined, 'b']
    const { labels } = tokenLabels(sourceOf({ texts, plotWidth: 300 }))
    expect(labels.map(({ columnIndex }) => columnIndex)).toEqual([1, 3])
  })

  it.each([true, false])('of 131,072 columns ask for few texts (texts: %s)', (hasTexts) => {
    const texts = textsOf(131_072, (column) => `token${column}`)
    const source = sourceOf({ texts, plotWidth: 1200, hasTexts })
    const { labels } = tokenLabels(source)
    expect(labels.length).toBeGreaterThan(5)
    expect(source.asked.length).toBeLessThan(300)
  })

  it('never overlap, begin inside the figure and end above its depth', () => {
    fc.assert(
      fc.property(
        fc.record({
          texts: fc.array(fc.option(anyTokenText.map(visibleText), { nil: undefined, freq: 8 }), {
            maxLength: 300,
          }),
          plotWidth: fc.integer({ min: 160, max: 1800 }),
          left: fc.integer({ min: 56, max: 170 }),
          firstNumber: fc.nat({ max: 100_000 }),
          hasTexts: fc.boolean(),
          maxDepth: fc.integer({ min: 64, max: 130 }),
        }),
        (draft) => {
          const labels = tokenLabels(sourceOf(draft))
          const boxes = tokenLabelBoxes(labels, 0, screenStyle)
          expect(overlappingLabels(boxes)).toEqual([])
          expect(labels.depth).toBeLessThanOrEqual(draft.maxDepth)
          for (const { bounds } of boxes) {
            expect(bounds.x).toBeGreaterThanOrEqual(0)
            expect(bounds.y).toBeGreaterThanOrEqual(0)
            // The gap to the axis' title takes the rest.
            expect(bounds.y + bounds.height).toBeLessThanOrEqual(labels.depth + 8)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('roundUp', () => {
  it.each([
    [0, 1],
    [1, 1],
    [1.2, 2],
    [2, 2],
    [2.1, 5],
    [7, 10],
    [10, 10],
    [11, 20],
    [4999, 5000],
    [NaN, 1],
  ])('of %d is %d', (least, expected) => {
    expect(roundUp(least)).toBe(expected)
  })
})
