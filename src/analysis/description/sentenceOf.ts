import { type Matrix } from '../../tensor/Matrix'
import { type Finding } from '../findings/Finding'
import { absentText, distanceText, layersText, noiseText, queriesText } from './figureSentences'
import {
  extremesText,
  groupText,
  leaderText,
  neutralText,
  trendsText,
  trendText,
} from './tokenSentences'
import { type Writing } from './Writing'

/**
 * Returns one to three sentences that state a finding. `writing` formats the values of cells; computed figures are
 * rounded.
 */
export function sentenceOf(finding: Finding, matrix: Matrix, writing: Writing): string {
  const text = isAboutFigure(finding)
    ? figureText(finding, matrix, writing)
    : tokenText(finding, matrix, writing)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

type FigureFinding = Extract<Finding, { readonly kind: (typeof FIGURE_KINDS)[number] }>

const FIGURE_KINDS = ['layers', 'distance', 'noise', 'queries', 'absent'] as const

function isAboutFigure(finding: Finding): finding is FigureFinding {
  return FIGURE_KINDS.some((kind) => kind === finding.kind)
}

function figureText(finding: FigureFinding, matrix: Matrix, writing: Writing): string {
  switch (finding.kind) {
    case 'layers':
      return layersText(finding, matrix, writing)
    case 'distance':
      return distanceText(finding, matrix, writing)
    case 'noise':
      return noiseText(finding)
    case 'queries':
      return queriesText(finding, matrix, writing)
    case 'absent':
      return absentText(finding, matrix)
  }
}

function tokenText(
  finding: Exclude<Finding, FigureFinding>,
  matrix: Matrix,
  writing: Writing,
): string {
  switch (finding.kind) {
    case 'highest':
    case 'lowest':
      return extremesText(finding, matrix, writing)
    case 'neutral':
      return neutralText(finding, matrix, writing)
    case 'trends':
      return trendsText(finding)
    case 'trend':
      return trendText(finding, matrix, writing)
    case 'leader':
      return leaderText(finding, matrix, writing)
    case 'group':
      return groupText(finding, matrix, writing)
  }
}
