import { markdownText } from '../analysis/description/Writing'
import { figureCaption } from '../figure/figureCaption'
import { figureModel, type FigureModel } from '../figure/figureModel'
import { type FigureBasis } from '../figure/figureBasis'
import { pinnedOf, type PlotOptions } from '../figure/plotModel'
import { withoutIsolates } from '../text/isolated'
import { wholeProse } from '../text/visibleText'
import { figureInWords, shownColors, type ExportedFigure } from './ExportedFigure'
import { exportFrame } from './exportFrame'
import { type ExportHost } from './ExportHost'
import { type ExportOptions } from './ExportOptions'
import { fileName } from './fileName'
import { latexText } from './latexText'

export type CaptionOptions = Pick<ExportOptions, 'part' | 'hasMark'>

/** Returns the sentences of the caption of a figure as its file has it. */
export function captionSentences(
  basis: FigureBasis,
  figure: ExportedFigure,
  options: CaptionOptions,
): readonly string[] {
  const shown = captionOptions(basis, figure, options)
  return figureCaption(modelOf(basis, figure, shown), shown)
}

function captionOptions(
  basis: FigureBasis,
  figure: ExportedFigure,
  { part, hasMark }: CaptionOptions,
): PlotOptions {
  return {
    windows: part === 'visible' ? figure.windows : {},
    pinned: hasMark ? pinnedOf(basis, figure) : undefined,
  }
}

function modelOf(basis: FigureBasis, figure: ExportedFigure, options: PlotOptions): FigureModel {
  const { size } = exportFrame('svg', figure.view, figure.size, 1)
  return figureModel(basis, { ...options, size, theme: 'light' })
}

/**
 * Returns the caption for LaTeX, to be read with `\input` inside a figure, with a label. Comments have the line that
 * includes the picture, with its alternative text.
 */
export async function captionFile(
  figure: ExportedFigure,
  options: CaptionOptions,
  host: ExportHost,
): Promise<readonly string[]> {
  const basis = await host.basisOf(figure)
  const shown = captionOptions(basis, figure, options)
  const model = modelOf(basis, figure, shown)
  const content = {
    tab: figure.fileName,
    tensor: basis.tensor,
    ...(model.plots.length === 1 && { queryIndex: basis.view.query }),
  }
  const name = figure.saveName ?? fileName('', content)
  const caption = latexText(withoutIsolates(figureCaption(model, shown).join(' ')))
  const alternative = latexText(wholeProse(withoutIsolates(model.description)))
  const lacking = [...new Set([...caption.lacking, ...alternative.lacking])]
  return [
    `% ${host.software}. In the figure, before this file:\n`,
    `% \\includegraphics[width=\\linewidth,alt={${plain(alternative.text)}}]{${name}.pdf}\n`,
    ...(lacking.length === 0
      ? []
      : [`% pdflatex lacks these characters, which stand as code points: ${namesOf(lacking)}\n`]),
    `\\caption{${caption.text}}\n`,
    `\\label{fig:${name}}\n`,
  ]
}

/** Returns a text for LaTeX without changes of the typeface, which an alternative text cannot have. */
function plain(text: string): string {
  return text.replaceAll(/\{\\ttfamily\\char(\d+)\}/g, (_, code) =>
    String.fromCodePoint(Number(code)),
  )
}

/** Returns the code points of characters, without the characters: a comment must not end where one of them does. */
function namesOf(characters: readonly string[]): string {
  return characters.map((character) => latexText(character).text).join(' ')
}

/** Returns the figure in words, as Markdown: its description with the findings, and its caption. */
export async function descriptionFile(
  figure: ExportedFigure,
  options: CaptionOptions,
  host: ExportHost,
): Promise<readonly string[]> {
  const { findings, windows } = figure
  const basis = shownColors(await host.basisOf(figure), figure)
  const sentences = captionSentences(basis, figure, options)
  return [
    await figureInWords(basis, findings, host, { windows, isMarkdown: true }),
    `\n### The figure\n${sentences.map((each) => `- ${markdownText(each)}`).join('\n')}\n`,
  ]
}
