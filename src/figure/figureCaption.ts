import { mapPlots, type Plots } from '../layout/LayoutInput'
import { counted } from '../text/counted'
import { listed } from '../text/listed'
import { rounded } from '../text/rounded'
import { visibleProse } from '../text/visibleText'
import { type TextInput } from './captionsOf'
import { type FigureBasis } from './figureBasis'
import { type FigureModel } from './figureModel'
import { figureText, modelsOf, plotText, shapeInView } from './figureText'
import { hasOwnBars, pinnedPlace, type PlotOptions } from './plotModel'
import { textInputs } from './textInputs'

/**
 * Returns the caption of a figure as sentences, for a text that stands beside the figure: what is shown, how many cells,
 * the colors and what is beyond them, padding, missing cells, order, noise floor. A caption that the reader wrote
 * replaces all but what must always be stated.
 */
export function figureCaption(
  { basis: shared, plots, current }: FigureModel,
  { pinned, windows }: PlotOptions,
): readonly string[] {
  const bases = mapPlots(plots, ({ basis }) => basis)
  const place = pinnedPlace(bases, current.basis.view.query, pinned)
  const inputs = textInputs(bases, shared, place, windows)
  const text = figureText(inputs)
  const captions = text.captions(mapPlots(plots, ({ layout: { grid } }) => grid))
  const { caption } = shared.view
  if (typeof caption === 'string') return captions.map(sentence)
  return [
    visibleProse(shared.label),
    ...shapeSentences(inputs),
    ...new Set(inputs.map((input) => axisSentence(plotText(input, bases.length > 1)))),
    ...(hasOwnBars(bases)
      ? [`Color: ${visibleProse(shared.tensor.metric)}, in a range of each panel`]
      : // A title that the reader removed from the figure is what the caption is for.
        colorSentences(shared, text.metric || visibleProse(shared.tensor.metric))),
    ...text.legend.map((entry) => capital(entry.text)),
    ...captions,
  ]
    .filter(Boolean)
    .map(sentence)
}

function shapeSentences(inputs: Plots<TextInput>): readonly string[] {
  const models = modelsOf(inputs)
  const { seen, cells } = inputs[0].counts
  const shape = capital(shapeInView(inputs))
  const cellCount = seen === undefined ? cells : seen === 'many' ? undefined : seen.cells
  return [
    cellCount === undefined ? shape : `${shape}: ${counted(cellCount, 'cell')}`,
    ...(models.length === 0 ? [] : [`Model: ${listed(models)}`]),
  ]
}

function axisSentence({ tokenTitle, tokenNote }: ReturnType<typeof plotText>): string {
  return [capital(tokenTitle), tokenNote].filter(Boolean).join(' ')
}

function colorSentences({ colorScale }: FigureBasisScale, metric: string): readonly string[] {
  if (colorScale === undefined) return [`Color: ${metric}; no value is finite`]
  return [`Color: ${metric}, from ${rounded(colorScale.low)} to ${rounded(colorScale.high)}`]
}

type FigureBasisScale = Pick<FigureBasis, 'colorScale'>

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase())
}

/** Returns the text with a full stop, unless it ends a sentence already. */
function sentence(text: string): string {
  return text === '' || /[.!?…]$/u.test(text) ? text : `${text}.`
}
