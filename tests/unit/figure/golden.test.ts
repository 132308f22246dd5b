import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { svgText } from '../../../src/export/xml/serialize'
import { figureOfCase } from './drawCase'
import { goldenCases } from './goldenCases'

const folder = fileURLToPath(new URL('../../golden/', import.meta.url))
/** Run with UPDATE_GOLDEN=1 to approve what is drawn now; look at the pictures before committing them. */
const isApproving = process.env['UPDATE_GOLDEN'] === '1'

describe('golden figures', () => {
  it.each(goldenCases)('$name is drawn as approved', async (golden) => {
    const path = `${folder}${golden.name}.svg`
    const svg = svgText(await figureOfCase(golden))
    if (isApproving) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(path, svg)
    }
    expect(existsSync(path), `${golden.name}.svg was never approved`).toBe(true)
    expect(svg).toBe(readFileSync(path, 'utf8'))
  })

  it('no approved file is left without its case', () => {
    const names = goldenCases.map(({ name }) => `${name}.svg`)
    expect(readdirSync(folder).toSorted()).toEqual(names.toSorted())
  })
})
