import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberTexts } from '../../../../src/analysis/description/numberTexts'
import { sentenceOf } from '../../../../src/analysis/description/sentenceOf'
import { plainWriting, type Writing } from '../../../../src/analysis/description/Writing'
import { type Finding } from '../../../../src/analysis/findings/Finding'
import { matrixOf } from '../../../../src/tensor/Matrix'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { anySpec, tensorOf } from '../../tensor/anyTensor'
import { findIn } from '../findings/findTensor'
import { ragged } from '../ragged'

/** A finding's text, and the numbers of each of its sentences, by their texts. */
interface Said {
  readonly finding: Finding
  readonly text: string
  readonly numbers: readonly ReadonlyMap<string, readonly number[]>[]
}

/** The sentences about a tensor, each with its numbers. */
function saidOf(tensor: Tensor, hiddenSize?: number): readonly Said[] {
  const matrix = matrixOf(tensor, 0, 'distance', 'query')
  const options = hiddenSize === undefined ? {} : { hiddenSize }
  return findIn(tensor, options).map((finding) => {
    const numbers: Map<string, number[]>[] = []
    const writing: Writing = {
      ...plainWriting({ visibleText: () => 'x' }),
      numbers: (values, computed) => {
        const textOf = numberTexts(values, computed)
        const written = new Map<string, number[]>()
        numbers.push(written)
        return (value) => {
          const text = textOf(value)
          written.set(text, [...(written.get(text) ?? []), value])
          return text
        }
      },
    }
    return { finding, text: sentenceOf(finding, matrix, writing), numbers }
  })
}

/** Numbers of a finding's fields, however deep. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(numbersIn)
}

/** All numbers that stand in a sentence, apart from those of texts. */
const NUMBER = /(?<![\w.])[−-]?\d[\d,]*(?:\.\d+)?(?:e[+−-]?\d+)?/g

describe('the sentences of any tensor', () => {
  it('write no two different numbers alike, and all with one precision', () => {
    fc.assert(
      fc.property(anySpec, fc.constantFrom(undefined, 4, 100), (spec, hiddenSize) => {
        for (const { numbers } of saidOf(tensorOf(spec), hiddenSize)) {
          const written = numbers.flatMap((byText) => Array.from(byText.values()).flat())
          const largest = Math.max(0, ...written.map(Math.abs))
          for (const values of numbers.flatMap((byText) => Array.from(byText.values()))) {
            const spread = Math.max(...values) - Math.min(...values)
            // Computed numbers may have rounding errors; a difference may overflow.
            expect(spread === Infinity || spread <= largest * 2 ** -46).toBe(true)
          }
        }
      }),
    )
  })

  it('have no number that is not of the tensor or of a definition', () => {
    // Of definitions: 1.96 and d, the level, the number of a paper, and the least and largest numbers of things that are looked at.
    const definitions = new Set(['1.96', '0', '4', '0.25', '0.001', '95', '50', '5', '2605.14075'])
    fc.assert(
      fc.property(anySpec, fc.constantFrom(undefined, 4, 100), (spec, hiddenSize) => {
        for (const { finding, text, numbers } of saidOf(tensorOf(spec), hiddenSize)) {
          const known = numbersIn(finding)
          for (const [word] of text.matchAll(NUMBER)) {
            const value = Number(word.replaceAll('−', '-').replaceAll(',', ''))
            const isKnown =
              numbers.some((byText) => byText.has(word)) ||
              definitions.has(word) ||
              isWholeOf(value, spec.firstIndex) ||
              known.some((other) => isRounded(value, Math.abs(other)) || isRounded(value, other))
            expect(isKnown, `${word} in ${text}`).toBe(true)
          }
        }
      }),
    )
  })
})

/** Whether a number may be an index or a count of a small tensor; their truth is tested elsewhere. */
function isWholeOf(value: number, firstIndex: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 200 + firstIndex
}

/** Whether a number is another one, rounded to two digits or more. */
function isRounded(value: number, other: number): boolean {
  return Math.abs(value - other) <= Math.abs(other) * 0.051
}

const NOUNS = 'cell|token|layer|step|test|group|value|other|column|query|pair'
const VERBS = 'fall|rise|stay|lie|equal|move|exist|correlate'
/** Forms that do not agree with the count before them; “3 of 1 cell lie” counts three. */
const WRONG = [
  new RegExp(`\\b1 (?:${NOUNS}|querie)s\\b`),
  new RegExp(`\\b(?:0|[2-9]|\\d{2,}) (?:${NOUNS})\\b`),
  new RegExp(`(?<! of )\\b1 (?:${VERBS}|go|are|were)\\b`),
  new RegExp(`(?<! of )\\b(?:0|[2-9]|\\d{2,}) (?:(?:${VERBS})s|goes|is|was)\\b`),
  new RegExp(`(?<![\\d,])1 of [\\d,]+ (?:${NOUNS}|querie)s? (?:${VERBS}|go|are|were)\\b`),
  new RegExp(
    `(?<![\\d,])(?:0|[2-9]|\\d{2,}) of [\\d,]+ (?:${NOUNS}|querie)s? (?:(?:${VERBS})s|goes|is|was)\\b`,
  ),
]

describe('the grammar of every sentence', () => {
  const counts = [1, 2, 3, 5, 9]
  const shapes = counts.flatMap((layers) => counts.map((tokens) => [layers, tokens] as const))

  it.each(shapes)('agrees in number, of %d layers and %d tokens', (layerCount, tokenCount) => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const rows = Array.from({ length: layerCount }, (_, layer) =>
        Array.from({ length: tokenCount }, (__, token) => {
          if (seed > 3 && layer + token === seed - 4)
            return [NaN, Infinity, -Infinity][seed - 4] ?? 0
          return seed === 1 ? token - layer : Math.sin(seed * 31 + layer * 7 + token * 13 + 1)
        }),
      )
      const texts = Array.from(
        { length: tokenCount },
        (_, token) => ['<s>', 'a', '.'][token % 3] ?? '',
      )
      const tensor = ragged([rows, rows.map((row) => row.toReversed())], { texts })
      for (const { text } of saidOf(tensor, 4)) {
        for (const wrong of WRONG) expect(text).not.toMatch(wrong)
      }
      expect(saidOf(tensor, 4).length).toBeGreaterThan(0)
    }
  })

  it('agrees where a count comes before “of”', () => {
    const one = ragged([[[0.5, 0.001, 0.001]]])
    expect(
      saidOf(one, 100)
        .map(({ text }) => text)
        .join(' '),
    ).toMatch(/1 of 3 cells lies outside .*|2 of 3 tokens stay within/)
  })

  it('says which tokens and layers were tested, if not all were', () => {
    expect(trendsTextOf(8, 5)).not.toMatch(/ tested/)
    expect(trendsTextOf(128, 300)).toContain(
      'Only the 265 tokens that move most from layer to layer were tested.',
    )
    expect(trendsTextOf(200, 2)).toMatch(/ Of 200 layers, 128 evenly spaced ones were tested\.$/)
    expect(trendsTextOf(1500, 2)).toMatch(
      / Of 1,500 layers, 128 evenly spaced ones were tested, and 1,000 give the median slopes\.$/,
    )
  })

  it('has neither rise nor fall for what no test finds', () => {
    const rows = Array.from({ length: 6 }, (_, layer) => [layer, -layer, Math.sin(layer)])
    const texts = saidOf(ragged([rows])).filter(({ finding }) => finding.kind === 'trend')
    expect(texts).toHaveLength(3)
    for (const { text } of texts) expect(text).not.toMatch(/\b(?:rise|fall)/)
  })
})

/** The text about all trends of a tensor of noise. */
function trendsTextOf(layerCount: number, tokenCount: number): string {
  const rows = Array.from({ length: layerCount }, (_, layer) =>
    Array.from({ length: tokenCount }, (__, token) => Math.sin(layer * 3 + token * token)),
  )
  return saidOf(ragged([rows])).find(({ finding }) => finding.kind === 'trends')?.text ?? ''
}
