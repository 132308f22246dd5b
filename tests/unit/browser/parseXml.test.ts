import { describe, expect, it } from 'vitest'
import { findElements, parseXml } from '../../browser/harness/parseXml'

describe('parseXml', () => {
  it('refuses an empty text', () => {
    expect(() => parseXml('')).toThrow('document must contain a root element')
  })

  it.each(['<a>', '<a></b>', '<a b=c/>', '<a>&nbsp;</a>', '<a>\u0000</a>', '<a/><b/>'])(
    'refuses %j',
    (xml) => {
      expect(() => parseXml(xml)).toThrow(/^\d+:\d+: /)
    },
  )

  it('reads elements, attributes and all text inside, in order', () => {
    const root = parseXml('<a b="1 &lt; 2">x<c>y</c><![CDATA[<z>]]></a>')
    expect(root).toMatchObject({ name: 'a', attributes: { b: '1 < 2' }, text: 'xy<z>' })
    expect(root.children).toMatchObject([{ name: 'c', text: 'y', children: [] }])
  })
})

describe('findElements', () => {
  it('finds the element itself and those inside, in document order', () => {
    const root = parseXml('<g id="0"><g id="1"><p/><g id="2"/></g><g id="3"/></g>')
    const ids = findElements(root, 'g').map((element) => element.attributes['id'])
    expect(ids).toEqual(['0', '1', '2', '3'])
    expect(findElements(root, 'q')).toEqual([])
  })
})
