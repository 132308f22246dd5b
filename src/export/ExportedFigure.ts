import { asLoaded } from '../analysis/displayedOf'
import {
  describeFigure,
  findingInput,
  type DescriptionOptions,
  type FindingOptions,
} from '../figure/describeFigure'
import { shortDescription, type FigureBasis, type ShownTensor } from '../figure/figureBasis'
import { figureModel } from '../figure/figureModel'
import { sharedBasis } from '../figure/plotBases'
import { type FigureSize } from '../layout/LayoutInput'
import { isZoomed } from '../tensor/Windows'
import { visibleTensor } from './carriedTensor'
import { type ExportHost } from './ExportHost'
import { carriedOf, type ExportOptions } from './ExportOptions'

/** A figure that is exported. */
export interface ExportedFigure extends ShownTensor {
  /** Size of the figure on the screen, or in the file. */
  readonly size: FigureSize
  /** Options of the findings in its description. */
  readonly findings: FindingOptions
  /** Name of the file without its ending; default that of tab and query. */
  readonly saveName?: string
}

/** Options of every file that shows a figure. */
export type CarryingOptions = Pick<ExportOptions, 'carried' | 'part'>

/** The parts of a figure that every file with a figure contains. */
export interface ExportedParts {
  readonly basis: FigureBasis
  readonly title: string
  readonly description: string
  /** The packed tensor that the file carries, in base64; empty if it carries none. */
  readonly packed: string
}

/** Returns the parts of a figure. Rejects as the methods of the host do. */
export async function exportedParts(
  figure: ExportedFigure,
  options: CarryingOptions,
  host: ExportHost,
): Promise<ExportedParts> {
  const basis = await host.basisOf(figure)
  const description = await describedPart(basis, figure, options, host)
  const packed = await host.packed(figure, carriedOf(figure, options))
  return { basis, title: basis.label, description, packed }
}

/**
 * Returns the description of a figure. If only a part is visible, it describes that part alone, so that it names no
 * hidden token.
 */
async function describedPart(
  basis: FigureBasis,
  { fileName, findings, ...figure }: ExportedFigure,
  { part }: CarryingOptions,
  host: ExportHost,
): Promise<string> {
  const visible =
    part === 'visible' && isZoomed(figure.windows) ? visibleTensor(basis, figure) : undefined
  if (visible === undefined) {
    const windows = part === 'visible' ? figure.windows : {}
    const shown = shownColors(basis, { ...figure, windows })
    return figureInWords(shown, findings, host, { windows })
  }
  const { tensor, view } = visible
  const shown = await host.basisOf({ fileName, ...asLoaded(tensor), view, windows: {} })
  return figureInWords(shown, findings, host, { whole: basis.matrix })
}

/** Returns the description of a figure, with the findings that the host has. */
export async function figureInWords(
  basis: FigureBasis,
  options: FindingOptions,
  host: ExportHost,
  words: Omit<DescriptionOptions, 'isExact'> = {},
): Promise<string> {
  // Findings are made for one query.
  if (basis.panels !== undefined) return sharedBasis(basis.panels).description
  if (basis.tensor.atLayer !== undefined) return shortDescription(basis, words.windows)
  const findings = await host.findings(findingInput(basis.given ?? basis), options)
  return describeFigure(basis, findings, { ...words, isExact: options.isExact })
}

/** Returns the basis with the colors that the figure has on the screen, which may depend on the size of its bins. */
export function shownColors(
  basis: FigureBasis,
  { size, windows }: Pick<ExportedFigure, 'size' | 'windows'>,
): FigureBasis {
  const shown = figureModel(basis, { size, windows, theme: 'light' }).current.basis
  return basis.panels === undefined ? shown : { ...shown, panels: basis.panels }
}
