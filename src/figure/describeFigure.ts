import { descriptionOf } from '../analysis/description/descriptionOf'
import { markdownDescription, plainDescription } from '../analysis/description/Passage'
import { markdownWriting, plainWriting, type Writing } from '../analysis/description/Writing'
import { type Finding } from '../analysis/findings/Finding'
import {
  defaultParameters,
  type FindingInput,
  type FindingParameters,
} from '../analysis/findings/FindingInput'
import { magnitudeOf } from '../analysis/displayedOf'
import { tieTolerance } from '../analysis/tied'
import { type FigureBasis } from './figureBasis'
import { columnText } from '../layout/tokenLabelText'
import { type Matrix } from '../tensor/Matrix'
import { type Windows } from '../tensor/Windows'
import { areFloat32 } from '../tensor/CellValues'
import { visibleText } from '../text/visibleText'

/** Options of the findings of a figure, and of their text. */
export interface FindingOptions extends FindingParameters {
  /** Whether values of cells are exact, and not rounded. */
  readonly isExact: boolean
}

export const defaultFindingOptions: FindingOptions = { ...defaultParameters, isExact: false }

/** Returns the input of the findings of a figure. */
export function findingInput(basis: FigureBasis): FindingInput {
  const { matrix, statistics, colorScale, counts, noise, displayed } = basis
  const { queryIndex } = matrix
  const { tensor, counted = tensor } = displayed
  return {
    tensor: counted,
    queryIndex,
    tolerance: displayed.roundings?.[queryIndex] ?? 0,
    statistics,
    paddingCount: counts.padding,
    ...(colorScale && { domain: colorScale }),
    ...(noise && { noise }),
  }
}

/** Returns the writing of a figure's texts, in plain text or in Markdown. */
export function writingOf(basis: FigureBasis, isExact: boolean, isMarkdown = false): Writing {
  const { matrix, displayed, statistics } = basis
  const { values } = matrix.tensor
  const isFloat32 = areFloat32(values)
  const rounding = displayed.roundings?.[matrix.queryIndex]
  const options = {
    visibleText,
    tokenText: columnText(matrix),
    isExact,
    isFloat32,
    areComputed: rounding !== undefined,
    rounding: rounding ?? tieTolerance(values, magnitudeOf(statistics)),
  }
  return isMarkdown ? markdownWriting(options) : plainWriting(options)
}

/** How the description of a figure is written. */
export interface DescriptionOptions {
  /** Whether values of cells are exact, and not rounded. */
  readonly isExact: boolean
  /** Whether the description is Markdown; default plain text. */
  readonly isMarkdown?: boolean
  /** The visible part of the figure; default all of it. */
  readonly windows?: Windows
  /** The matrix of which the figure is the visible part, if it contains no more of it. */
  readonly whole?: Matrix
}

/** Returns the description of a figure with its findings. */
export function describeFigure(
  basis: FigureBasis,
  findings: readonly Finding[],
  { isExact, isMarkdown = false, windows, whole }: DescriptionOptions,
): string {
  const { matrix, statistics, colorScale, view, label, specialNote: note } = basis
  const isUpward = view.layers === 'up'
  const input = {
    title: label,
    matrix,
    statistics,
    findings,
    isUpward,
    ...(colorScale && { domain: colorScale }),
    ...(note !== undefined && { note }),
    ...(windows && { windows }),
    ...(whole && { whole }),
  }
  const passages = descriptionOf(input, writingOf(basis, isExact, isMarkdown))
  return isMarkdown ? `${markdownDescription(passages)}\n` : plainDescription(passages)
}
