import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseXml } from '../browser/harness/parseXml'
import { renderSvg } from './renderSvg'
import { xmlProblems } from './xmlProblems'

const folder = 'tests/golden'
const names = existsSync(folder) ? readdirSync(folder, { encoding: 'utf8', recursive: true }) : []
const paths = names.filter((name) => name.endsWith('.svg')).map((name) => join(folder, name))

it('there are golden figures to check', () => {
  expect(paths).not.toHaveLength(0)
})

describe.each(paths)('%s', (path) => {
  const svg = readFileSync(path, 'utf8')

  it('is well-formed for libxml2', () => {
    expect(xmlProblems(svg)).toBe('')
  })

  it('is a picture of its own size for librsvg, with something on it', () => {
    const { attributes } = parseXml(svg)
    const picture = renderSvg(svg)
    expect(pixelsOf(attributes['width'])).toContain(picture.width)
    expect(pixelsOf(attributes['height'])).toContain(picture.height)
    expect(colorCount(picture)).toBeGreaterThan(1)
  })
})

/** Returns the counts of pixels that a length of an SVG may have: of one in millimetres librsvg rounds up what it can. */
function pixelsOf(length = ''): readonly number[] {
  if (!length.endsWith('mm')) return [Number(length)]
  const pixels = (parseFloat(length) * 96) / 25.4
  return [Math.floor(pixels + 0.01), Math.floor(pixels + 0.01) + 1]
}

function colorCount({ width, height, pixel }: ReturnType<typeof renderSvg>): number {
  const colors = new Set<string>()
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) colors.add(pixel(x, y).join())
  }
  return colors.size
}
