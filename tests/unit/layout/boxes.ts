import { type BarTitle } from '../../../src/layout/colorBarLayout'
import { type FigureLayout, type PlotLayout } from '../../../src/layout/FigureLayout'
import { SWATCH_GAP, SWATCH_HEIGHT, SWATCH_WIDTH } from '../../../src/layout/legendLayout'
import { type Rect } from '../../../src/layout/PlotGrid'
import { type TextLine } from '../../../src/layout/shorten'
import { type LayoutStyle } from '../../../src/layout/LayoutStyle'
import { widthOf, type TextStyle } from '../../../src/layout/TextStyle'
import { type TokenLabels } from '../../../src/layout/tokenLabels'

/** Something that takes room in the figure, and what it is. */
export interface Box extends Rect {
  readonly name: string
}

/** Share of the font size above and below the baseline that letters take. */
const ASCENT = 0.8
const DESCENT = 0.22

/** What a figure's layout covers, as the components draw it; texts by their bounds. */
export function boxesOf(layout: FigureLayout): readonly Box[] {
  const { plots, colorBar, style } = layout
  return [
    ...layout.title.map((line) => lineBox('title', line, style.title)),
    ...layout.subtitle.map((line) => lineBox('subtitle', line, style.subtitle)),
    ...layout.captions.map((line) => lineBox('caption', line, style.caption)),
    ...plots.flatMap(plotBoxes),
    ...layout.legend.flatMap(({ kind, text, x, y }) => [
      { name: `swatch ${kind}`, x, y, width: SWATCH_WIDTH, height: SWATCH_HEIGHT },
      {
        name: `legend ${kind}`,
        ...middle(
          x + SWATCH_WIDTH + SWATCH_GAP,
          y + SWATCH_HEIGHT / 2,
          widthOf(text, style.caption),
          style.caption,
        ),
      },
    ]),
    ...(colorBar === undefined
      ? []
      : [
          { name: 'color bar', ...colorBar.rect },
          ...(colorBar.title ? [barTitleBox(colorBar.title, style)] : []),
          ...colorBar.ticks.map(({ y, text }) => tickBox(colorBar.tickTextX, y, text, style.tick)),
          ...colorBar.pointers.map(({ y, text }) =>
            tickBox(colorBar.tickTextX, y, text, style.caption),
          ),
        ]),
  ]
}

function plotBoxes({ grid, style, title: panelTitle, ...plot }: PlotLayout): readonly Box[] {
  return [
    { name: 'plot', ...grid.plot },
    ...panelTitle.map((line) => lineBox('panel title', line, style.panelTitle)),
    ...(plot.layerTitle === undefined
      ? []
      : [turnedBox('layer title', plot.layerTitle, style.axisTitle, 'up')]),
    ...plot.layerLabels.map(({ y, text }) => {
      const width = widthOf(text, style.tick)
      const left = grid.plot.x - style.layerGap - width
      return { name: `layer ${text}`, ...middle(left, y, width, style.tick) }
    }),
    ...plot.tokenTitle.map(({ x, y, title, note }) => {
      const gap = title === '' || note === '' ? '' : ' '
      const width = widthOf(`${title}${gap}`, style.axisTitle) + widthOf(note, style.axisNote)
      const { fontSize } = style.axisTitle
      const top = y - ASCENT * fontSize
      return { name: 'token title', x: x - width / 2, y: top, width, height: fontSize }
    }),
  ]
}

function lineBox(name: string, { x, y, text }: TextLine, style: TextStyle): Box {
  const height = (ASCENT + DESCENT) * style.fontSize
  return { name, x, y: y - ASCENT * style.fontSize, width: widthOf(text, style), height }
}

function barTitleBox(title: BarTitle, { axisTitle }: LayoutStyle): Box {
  if (title.isTurned) return turnedBox('metric', title, axisTitle, 'down')
  return lineBox('metric', { ...title, x: title.x - widthOf(title.text, axisTitle) }, axisTitle)
}

function tickBox(x: number, y: number, text: string, style: TextStyle): Box {
  return { name: `tick ${text}`, ...middle(x, y, widthOf(text, style), style) }
}

/** Text whose middle line is at y. */
export function middle(x: number, y: number, width: number, { fontSize }: TextStyle): Rect {
  return { x, y: y - fontSize / 2, width, height: fontSize }
}

/** Text along the vertical, centered at a point: its baseline there (up), or its middle line (down). */
function turnedBox(name: string, line: TextLine, style: TextStyle, way: 'up' | 'down'): Box {
  const { x, y, text } = line
  const width = widthOf(text, style)
  const { fontSize } = style
  const left = way === 'up' ? x - ASCENT * fontSize : x - fontSize / 2
  return { name, x: left, y: y - width / 2, width: fontSize, height: width }
}

/** A token label by its four corners: where it is turned, its bounding rectangle says too little. */
export interface TurnedLabel {
  readonly text: string
  /** Along the text and across it, from the origin of the figure; both in CSS pixels. */
  readonly along: readonly [from: number, to: number]
  readonly across: readonly [from: number, to: number]
  readonly bounds: Rect
  /** Cosine and sine of the turn. */
  readonly turn: readonly [cos: number, sin: number]
}

export function tokenLabelBoxes(
  { angle, labels }: TokenLabels,
  plotBottom: number,
  { token, tokenGap, tokenBaseline }: LayoutStyle,
): readonly TurnedLabel[] {
  const radians = (angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const half = token.fontSize / 2
  return labels.map(({ text, x }) => {
    const width = widthOf(text, token)
    const y = plotBottom + (angle === 0 ? tokenBaseline - 0.35 * token.fontSize : tokenGap)
    const end = angle === 0 ? width / 2 : 0
    const along = x * cos + y * sin
    const across = y * cos - x * sin
    const corners = [end - width, end].flatMap((a) =>
      [-half, half].map((b) => ({ x: x + a * cos - b * sin, y: y + a * sin + b * cos })),
    )
    return {
      text,
      along: [along + end - width, along + end],
      across: [across - half, across + half],
      bounds: boundsOf(corners),
      turn: [cos, sin],
    }
  })
}

function boundsOf(corners: readonly { readonly x: number; readonly y: number }[]): Rect {
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** Pairs of labels that touch. */
export function overlappingLabels(labels: readonly TurnedLabel[]): readonly string[] {
  return labels.flatMap((a, index) =>
    labels
      .slice(index + 1)
      .filter((b) => touch(a, b))
      .map((b) => `${a.text} × ${b.text}`),
  )
}

/** Of labels that are turned alike, two axes decide; of others, one at least is a rectangle along the figure's sides. */
function touch(a: TurnedLabel, b: TurnedLabel): boolean {
  if (a.turn.join() === b.turn.join()) return meet(a.along, b.along) && meet(a.across, b.across)
  const isDiagonal = Math.abs(a.turn[0] - Math.SQRT1_2) < SLACK
  return isDiagonal ? covers(a, b.bounds) : covers(b, a.bounds)
}

/** Whether a label covers some of a rectangle: they meet along the axes of both. */
export function covers(label: TurnedLabel, rect: Rect): boolean {
  const [cos, sin] = label.turn
  const corners = [rect.x, rect.x + rect.width].flatMap((x) =>
    [rect.y, rect.y + rect.height].map((y) => [x * cos + y * sin, y * cos - x * sin] as const),
  )
  return (
    overlap(label.bounds, rect) &&
    meet(label.along, rangeOf(corners.map(([along]) => along))) &&
    meet(label.across, rangeOf(corners.map(([, across]) => across)))
  )
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)]
}

function meet(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[1] - SLACK && b[0] < a[1] - SLACK
}

const SLACK = 1e-6

export function overlap(a: Rect, b: Rect): boolean {
  return (
    meet([a.x, a.x + a.width], [b.x, b.x + b.width]) &&
    meet([a.y, a.y + a.height], [b.y, b.y + b.height])
  )
}

export function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - SLACK &&
    inner.y >= outer.y - SLACK &&
    inner.x + inner.width <= outer.x + outer.width + SLACK &&
    inner.y + inner.height <= outer.y + outer.height + SLACK
  )
}
