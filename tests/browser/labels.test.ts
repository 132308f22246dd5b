import { describe, expect } from 'vitest'
import { exportFile } from './harness/exportFile'
import { findLabelFaults } from './harness/findLabelFaults'
import { test } from './harness/pageTest'
import { showTensor, type CanonicalFile } from './harness/showTensor'

function matrix(layerCount: number, tokenCount: number): number[][] {
  return Array.from({ length: layerCount }, (_row, layer) =>
    Array.from({ length: tokenCount }, (_cell, token) => Math.cos(layer + 1.7 * token)),
  )
}

const words = ['level', ' hammer', 'internationalization', '🙂', 'שלום', '\n', '你好', 'a', '', 'é']

const files: readonly CanonicalFile[] = [
  { title: 'one cell', values: [[0.5]] },
  { title: 'ragged', values: [[1, null, 3], [1], [Infinity]], tokens: words.slice(0, 3) },
  { title: 'words', values: matrix(12, 10), tokens: words },
  {
    title: `long ${'title and '.repeat(30)}end`,
    metric: 'a metric whose name is much longer than the color bar that it stands beside is high',
    source: 'where it comes from, told at such a length that it takes several lines. '.repeat(5),
    queries: ['a meta token with a name that needs the whole width of the figure and then some'],
    layers: ['embedding', 'a middle layer with a long name', 'last'],
    tokens: Array.from({ length: 60 }, (_token, k) => words[k % 10]?.repeat(1 + (k % 7)) ?? ''),
    values: [matrix(3, 60)],
  },
  { title: 'many layers', values: matrix(64, 5) },
  { title: 'many tokens', values: matrix(4, 2000) },
  { title: 'tiny', values: [[1e-300, 2e-300]], view: { domain: [1e-300, 3e-300] } },
  { title: 'huge', values: [[-1.5e300, 1.2345e300]] },
]

describe.each([
  ['on a phone', { width: 400, height: 700 }],
  ['on a desk', { width: 1280, height: 800 }],
  ['on a large screen', { width: 2000, height: 1300 }],
] as const)('the labels of an exported figure made %s', (_name, viewport) => {
  test('lie inside it and apart', async ({ openPage }) => {
    const page = await openPage({ viewport })
    const faults: string[] = []
    for (const file of files) {
      /* oxlint-disable no-await-in-loop -- one page: it shows the files one after the other */
      await showTensor(page, file)
      const svg = (await exportFile(page, 'SVG')).bytes.toString()
      const found = await findLabelFaults(page.context(), svg)
      faults.push(...found.map((fault) => `${file.title}: ${fault}`))
      /* oxlint-enable no-await-in-loop */
    }
    expect(faults).toEqual([])
  })
})
