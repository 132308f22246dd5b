import { Component, Fragment, createContext, memo, useState, type ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SerializeError } from '../../../../src/export/xml/xmlText'
import { serialize, svgText } from '../../../../src/export/xml/serialize'

const NS = 'xmlns="http://www.w3.org/2000/svg"'

function Dot({ x }: { x: number }): ReactNode {
  return <circle cx={x} r={0} />
}

const Dots = memo(function ManyDots({ count }: { count: number }): ReactNode {
  return Array.from({ length: count }, (_, x) => <Dot key={x} x={x} />)
})

function Nothing(): ReactNode {
  return null
}

function WithHook(): ReactNode {
  const [fill] = useState('red')
  return <rect fill={fill} />
}

class WithClass extends Component {
  override render(): ReactNode {
    return <rect />
  }
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('serialize', () => {
  it('writes an empty root', () => {
    expect(serialize(<svg />)).toBe(`<svg ${NS}/>`)
  })

  it('refuses what is not one root', () => {
    expect(() => serialize(<></>)).toThrow(SerializeError)
    expect(() => serialize(<>text</>)).toThrow('not one element')
    expect(() => serialize(<>{[<g key="a" />, <g key="b" />]}</>)).toThrow('not one element')
  })

  it('calls components, unwraps memo and fragments, and skips what React does not draw', () => {
    const xml = serialize(
      <svg>
        <Dots count={2} />
        <Nothing />
        {null}
        {undefined}
        {false}
        {true}
        {''}
        <Fragment key="f">
          <g />
        </Fragment>
      </svg>,
    )
    expect(xml).toBe(
      [
        `<svg ${NS}>`,
        '  <circle cx="0" r="0"/>',
        '  <circle cx="1" r="0"/>',
        '  <g/>',
        '</svg>',
      ].join('\n'),
    )
  })

  it('writes no white space into texts, and none around them', () => {
    const xml = serialize(
      <svg>
        <g>
          <text>
            a{1}
            <tspan>b</tspan>
            <tspan> </tspan>
          </text>
          <text>
            <tspan>c</tspan>
          </text>
          <title>d {0}</title>
        </g>
      </svg>,
    )
    expect(xml.split('\n')).toEqual([
      `<svg ${NS}>`,
      '  <g>',
      '    <text>a1<tspan>b</tspan><tspan> </tspan></text>',
      '    <text><tspan>c</tspan></text>',
      '    <title>d 0</title>',
      '  </g>',
      '</svg>',
    ])
  })

  it('refuses components that are not pure functions', () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined)
    const Context = createContext(0)
    const refused = [<WithHook key="h" />, <WithClass key="c" />, <Context key="x" value={1} />]
    for (const child of refused) expect(() => serialize(<svg>{child}</svg>)).toThrow(SerializeError)
    expect(() => serialize(<svg>{refused[0]}</svg>)).toThrow('WithHook')
  })

  it('refuses objects that are no elements', () => {
    const child = { a: 1 } as unknown as ReactNode
    expect(() => serialize(<svg>{child}</svg>)).toThrow('no element')
  })
})

describe('svgText', () => {
  it('has the XML declaration before it and a newline after it', () => {
    expect(svgText(<svg />)).toBe(`<?xml version="1.0" encoding="UTF-8"?>\n<svg ${NS}/>\n`)
  })
})
