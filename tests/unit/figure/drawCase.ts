import { createElement, type ReactElement } from 'react'
import { alignQueries } from '../../../src/analysis/alignment/alignQueries'
import { asLoaded, displayedOf } from '../../../src/analysis/displayedOf'
import { cellPicture, plotShapes, type CellPicture } from '../../../src/figure/CellPicture'
import { Figure } from '../../../src/figure/Figure'
import { figureBasis, type FigureInput } from '../../../src/figure/figureBasis'
import { figureModel, type FigureModel } from '../../../src/figure/figureModel'
import { pinnedOf } from '../../../src/figure/plotModel'
import { mapPlots, type Plots } from '../../../src/layout/LayoutInput'
import { paperOf } from '../../../src/layout/paper'
import { sourceOfText } from '../../../src/formats/source/ByteSource'
import { readTensor } from '../../../src/formats/readTensor'
import { finish } from '../../../src/analysis/Sliced'
import { comparedQueries, profilesOf } from '../../../src/analysis/order/profilesOf'
import { orderOf } from '../../../src/analysis/order/orderOf'
import { type Orders } from '../../../src/tensor/withOrders'
import { type Tensor } from '../../../src/tensor/Tensor'
import { binsOf } from '../../../src/tensor/Bins'
import { withoutAbsent } from '../../../src/tensor/Windows'
import { parseView, resolveView, type View } from '../../../src/tensor/View'
import { type GoldenCase } from './goldenCases'

/** The input of the figure that a file named `NAME.json` gets. */
export async function inputOfCase({ name, json, view = {} }: GoldenCase): Promise<FigureInput> {
  const { tensors } = await readTensor(sourceOfText(json, `${name}.json`))
  const tensor = tensors[0]?.tensor
  if (tensor === undefined) throw new Error(`${name} has no tensor`)
  const shown = resolveView(tensor, { ...parseView(tensor.view).settings, ...view }, {})
  const displayed = displayedOf(asLoaded(tensor), shown)
  return {
    tensor,
    name,
    displayed,
    orders: ordersOf(displayed.tensor, shown),
    ...(shown.profiles && {
      profiles: finish(profilesOf(displayed.tensor, shown.query, comparedQueries(tensor, shown))),
    }),
    view: shown,
  }
}

/** The model that a file named `NAME.json` gets, at 960 × 600 unless the case says otherwise or its view sets a paper. */
export async function modelOfCase(golden: GoldenCase): Promise<FigureModel> {
  const { theme = 'light', width = 960, height = 600 } = golden
  const input = await inputOfCase(golden)
  const { pixelRatio = 2 } = golden
  const basis = figureBasis(input)
  const cell = golden.view?.cell ?? parseView(input.tensor.view).settings.cell
  return figureModel(basis, {
    size: paperOf(input.view)?.size ?? { width, height, pixelRatio },
    theme,
    windows: withoutAbsent(golden),
    pinned: pinnedOf(basis, { view: input.view, cell }),
  })
}

function ordersOf(tensor: Tensor, view: View): Orders {
  const input = { tensor, queryIndex: view.query }
  const tokenOrder = finish(orderOf({ ...input, side: 'tokens', setting: view.order }))
  const layerOrder = finish(orderOf({ ...input, side: 'layers', setting: view.layer_order }))
  const alignment =
    view.axis === 'aligned' ? finish(alignQueries(tensor, view.align_to)) : undefined
  return {
    ...(tokenOrder && { tokenOrder }),
    ...(layerOrder && { layerOrder }),
    ...(alignment && { alignment }),
  }
}

/** The cells of a figure's plots, as an exported file has them. */
export function picturesOf({ plots, layout }: FigureModel): Plots<CellPicture> {
  const maxShapes = plotShapes(layout)
  return mapPlots(plots, (plot) =>
    cellPicture({ ...plot, maxShapes }, plot.layout.grid, binsOf(plot.source)),
  )
}

/** The figure of an exported file. */
export async function figureOfCase(golden: GoldenCase): Promise<ReactElement> {
  const { isTransparent = false } = golden
  const model = await modelOfCase(golden)
  const paper = paperOf(model.basis.view)
  return createElement(Figure, {
    model,
    pictures: picturesOf(model),
    ...(paper && { physicalWidth: model.layout.width * paper.mmPerPixel }),
    isTransparent,
    isStandalone: true,
  })
}
