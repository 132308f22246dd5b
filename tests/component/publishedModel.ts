import { type FigureModel } from '../../src/figure/figureModel'
import { columnOfToken } from '../../src/tensor/Matrix'
import { type MatrixCell } from '../../src/tensor/binContents'
import { modelOfCase } from '../unit/figure/drawCase'
import { goldenCases, type GoldenCase } from '../unit/figure/goldenCases'

export function caseNamed(name: string): GoldenCase {
  const golden = goldenCases.find((each) => each.name === name)
  if (golden === undefined) throw new Error(`no golden case ${name}`)
  return golden
}

/** The model of a golden case by its name. */
export function modelNamed(name: string): Promise<FigureModel> {
  return modelOfCase(caseNamed(name))
}

/** A cell as displayed, by its indices in the tensor. */
export function cellOf(model: FigureModel, layerIndex: number, tokenIndex: number): MatrixCell {
  return {
    columnIndex: columnOfToken(model.plots[0].basis.matrix, tokenIndex),
    rowIndex: layerIndex,
  }
}
