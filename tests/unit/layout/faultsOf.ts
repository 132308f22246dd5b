import { type FigureLayout } from '../../../src/layout/FigureLayout'
import { boxesOf, covers, isInside, overlap, overlappingLabels, tokenLabelBoxes } from './boxes'
import { stripBoxes } from './stripBoxes'

/** What is cut by the figure's edge, and what covers something else. */
export function faultsOf(layout: FigureLayout): readonly string[] {
  const figure = { x: 0, y: 0, width: layout.width, height: layout.height }
  const boxes = boxesOf(layout)
    .concat(layout.plots.flatMap(stripBoxes))
    // A text that the reader removed takes no room.
    .filter(({ width, height }) => width > 0 && height > 0)
  const labels = layout.plots.flatMap(({ grid: { plot }, tokenLabels, style }) =>
    tokenLabelBoxes(tokenLabels, plot.y + plot.height, style),
  )
  const cut = [
    ...boxes.filter((box) => !isInside(box, figure)).map(({ name }) => name),
    ...labels.filter(({ bounds }) => !isInside(bounds, figure)).map(({ text }) => text),
  ]
  const collisions = boxes.flatMap((a, index) => {
    const others = boxes.slice(index + 1).filter((b) => overlap(a, b))
    const turned = labels.filter((label) => covers(label, a))
    const names = others.map(({ name }) => name).concat(turned.map(({ text }) => `token ${text}`))
    return names.map((name) => `${a.name} × ${name}`)
  })
  return [...cut.map((name) => `${name} is cut`), ...collisions, ...overlappingLabels(labels)]
}
