import { expect, it } from 'vitest'
import { modelOfCase } from './drawCase'

async function sourcesOf(names: readonly (string | null)[], caption?: string) {
  const queries = names.map((source) => ({ source }))
  const json = JSON.stringify({ source: 'file', queries, values: names.map(() => [[1, 2]]) })
  const view = { panels: 'queries' as const, ...(caption !== undefined && { caption }) }
  const { layout } = await modelOfCase({ name: 'x', json, view })
  const lines = layout.captions.map(({ text }) => text.replaceAll(/[\u2066-\u2069]/gu, ''))
  return lines.filter((line) => /Source|more/.test(line))
}

it('the sources of panels are named once each, and very many are counted', async () => {
  expect(await sourcesOf([null, null])).toEqual(['Source: file'])
  expect(await sourcesOf(['a', 'b', 'a', null])).toEqual(['Source: a', 'Source: b', 'Source: file'])
  expect(await sourcesOf(['a', 'b', 'c', 'd', 'e'])).toEqual([
    'Source: a',
    'Source: b',
    'Source: c',
    '… and 2 more.',
  ])
})

it('a caption of the reader replaces the sources', async () => {
  expect(await sourcesOf(['a', 'b'], 'Mine')).toEqual([])
})
