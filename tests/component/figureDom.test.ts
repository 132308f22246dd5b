import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { svgText } from '../../src/export/xml/serialize'
import { figureOfCase } from '../unit/figure/drawCase'
import { goldenCases } from '../unit/figure/goldenCases'

const names = [
  'published',
  'published-pinned',
  'ragged-end-position',
  'some-missing',
  'hostile-texts',
  'scripts',
  'raster',
  'without-past',
]
const cases = goldenCases.filter(({ name }) => names.includes(name))

describe('the figure on the page', () => {
  it('is compared for every case named', () => {
    expect(cases).toHaveLength(names.length)
  })

  it.each(cases)('is the tree of the exported file: $name', async (golden) => {
    const figure = await figureOfCase(golden)
    const { container } = render(figure)
    const written = new DOMParser().parseFromString(svgText(figure), 'application/xml')
    expect(treeOf(container.firstElementChild)).toEqual(treeOf(written.documentElement))
  })
})

type Tree = readonly [tag: string, attributes: readonly string[], children: readonly unknown[]]

/** Elements, attributes and texts; without the line breaks between elements that a file has. */
function treeOf(element: Element | null): Tree | undefined {
  if (element === null) return undefined
  const attributes = [...element.attributes]
    .filter(({ name }) => name !== 'xmlns')
    .map(({ name, value }) => `${name}=${value}`)
  const isText = ['text', 'tspan', 'title', 'desc'].includes(element.tagName)
  const children = [...element.childNodes].flatMap((node): unknown[] => {
    if (node instanceof Element) return [treeOf(node)]
    const text = node.textContent ?? ''
    return isText || text.trim() !== '' ? [text] : []
  })
  return [element.tagName, attributes.toSorted(), joined(children)]
}

/** Neighbouring texts as one: React may keep them apart, a parser never does. */
function joined(children: readonly unknown[]): readonly unknown[] {
  const result: unknown[] = []
  for (const child of children) {
    const last = result.at(-1)
    if (typeof child === 'string' && typeof last === 'string')
      result[result.length - 1] = last + child
    else result.push(child)
  }
  return result
}
