import * as v from 'valibot'
import { type Tensor } from './Tensor'

/** Names of the colormaps; `color/colormaps` has an entry for each. */
export const COLORMAPS = [
  'viridis',
  'magma',
  'inferno',
  'plasma',
  'cividis',
  'turbo',
  'greys',
  'rdbu',
  'puor',
  'brbg',
  'vik',
] as const

/**
 * What a value is compared with: nothing, the mean of its layer (or token), that and the standard deviation, or the
 * value of the layer (or token) before it.
 */
export const TRANSFORMS = [
  'raw',
  'layer-mean',
  'layer-z',
  'layer-change',
  'token-mean',
  'token-z',
  'token-change',
] as const

/** What a figure is exported for; its usual sizes are in `layout/paperOf`. */
export const PAPERS = ['screen', 'column', 'columns', 'slide', 'poster'] as const

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const columns = v.pipe(
  v.tuple([count, count]),
  v.check(([first, last]) => first <= last, 'the first column must not be beyond the last'),
)

/** As many as can be told apart by their colors. */
const lines = v.pipe(v.array(count), v.maxLength(8))

const finite = v.pipe(v.number(), v.finite())

const ends = v.pipe(
  v.strictTuple([finite, finite]),
  v.check(([low, high]) => low < high, 'the first end must be below the second'),
)

/** What may set the color domain: a mode, or its two ends with `low < high`. */
const domain = v.union([v.picklist(['auto', 'extent', 'symmetric', '98', '90', 'unit']), ends])

/** A text of the figure: one's own, or false to leave it out. */
const figureText = v.union([v.literal(false), v.pipe(v.string(), v.maxLength(2000))])

/** An order of the tokens or the layers; the last one is by the value in a layer, or of a token, by its 0-based index. */
const orderBy = (place: 'layer' | 'token'): v.GenericSchema<string, string> =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^(?:position|mean|trend|cluster|${place}:\\d{1,9})$`, 'u')),
  )

/** In millimetres: from a thumbnail to a poster. */
const length = v.pipe(v.number(), v.minValue(20), v.maxValue(2000))

/**
 * Every setting of a view, and the one schema for it: the file's `view`, the page's address, and what the page keeps
 * for the next file. Each is optional; `resolveView` fills in the defaults.
 */
export const ViewSchema = v.object({
  query: v.exactOptional(count),
  axis: v.exactOptional(v.picklist(['position', 'distance'])),
  /** Where layer 0 is: `up` counts upwards from the bottom. */
  layers: v.exactOptional(v.picklist(['up', 'down'])),
  /** The rectangle is as wide as this query's past, or as the longest of all queries. */
  width: v.exactOptional(v.picklist(['query', 'all'])),
  colormap: v.exactOptional(v.picklist(COLORMAPS)),
  /** The colormap runs from its last color to its first. */
  reversed: v.exactOptional(v.boolean()),
  /** The displayed value that has the middle color of a diverging colormap. */
  pivot: v.exactOptional(finite),
  domain: v.exactOptional(domain),
  /** Whose values a domain mode goes by: the visible cells, the query, or all queries. */
  scope: v.exactOptional(v.picklist(['view', 'query', 'all'])),
  /** The domain that is held while queries and files change, whatever `domain` says; false for none. */
  lock: v.exactOptional(v.union([v.literal(false), ends])),
  scale: v.exactOptional(v.picklist(['linear', 'symlog', 'rank'])),
  /** Of `symlog`: the magnitude up to which it is about linear; absent = a hundredth of the farther end. */
  threshold: v.exactOptional(
    v.pipe(
      finite,
      v.check((number) => number > 0, 'it must be above 0'),
    ),
  ),
  /** What each value is compared with before it is colored. */
  transform: v.exactOptional(v.picklist(TRANSFORMS)),
  /** Width of the compared states, where the file does not say or says it wrong. */
  hidden_size: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(2))),
  /** Whether cells inside the noise floor are faded. */
  fade: v.exactOptional(v.boolean()),
  /** How token texts are read; `auto` goes by the texts themselves. */
  labels: v.exactOptional(
    v.picklist(['auto', 'given', 'visible', 'bpe', 'sentencepiece', 'wordpiece']),
  ),
  /** Whether token labels begin with the token's index in the sequence. */
  indices: v.exactOptional(v.boolean()),
  /** Special tokens are marked on the axis, also dimmed, or also left out of the domain and the statistics. */
  special: v.exactOptional(v.picklist(['mark', 'dim', 'exclude'])),
  /** Digits of the values written into the cells where they fit; 0 = none are written. */
  digits: v.exactOptional(v.picklist([0, 2, 3])),
  /** What the tokens are ordered by: `position` (the sequence), `mean`, `trend`, `cluster`, or `layer:3`. */
  order: v.exactOptional(orderBy('layer')),
  /** Whether profiles of the layers and tokens stand beside the figure. */
  profiles: v.exactOptional(v.boolean()),
  /** Tokens and layers whose values are lines in them, as 0-based indices in the tensor. */
  token_lines: v.exactOptional(lines),
  layer_lines: v.exactOptional(lines),
  /** What the layers are ordered by: `position`, `mean`, `trend`, `cluster`, or `token:12`. */
  layer_order: v.exactOptional(orderBy('token')),
  /** Which value stands for the cells of a bin. */
  detail: v.exactOptional(v.picklist(['extreme', 'mean', 'max', 'min'])),
  /** First and last visible column, inclusive; absent = all. */
  x: v.exactOptional(columns),
  /** The pinned cell: layer, token (0-based indices in the tensor). */
  cell: v.exactOptional(v.strictTuple([count, count])),
  title: v.exactOptional(figureText),
  caption: v.exactOptional(figureText),
  x_title: v.exactOptional(figureText),
  y_title: v.exactOptional(figureText),
  /** What exported figures are for: it sets their size where the settings below do not. */
  paper: v.exactOptional(v.picklist(PAPERS)),
  /** Size of an exported figure in millimetres; absent = as its paper says, or as on the screen. */
  paper_width: v.exactOptional(length),
  paper_height: v.exactOptional(length),
  /** Size of its text in points. */
  font_size: v.exactOptional(v.pipe(v.number(), v.minValue(4), v.maxValue(72))),
  /** Pixels per inch of an exported PNG. */
  dpi: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(150), v.maxValue(600))),
  /** The unit that lengths are shown in. */
  unit: v.exactOptional(v.picklist(['mm', 'in'])),
})

/** Settings that somebody chose: a file, or the reader of the page. */
export type ViewSettings = v.InferOutput<typeof ViewSchema>

export type DomainSetting = v.InferOutput<typeof domain>

export type Colormap = (typeof COLORMAPS)[number]
export type Transform = (typeof TRANSFORMS)[number]

/** Settings that may be absent, because what they stand for depends on the tensor or on the screen. */
type OptionalSetting =
  | 'threshold'
  | 'hidden_size'
  | 'x'
  | 'token_lines'
  | 'layer_lines'
  | 'cell'
  | 'title'
  | 'caption'
  | 'x_title'
  | 'y_title'
  | 'paper_width'
  | 'paper_height'
  | 'font_size'
  | 'dpi'

/** A whole view: every setting that has a default is there. */
export type View = Readonly<
  Required<Omit<ViewSettings, OptionalSetting>> & Pick<ViewSettings, OptionalSetting>
>

export interface ParsedView {
  readonly settings: ViewSettings
  /** One sentence for each value that could not be used. */
  readonly notices: readonly string[]
}

/**
 * Reads a `view` object; what cannot be used becomes a notice and is left out. `holder` is what the notices say holds it.
 * Never throws.
 */
export function parseView(input: unknown, holder = 'The file’s view'): ParsedView {
  if (input === undefined) return { settings: {}, notices: [] }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { settings: {}, notices: [`${holder} is not an object; it was ignored.`] }
  }
  const settings: ViewSettings = {}
  const notices: string[] = []
  for (const [key, value] of Object.entries(input)) {
    const result = v.safeParse(ViewSchema, { [key]: value })
    if (result.success && Object.keys(result.output).length === 1) {
      Object.assign(settings, result.output)
    } else {
      notices.push(
        `${holder} has ${shortened(key)} = ${brief(value)}, which this version does not know.`,
      )
    }
  }
  return { settings, notices }
}

/** What a view is where nobody chose anything. */
export function defaultView(tensor: Pick<Tensor, 'hasQueries'>): View {
  return {
    query: 0,
    axis: tensor.hasQueries ? 'distance' : 'position',
    layers: 'up',
    width: 'query',
    colormap: 'viridis',
    reversed: false,
    pivot: 0,
    domain: 'auto',
    scope: 'query',
    lock: false,
    scale: 'linear',
    transform: 'raw',
    fade: false,
    labels: 'auto',
    indices: false,
    special: 'mark',
    digits: 0,
    order: 'position',
    layer_order: 'position',
    profiles: false,
    detail: 'extreme',
    paper: 'screen',
    unit: 'mm',
  }
}

/** What of chosen settings is true of the next file too: nothing that names a cell, a text or a width of this one. */
export function lastingSettings(settings: ViewSettings): ViewSettings {
  const { query: _query, cell: _cell, x: _x, ...shape } = settings
  const { title: _title, caption: _caption, hidden_size: _hiddenSize, ...rest } = shape
  const { order, layer_order: layerOrder, ...lined } = rest
  const { token_lines: _tokens, layer_lines: _layers, ...lasting } = lined
  return {
    ...lasting,
    ...(order?.includes(':') === false && { order }),
    ...(layerOrder?.includes(':') === false && { layer_order: layerOrder }),
  }
}

/**
 * The view of a tensor: the file's settings, then the kept ones, then the defaults (design.md §7). A kept lock is
 * stronger than the file's domain: it is there to compare files by eye.
 */
export function resolveView(tensor: Tensor, file: ViewSettings, kept: ViewSettings): View {
  const lasting = lastingSettings(kept)
  const lock = kept.lock === undefined || kept.lock === false ? {} : { lock: kept.lock }
  const view = { ...defaultView(tensor), ...lasting, ...file, ...lock }
  return { ...view, query: Math.min(view.query, tensor.queries.length - 1) }
}

function brief(value: unknown): string {
  return shortened(jsonOf(value))
}

/** What JSON cannot write (a bigint, a circle) is named by its type. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value
  } catch {
    return typeof value
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
