import { readFileSync, writeFileSync } from 'node:fs'
import { format } from 'd3-format'
import { expect, it } from 'vitest'
import { KINDS, distanceRate, groupRates, trendRates } from './falseRates'

const README = new URL('../../src/analysis/README.md', import.meta.url)
const BEGIN = '<!-- calibration: begin -->'
const END = '<!-- calibration: end -->'
const LEVEL = 0.05

const percent = format('.1%')

/** Number of tensors of 100 tokens, or of sequences, that are drawn for each line. */
const TENSORS = 200
const SEQUENCES = 4000

function rows(): readonly (readonly string[])[] {
  const trends = [8, 12, 24, 48, 96].flatMap((layerCount) =>
    KINDS.map((kind) => {
      const trial = { kind, layerCount, runCount: TENSORS, level: LEVEL }
      const { token, tensor } = trendRates(trial)
      return [`${layerCount} layers`, kind, percent(token), percent(tensor), '', '', '']
    }),
  )
  const tokens = [30, 100, 300].flatMap((layerCount) =>
    KINDS.map((kind) => {
      const trial = { kind, layerCount, runCount: SEQUENCES, level: LEVEL }
      const { together, anywhere } = groupRates(trial)
      const rates = [distanceRate(trial), together, anywhere].map(percent)
      return [`${layerCount} tokens`, kind, '', ''].concat(rates)
    }),
  )
  return [...trends, ...tokens]
}

it('writes how often each test finds something where nothing is', () => {
  const head = [
    'of',
    'values',
    'token with a trend, p ≤ 5 %',
    'tensor of 100 tokens with any trend, false discovery rate 5 %',
    'distance, p ≤ 5 %',
    'group of neighbours, p ≤ 5 %',
    'group anywhere, p ≤ 5 %',
  ]
  const lines = [head, head.map(() => '---'), ...rows()].map((cells) => `| ${cells.join(' | ')} |`)
  const text = readFileSync(README, 'utf8')
  const [before, rest] = text.split(BEGIN)
  const [, after] = rest?.split(END) ?? []
  expect(after).toBeDefined()
  writeFileSync(README, `${before}${BEGIN}\n\n${lines.join('\n')}\n\n${END}${after}`)
})
