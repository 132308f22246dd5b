import { type FigureLayout } from './FigureLayout'
import { type Rect } from './PlotGrid'
import { lineHeight, widthOf, type TextStyle } from './TextStyle'

/** The texts of a figure that its reader can replace, as keys of the view. */
export type OwnTextKey = 'title' | 'x_title' | 'y_title' | 'color_title'

/** A text of a figure with its place in CSS pixels. */
export interface TextPlace {
  readonly key: OwnTextKey
  /** The whole text, which may be drawn shortened. */
  readonly text: string
  readonly rect: Rect
}

/** Returns the places of the texts that can be replaced. A text that is not shown has none. */
export function textPlaces({ style, title, plots, colorBar }: FigureLayout): readonly TextPlace[] {
  const { axisTitle } = style
  const [first] = title
  const token = plots.flatMap(({ tokenTitle }) => tokenTitle).find((line) => line.title !== '')
  const { layerTitle } = plots[0]
  return [
    ...(first === undefined
      ? []
      : [
          {
            key: 'title' as const,
            text: first.fullText ?? title.map(({ text }) => text).join(' '),
            rect: {
              x: first.x,
              y: first.y - style.title.fontSize,
              width: Math.max(...title.map(({ text }) => widthOf(text, style.title))),
              height: title.length * lineHeight(style.title),
            },
          },
        ]),
    ...(token === undefined
      ? []
      : [
          {
            key: 'x_title' as const,
            text: token.whole?.title ?? token.title,
            rect: centered(
              token.x,
              token.y - axisTitle.fontSize / 2,
              widthOf(`${token.title} `, axisTitle) + widthOf(token.note, style.axisNote),
              axisTitle,
            ),
          },
        ]),
    ...(layerTitle === undefined || layerTitle.text === ''
      ? []
      : [
          {
            key: 'y_title' as const,
            text: layerTitle.fullText ?? layerTitle.text,
            rect: turned(
              centered(
                layerTitle.x - axisTitle.fontSize / 2,
                layerTitle.y,
                widthOf(layerTitle.text, axisTitle),
                axisTitle,
              ),
            ),
          },
        ]),
    ...(colorBar?.title === undefined ? [] : [barTitlePlace(colorBar.title, axisTitle)]),
  ]
}

function barTitlePlace(
  {
    x,
    y,
    text,
    fullText = text,
    isTurned,
  }: NonNullable<NonNullable<FigureLayout['colorBar']>['title']>,
  style: TextStyle,
): TextPlace {
  const width = widthOf(text, style)
  const rect = isTurned
    ? turned(centered(x, y, width, style))
    : { x: x - width, y: y - style.fontSize, width, height: lineHeight(style) }
  return { key: 'color_title', text: fullText, rect }
}

/** Returns the rectangle of a line of text around a point. */
function centered(x: number, y: number, width: number, style: TextStyle): Rect {
  const height = lineHeight(style)
  return { x: x - width / 2, y: y - height / 2, width, height }
}

/** Returns a rectangle turned by 90° about its middle. */
function turned({ x, y, width, height }: Rect): Rect {
  return { x: x + (width - height) / 2, y: y + (height - width) / 2, width: height, height: width }
}
