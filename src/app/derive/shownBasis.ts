import { noiseFloor } from '../../analysis/noiseFloor'
import {
  displayName,
  plotBasis,
  withRows,
  type FigureBasis,
  type FigureInput,
  type ShownTensor,
} from '../../figure/figureBasis'
import { figureScale, needsSpread } from '../../figure/figureScale'
import { joinedBasis, panelViews } from '../../figure/plotBases'
import { type Plots } from '../../layout/LayoutInput'
import { type Tensor } from '../../tensor/Tensor'
import { type View } from '../../tensor/View'
import { alignmentOf } from '../../tensor/withOrders'
import { beyondCounts, noiseCounts } from './beyondCounts'
import { type Derived } from './derived'
import { displayedValues } from './displayedValues'
import { scaleSpread } from './scaleSpread'
import { viewAlignment } from './viewAlignment'
import { viewOrders, viewProfiles } from './viewOrders'
import { viewRows, type RowsInput } from './viewRows'
import { type Work } from './Work'

/** The basis of a figure. Every pass over many cells is made in a worker or in slices. */
export const shownBasis: Derived<ShownTensor, FigureBasis> = {
  of: ({ tensor }) => tensor,
  key: ({ view, windows, fileName }) => {
    // Rows that are queries are the same whichever of them is pinned.
    const shown = view.rows === 'query' ? { ...view, query: 0 } : view
    return JSON.stringify([shown, fileName, view.scope === 'view' && windows])
  },
  now: (shown) => {
    const kept = keptPanels.get(shown.tensor)
    if (kept?.key === panelsKey(shown)) return joinedBasis(kept.bases, shown.view.query)
    const views = panelViews(shown.tensor, shown.view)
    const bases: FigureBasis[] = []
    for (const view of views) {
      const basis = plotNow({ ...shown, view }, views.length > 1)
      if (basis === undefined) return undefined
      bases.push(basis)
    }
    const [first, ...others] = bases
    return first && joined(shown, [first, ...others])
  },
  soon: async (shown, work) => {
    const [first, ...others] = panelViews(shown.tensor, shown.view)
    const make = (view: View): Promise<FigureBasis> =>
      plotSoon({ ...shown, view }, others.length > 0, work)
    // Work that is the same for all panels is done once.
    const bases = Promise.all(others.map(make))
    return joined(shown, [await make(first), ...(await bases)])
  },
}

/** The last panels of each tensor. They stay the same while another of their queries is in view. */
const keptPanels = new WeakMap<
  Tensor,
  { readonly key: string; readonly bases: Plots<FigureBasis> }
>()

function panelsKey(shown: ShownTensor): string {
  const [{ query }] = panelViews(shown.tensor, shown.view)
  return shownBasis.key({ ...shown, view: { ...shown.view, query } })
}

function joined(shown: ShownTensor, bases: Plots<FigureBasis>): FigureBasis {
  if (bases.length > 1) keptPanels.set(shown.tensor, { key: panelsKey(shown), bases })
  return joinedBasis(bases, shown.view.query)
}

const IN_SEQUENCE = { order: 'position', layer_order: 'position', profiles: false } as const

/** Returns the settings of the orders and profiles of a plot: panels have neither. */
function settingsOf({ view }: Pick<ShownTensor, 'view'>, isPanel: boolean): View {
  return isPanel ? { ...view, ...IN_SEQUENCE } : view
}

function hasQueryRows({ view }: ShownTensor): boolean {
  return view.rows === 'query'
}

/** Returns the input of the queries at a view's layer. */
function rowsOf({ tensor, displayed, view, orders }: FigureInput): RowsInput {
  const { layer, axis } = view
  return { tensor, displayed, place: { layer, axis, ...alignmentOf(orders) } }
}

function plotNow(shown: ShownTensor, isPanel: boolean): FigureBasis | undefined {
  const { tensor } = shown
  const settings = settingsOf(shown, isPanel)
  const loaded = displayedValues.now({ raw: shown, settings })
  const aligned = loaded && viewAlignment.now({ tensor, settings })
  if (loaded === undefined || aligned === undefined) return undefined
  const input = inputOf(shown, { displayed: loaded, orders: aligned })
  const rows = hasQueryRows(shown) ? viewRows.now(rowsOf(input)) : undefined
  if (hasQueryRows(shown) && rows === undefined) return undefined
  const ofRows = rows ? withRows(input, rows) : input
  const { displayed, view } = ofRows
  const ordered = { displayed, settings: settingsOf({ view }, isPanel) }
  const orders = viewOrders.now(ordered)
  const profiles = viewProfiles.now(ordered)
  if (orders === undefined || profiles === undefined) return undefined
  const scaled = scaledNow({ ...ofRows, orders: { ...orders, ...aligned }, ...profiles })
  return scaled && basisNow(scaled)
}

async function plotSoon(shown: ShownTensor, isPanel: boolean, work: Work): Promise<FigureBasis> {
  const { tensor } = shown
  const settings = settingsOf(shown, isPanel)
  const loaded = await displayedValues.soon({ raw: shown, settings }, work)
  const aligned = await viewAlignment.soon({ tensor, settings }, work)
  const given = inputOf(shown, { displayed: loaded, orders: aligned })
  const ofRows = hasQueryRows(shown)
    ? withRows(given, await viewRows.soon(rowsOf(given), work))
    : given
  const { displayed, view } = ofRows
  const ordered = { displayed, settings: settingsOf({ view }, isPanel) }
  const orders = { ...(await viewOrders.soon(ordered, work)), ...aligned }
  const profiles = await viewProfiles.soon(ordered, work)
  const input = { ...ofRows, orders, ...profiles }
  const spread = needsSpread(input) ? { spread: await scaleSpread.soon(input, work) } : {}
  const scaled = { ...input, ...spread }
  const beyond = await beyondCounts.soon(rangeOf(scaled), work)
  const inNoise = noiseOf(scaled)
  const noise = inNoise && (await noiseCounts.soon(inNoise, work))
  return plotBasis({ ...scaled, beyond, noise })
}

function scaledNow(input: FigureInput): FigureInput | undefined {
  if (!needsSpread(input)) return input
  const spread = scaleSpread.now(input)
  return spread && { ...input, spread }
}

function basisNow(input: FigureInput): FigureBasis | undefined {
  const beyond = beyondCounts.now(rangeOf(input))
  const inNoise = noiseOf(input)
  if (beyond === undefined || inNoise === undefined) {
    return beyond && plotBasis({ ...input, beyond })
  }
  const noise = noiseCounts.now(inNoise)
  return noise && plotBasis({ ...input, beyond, noise })
}

function inputOf(
  { tensor, view, fileName, windows }: ShownTensor,
  made: Pick<FigureInput, 'displayed' | 'orders' | 'profiles'>,
): FigureInput {
  return { tensor, view, ...made, windows, name: displayName(fileName) }
}

/** Returns the input that counts the values beyond the range of a figure's colors. */
function rangeOf(input: FigureInput): Parameters<typeof beyondCounts.now>[0] {
  const { displayed, view } = input
  return { displayed, queryIndex: view.query, range: figureScale(input) }
}

/** Returns the input that counts the cells beyond a figure's noise floor; undefined if there is no noise floor. */
function noiseOf(input: FigureInput): Parameters<typeof noiseCounts.now>[0] | undefined {
  const { tensor, view, displayed } = input
  const floor = noiseFloor(tensor, view)
  return floor && { tensor: displayed.counted ?? displayed.tensor, queryIndex: view.query, floor }
}
