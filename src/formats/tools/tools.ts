import { bertViz } from './bertViz'
import { circuitsVis } from './circuitsVis'
import { ecco } from './ecco'
import { pandas } from './pandas'
import { plotly } from './plotly'
import { type Tool } from './Tool'
import { xarray } from './xarray'

/** Asked in this order of every object of a document. Tools with a kind of file of their own are in `jsonFormat`. */
export const tools: readonly Tool[] = [plotly, xarray, pandas, circuitsVis, bertViz, ecco]
