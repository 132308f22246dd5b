import { createElement, type ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { type Label, type PicturedLabel } from '../../../../src/export/pdf/Label'
import { pdfFigure, type PdfOptions } from '../../../../src/export/pdf/pdfFigure'
import { wholePdf } from './wholePdf'
import { readPdf } from './readPdf'

const options: PdfOptions = { title: 'title', description: 'In words', software: 'SimLens 1' }

function svgOf(...children: readonly ReactElement[]): ReactElement {
  return createElement('svg', { viewBox: '0 0 100 50' }, ...children)
}

function clearPicture(): PicturedLabel {
  return {
    width: 1,
    height: 1,
    pixels: () => new Uint8ClampedArray(4),
    scale: 1,
    left: 0,
    top: 0,
    advance: 9,
  }
}

describe('a text with characters that the fonts lack', () => {
  const text = createElement(
    'text',
    { x: 20, y: 30, fontSize: 10, fontWeight: 700, fill: '#112233' },
    'ab 水',
  )

  it('is drawn by the host, once, and copied as it is', () => {
    const asked: Label[] = []
    const { bytes, lacking } = wholePdf(svgOf(text), {
      ...options,
      picture: (label) => {
        asked.push(label)
        const data = Uint8ClampedArray.of(255, 0, 0, 255, 0, 0, 255, 128)
        const place = { scale: 2, left: -1, top: -8, advance: 33 }
        return { width: 2, height: 1, pixels: () => data, ...place }
      },
    })
    expect(asked).toEqual([
      { text: 'ab 水', fontFamily: '', fontSize: 10, isBold: true, color: '#112233' },
    ])
    expect(lacking).toEqual(['ab 水'])
    const { texts, operators, resources, bytesOf, dictionaryOf } = readPdf(bytes)
    expect(texts.map((each) => each.text)).toEqual(['ab 水'])
    // Two by one pixels at two a CSS pixel, a pixel to the left and eight above the baseline.
    expect(operators).toContainEqual(['cm', 1, 0, 0, -0.5, 19, 22.5])
    const image = dictionaryOf(resources.get('/XObject')).get('/XObject0')
    expect(Array.from(bytesOf(image))).toEqual([255, 0, 0, 0, 0, 255])
    expect(Array.from(bytesOf(dictionaryOf(image).get('/SMask')))).toEqual([255, 128])
  })

  it('is drawn once for all of its places, and each picture after a pause', () => {
    const texts = ['水', '火', '水', '水'].map((shown, y) =>
      createElement('text', { y, key: y }, shown),
    )
    let drawn = 0
    const picture = (): PicturedLabel => {
      const clear = clearPicture()
      return { ...clear, pixels: () => (drawn++, clear.pixels()) }
    }
    const counts: number[] = []
    for (const share of pdfFigure(svgOf(...texts), { ...options, picture })) {
      expect(share).toBeUndefined()
      counts.push(drawn)
    }
    expect(Array.from(new Set(counts))).toEqual([1, 2])
    expect(counts.length).toBeGreaterThan(4)
  })

  it('has the code points of these characters in boxes where no host draws it', () => {
    const { bytes, lacking } = wholePdf(svgOf(text), options)
    expect(lacking).toEqual(['ab 水'])
    const { texts, operators } = readPdf(bytes)
    expect(texts.map((each) => each.text)).toEqual(['a', 'b', ' ', '水', '6C', '34'])
    expect(operators.filter(([name]) => name === 're')).toHaveLength(1)
  })

  it('has no boxes for the isolates of its direction', () => {
    const isolated = createElement('text', { x: 0, y: 9 }, 'a \u2068\u05d0\u2069')
    const { texts, operators } = readPdf(wholePdf(svgOf(isolated), options).bytes)
    expect(texts.map((each) => each.text)).not.toContain('68')
    expect(operators.filter(([name]) => name === 're')).toHaveLength(1)
  })

  it('stands in the order in which a reader of its script sees it', () => {
    const hebrew = createElement('text', { x: 0, y: 9 }, 'a \u05d0\u05d1 \u05d2')
    const { texts } = readPdf(wholePdf(svgOf(hebrew), { ...options, picture: clearPicture }).bytes)
    expect(texts.map((each) => each.text)).toEqual(['a \u05d2 \u05d1\u05d0'])
  })
})
