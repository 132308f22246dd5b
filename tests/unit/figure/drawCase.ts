import { createElement, type ReactElement } from 'react'
import { statisticsOf } from '../../../src/analysis/Statistics'
import { Figure } from '../../../src/figure/Figure'
import { figureModel, type FigureModel } from '../../../src/figure/figureModel'
import { sourceOfText } from '../../../src/formats/ByteSource'
import { readTensor } from '../../../src/formats/readTensor'
import { parseView, resolveView } from '../../../src/tensor/View'
import { type GoldenCase } from './goldenCases'

/** The model that a file named `NAME.json` gets, at 960 × 600 unless the case says otherwise. */
export async function modelOfCase(golden: GoldenCase): Promise<FigureModel> {
  const { name, json, theme = 'light', width = 960, height = 600, view = {} } = golden
  const { tensors } = await readTensor(sourceOfText(json, `${name}.json`))
  const tensor = tensors[0]?.tensor
  if (tensor === undefined) throw new Error(`${name} has no tensor`)
  const settings = { ...parseView(tensor.view).settings, ...view }
  const shown = resolveView(tensor, settings, {})
  return figureModel({
    tensor,
    name,
    statistics: statisticsOf(tensor, shown.query),
    view: shown,
    size: { width, height, pixelRatio: 2 },
    theme,
  })
}

/** The figure of an exported file. */
export async function figureOfCase(golden: GoldenCase): Promise<ReactElement> {
  const { isTransparent = false } = golden
  const model = await modelOfCase(golden)
  return createElement(Figure, { model, isTransparent, isStandalone: true })
}
