import { type ComponentType } from 'react'
import { hasNoiseFloor, noiseFloor } from '../../analysis/noiseFloor'
import { colormaps } from '../../color/colormaps'
import { wordsOf } from '../../tensor/Axes'
import { counted } from '../../text/counted'
import { type Option } from '../../tensor/settings/Setting'
import { settings, type ViewKey } from '../../tensor/settings/settings'
import { layerLabel, sequenceIndex, type Tensor } from '../../tensor/Tensor'
import { type View } from '../../tensor/View'
import { cutText } from '../../text/cutText'
import { visibleProse } from '../../text/visibleText'
import { type OpenTensor } from '../state/AppState'
import { ColormapPicker } from './ColormapPicker'
import { LengthField, OwnText, type ControlProps } from './FieldControl'
import { LayerLines, TokenLines } from './TokenLines'

/** The page's additions to a setting of the table. */
interface PageSetting {
  /** Replaces the native control for the setting's options or schema. */
  readonly Control?: ComponentType<ControlProps>
  /** Replaces the setting's own options by those of a tensor in its view. */
  readonly options?: (open: OpenTensor) => readonly Option[]
  /** Returns false if the setting has no effect and is hidden; default always shown. */
  readonly isShown?: (open: OpenTensor) => boolean
  /** True if the name and the choices say it all, so that the help is for screen readers only. */
  readonly hasPlainName?: boolean
}

const hasSeveralQueries = ({ tensor }: OpenTensor): boolean => tensor.queries.length > 1
const hasLayerRows = ({ view }: OpenTensor): boolean => view.rows === 'layer'
const hasTexts = ({ tensor }: OpenTensor): boolean => tensor.tokens.kind !== 'none'
/** Lines are of tokens and layers of one query. */
const hasLines = (open: OpenTensor): boolean => open.view.profiles && hasLayerRows(open)
const isOnPaper = ({ view }: OpenTensor): boolean =>
  view.paper !== 'screen' || view.paper_width !== undefined

/** Additions by the setting's key. Most settings need none. */
export const pageSettings: Readonly<Partial<Record<ViewKey, PageSetting>>> = {
  colormap: { Control: ColormapPicker, hasPlainName: true },
  reversed: { hasPlainName: true },
  layers: { hasPlainName: true },
  pivot: {
    isShown: ({ view }) => colormaps[view.colormap].isDiverging || view.domain === 'symmetric',
  },
  threshold: { isShown: ({ view }) => view.scale === 'symlog' },
  hidden_size: { isShown: ({ tensor, view }) => hasNoiseFloor(tensor, view) },
  fade: { isShown: ({ tensor, view }) => noiseFloor(tensor, view) !== undefined },
  labels: { isShown: hasTexts },
  indices: { isShown: hasTexts },
  special: { isShown: hasTexts },
  axis: {
    isShown: ({ tensor }) => offeredAxes(tensor).length > 1,
    options: ({ tensor }) => offeredAxes(tensor),
  },
  align_to: {
    hasPlainName: true,
    isShown: ({ tensor, view }) => tensor.queries.length > 2 && view.axis === 'aligned',
    options: ({ tensor }) =>
      tensor.queries.map(({ label }, query) => [
        query,
        cutText(visibleProse(label), LONGEST_LABEL),
      ]),
  },
  panels: { options: panelChoices, isShown: hasSeveralQueries },
  rows: { isShown: hasSeveralQueries },
  layer: { isShown: (open) => !hasLayerRows(open) },
  width: {
    isShown: (open) =>
      hasSeveralQueries(open) && hasLayerRows(open) && open.view.axis !== 'aligned',
    hasPlainName: true,
  },
  order: { options: tokenOrders },
  layer_order: { options: layerOrders },
  query_lines: { isShown: (open) => hasLines(open) && hasSeveralQueries(open) },
  token_lines: { Control: TokenLines, isShown: hasLines },
  layer_lines: { Control: LayerLines, isShown: hasLines },
  paper_width: { Control: LengthField },
  paper_height: { Control: LengthField, isShown: isOnPaper },
  unit: { isShown: isOnPaper, hasPlainName: true },
  font_size: { isShown: isOnPaper },
  dpi: { isShown: isOnPaper },
  title: { Control: OwnText, hasPlainName: true },
  x_title: { Control: OwnText, hasPlainName: true },
  y_title: { Control: OwnText, hasPlainName: true },
  color_title: { Control: OwnText, hasPlainName: true },
  caption: { Control: OwnText },
}

/** Longest label of a query in a list, in UTF-16 units. */
const LONGEST_LABEL = 60

/** Returns the axes that a tensor can have: distances need tokens before a query, and alignment several queries. */
export function offeredAxes(tensor: Tensor): readonly Option<View['axis']>[] {
  return settings.axis.options.filter(
    ([axis]) =>
      (axis !== 'distance' || wordsOf(tensor).hasDistance) &&
      (axis !== 'aligned' || tensor.queries.length > 1),
  )
}

/** Returns the choices of panels. They include chosen queries, which a file or an address names. */
function panelChoices({ view: { panels } }: OpenTensor): readonly Option[] {
  const { options } = settings.panels
  return typeof panels === 'string'
    ? options
    : [...options, [panels, counted(panels.length, 'chosen query', 'chosen queries')]]
}

type OrderOptions = readonly Option<string>[]

/**
 * Returns the orders of the tokens. They include the orders by value in the chosen layer and in the layer of the pinned
 * cell.
 */
function tokenOrders(open: OpenTensor): OrderOptions {
  const { tensor, view, cell } = open
  const pinned = hasLayerRows(open) ? cell?.[0] : undefined
  const placed = placesOf('layer', view.order, pinned, (layer) => layerLabel(tensor, layer))
  return [...settings.order.options, ...placed]
}

function layerOrders(open: OpenTensor): OrderOptions {
  const { tensor, view, cell } = open
  const pinned = hasLayerRows(open) ? cell?.[1] : undefined
  const placed = placesOf('token', view.layer_order, pinned, (token) =>
    sequenceIndex(tensor, token),
  )
  return [...settings.layer_order.options, ...placed]
}

/** Returns the orders by value in the chosen layer or token, and in that of the pinned cell. */
function placesOf(
  noun: string,
  chosen: string,
  pinned: number | undefined,
  nameOf: (place: number) => string | number,
): OrderOptions {
  const places = new Set([
    ...(chosen.includes(':') ? [Number(chosen.split(':')[1])] : []),
    ...(pinned === undefined ? [] : [pinned]),
  ])
  return Array.from(places, (place) => [`${noun}:${place}`, `Value at ${noun} ${nameOf(place)}`])
}
