import { bertViz } from './bertViz'
import { chartSeries } from './chartSeries'
import { circuitsVis } from './circuitsVis'
import { ecco } from './ecco'
import { logitLens } from './logitLens'
import { pandas } from './pandas'
import { plotly } from './plotly'
import { type Tool } from './Tool'
import { xarray } from './xarray'

/**
 * The tools, tried in this order for every object of a document. Tools with their own kind of file are in `jsonFormat`.
 */
export const tools: readonly Tool[] = [
  plotly,
  logitLens,
  xarray,
  pandas,
  circuitsVis,
  bertViz,
  ecco,
  chartSeries,
]
