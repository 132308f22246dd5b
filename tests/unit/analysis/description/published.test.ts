import { describe, expect, it } from 'vitest'
import { sample, told } from './described'

describe('the description of the published figure', async () => {
  const text = told(await sample('meta-token-2'), {
    options: { domain: { low: -0.04, high: 0.04 }, hiddenSize: 768 },
  })

  it.each([
    'The highest cell is layer 0, token 12 "level" (3 back), 0.0400; then layer 1, "level" (12), 0.0310; layer 2, "level" (12), 0.0304.',
    'The lowest cell is layer 11, token 6 "plum" (9 back), −0.0400; then layer 10, "plum" (6), −0.0310; layer 8, "plum" (6), −0.0237.',
    'No token changes consistently with depth: of 15 tokens, none falls or rises more than a walk without drift',
    '"level" (12) goes from 0.040 (layer 0) to 0.001 (layer 11); 1 of 11 steps goes up; the median slope is −0.0031 a layer.',
    '"plum" (6) goes from 0.002 (layer 0) to −0.040 (layer 11); 2 of 11 steps go up; the median slope is −0.0033 a layer.',
    'The mean magnitude is largest in layer 0',
    'A layer’s cosine says little about its importance (arXiv 2605.14075).',
    'Special tokens, "PAUSE_" (9): mean 0.009700, others 0.002902; one alone is not tested.',
    'crossing 0: "pl" (13), "banana" (5), "ruits" (1), "F" (0) and "plum" (6).',
    '0 of 180 cells lie outside ±0.07073 (1.96/√768); random directions would put 8.99 there.',
    '15 of 15 tokens stay within the noise floor of ±0.07073 (1.96/√768) in every layer: between 0 and 0.07073 ',
  ])('says: %s', (sentence) => expect(text).toContain(sentence))

  it('has, without a noise floor, the neutral tokens between 0 and 0.02, and neither level nor plum among them', async () => {
    const options = { domain: { low: -0.04, high: 0.04 } }
    const withoutFloor = told(await sample('meta-token-2'), { options })
    const neutral = /^Neutral: .*$/m.exec(withoutFloor)?.[0] ?? ''
    expect(neutral).toContain('stay between −0.02 and 0.02, 50 % of the color range about 0, in')
    const positive = /: between 0 and 0\.02 ([^;]*);/.exec(neutral)?.[1] ?? ''
    for (const token of ['"Tools" (7)', '":" (8)', 'more']) expect(positive).toContain(token)
    expect(neutral).not.toMatch(/level|plum/)
  })

  it('has its parts in order', () => {
    const headings = [
      'Overview',
      'Axes',
      'Detailed analysis',
      'Key observations',
      'What the data does not show',
    ]
    const places = headings.map((heading) => text.split('\n').indexOf(heading))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })
})
