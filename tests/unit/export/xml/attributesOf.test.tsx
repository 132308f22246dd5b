import { describe, expect, it } from 'vitest'
import { SerializeError } from '../../../../src/export/xml/xmlText'
import { serialize } from '../../../../src/export/xml/serialize'

const NS = 'xmlns="http://www.w3.org/2000/svg"'

describe('attributes', () => {
  it('spells attributes as SVG does', () => {
    const xml = serialize(
      <svg
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        textAnchor="middle"
        strokeWidth={1.5}
        fontFamily="Georgia, serif"
        dominantBaseline="central"
        clipPathUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
        textLength={3}
        lengthAdjust="spacing"
        className="a"
        tabIndex={-1}
        xmlSpace="preserve"
        x1={0}
        data-layer={0}
        data-testid="figure"
        aria-hidden={true}
        aria-busy={false}
        focusable={false}
        href="#a"
      />,
    )
    expect(xml).toBe(
      `<svg ${NS} viewBox="0 0 1 1" preserveAspectRatio="none" text-anchor="middle" stroke-width="1.5" ` +
        'font-family="Georgia, serif" dominant-baseline="central" clipPathUnits="userSpaceOnUse" ' +
        'patternTransform="rotate(45)" textLength="3" lengthAdjust="spacing" class="a" tabindex="-1" ' +
        'xml:space="preserve" x1="0" data-layer="0" data-testid="figure" aria-hidden="true" ' +
        'aria-busy="false" focusable="false" href="#a"/>',
    )
  })

  it('leaves out keys, references, handlers and what is absent', () => {
    const properties: object = {
      ref: () => undefined,
      onClick: () => undefined,
      fill: undefined,
      stroke: null,
      visibility: false,
    }
    expect(serialize(<svg key="k" {...properties} />)).toBe(`<svg ${NS}/>`)
  })

  it.each([
    [{ style: { fill: 'red' } }, 'style'],
    [{ dangerouslySetInnerHTML: { __html: '' } }, 'dangerouslySetInnerHTML'],
    [{ inventedName: '1' }, 'inventedName'],
    [{ 'x y': '1' }, 'x y'],
    [{ onClick: 'alert(1)' }, 'onClick'],
    [{ fill: {} }, 'fill is a object'],
    [{ fill: () => 'red' }, 'fill is a function'],
    [{ hidden: true }, 'hidden is true'],
    [{ x: NaN }, 'x is NaN'],
    [{ x: Infinity }, 'x is Infinity'],
  ])('refuses the attribute %o rather than guessing', (properties: object, problem) => {
    expect(() => serialize(<svg {...properties} />)).toThrow(problem)
    expect(() => serialize(<svg {...properties} />)).toThrow(SerializeError)
  })
})
