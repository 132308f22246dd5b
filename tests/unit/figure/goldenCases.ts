import published from '../../fixtures/canonical/meta-token-2.json?raw'
import fiveLists from '../../fixtures/canonical/five-lists.json?raw'
import { type ThemeName } from '../../../src/figure/FigureTheme'
import { type AxisWindow } from '../../../src/tensor/BinAxis'
import { settings } from '../../../src/tensor/settings/settings'
import { type ViewSettings } from '../../../src/tensor/View'
import { comparedCases } from './comparedCases'
import { panelCases } from './panelCases'
import { rowCases } from './rowCases'
import { bytePairs, sentencePieces, wordPieces } from './goldenPieces'
import {
  document,
  headsByFeatures,
  hostile,
  longTokens,
  longWords,
  manyLayers,
  needle,
  ragged,
  rasterWithPadding,
  scripts,
  someMissing,
  texts,
  waves,
} from './goldenDocuments'

/** A tensor and how it is drawn: one golden file each. */
export interface GoldenCase {
  readonly name: string
  /** The document as text, so that it may hold what JSON.stringify cannot write. */
  readonly json: string
  readonly width?: number
  readonly height?: number
  readonly theme?: ThemeName
  readonly isTransparent?: boolean
  readonly view?: ViewSettings
  /** Visible part of the columns and of the layers, in cells. */
  readonly columns?: AxisWindow
  readonly layers?: AxisWindow
  /** Default 2, as in exported files. */
  readonly pixelRatio?: number
}

const fewCells = JSON.stringify({
  queries: ['Meta Token #1', 'Meta Token #2'],
  values: [
    [...waves(4, 7).slice(0, 3), [0.01, null, ...(waves(4, 7)[3]?.slice(2) ?? [])]],
    [[0.2, 0.1, -0.1]],
  ],
})

/** The published figure, and a long query of a real file, on every paper. */
const paperCases: readonly GoldenCase[] = settings.paper.options
  .filter(([paper]) => paper !== 'screen')
  .flatMap(([paper]) => [
    { name: `paper-${paper}`, json: published, view: { paper } },
    { name: `paper-${paper}-five-lists`, json: fiveLists, view: { paper, query: 5 } },
  ])

export const goldenCases: readonly GoldenCase[] = [
  ...paperCases,
  ...comparedCases,
  { name: 'published', json: published },
  { name: 'published-narrow', json: published, width: 400, height: 460 },
  { name: 'published-dark', json: published, theme: 'dark' },
  { name: 'published-transparent', json: published, isTransparent: true, view: { layers: 'down' } },
  { name: 'published-pinned', json: published, view: { cell: [3, 12], axis: 'position' } },
  {
    name: 'own-axes',
    json: headsByFeatures,
    view: { profiles: true, cell: [1, 2], axis: 'distance' },
  },
  { name: 'order-mean', json: published, view: { order: 'mean', layer_order: 'token:12' } },
  {
    name: 'order-zoomed',
    json: published,
    view: { order: 'layer:3', axis: 'position', layer_order: 'trend', layers: 'down' },
    columns: { start: 2.5, span: 6 },
    width: 480,
  },
  { name: 'order-ragged', json: ragged('start'), view: { order: 'trend', width: 'all', query: 1 } },
  {
    name: 'order-cluster',
    json: published,
    view: { order: 'cluster', layer_order: 'cluster' },
  },
  { name: 'profiles', json: published, view: { profiles: true } },
  { name: 'profiles-queries', json: fiveLists, view: { profiles: true, query_lines: true } },
  {
    name: 'profiles-lines',
    json: published,
    theme: 'dark',
    view: {
      profiles: true,
      order: 'cluster',
      layer_order: 'cluster',
      token_lines: [12, 6, 9, 2, 0, 3, 4, 5],
      layer_lines: [0, 11, 5],
    },
  },
  {
    name: 'profiles-narrow',
    json: published,
    width: 400,
    view: { profiles: true, token_lines: [12], layer_lines: [0, 1, 2, 3, 4, 5, 6, 7] },
    columns: { start: 1.5, span: 8 },
  },
  {
    name: 'profiles-missing',
    json: someMissing(),
    view: { profiles: true, token_lines: [0, 1], layer_lines: [0, 1], layers: 'down' },
  },
  { name: 'published-values', json: published, view: { digits: 2, special: 'dim' } },
  {
    name: 'published-values-dark',
    json: published,
    theme: 'dark',
    view: { digits: 3, special: 'dim', colormap: 'rdbu' },
    columns: { start: 2.4, span: 7 },
  },
  { name: 'some-missing-values', json: someMissing(), view: { digits: 2 } },
  { name: 'one-cell', json: '[[0.5]]' },
  { name: 'ragged-start-distance', json: ragged('start') },
  { name: 'ragged-start-position', json: ragged('start'), view: { axis: 'position' } },
  { name: 'ragged-end-distance', json: ragged('end') },
  { name: 'ragged-end-position', json: ragged('end'), view: { axis: 'position' } },
  { name: 'ragged-all-queries', json: ragged('start'), view: { width: 'all', query: 1 } },
  { name: 'ragged-dark', json: ragged('end'), theme: 'dark', view: { width: 'all', query: 1 } },
  { name: 'all-missing', json: `{"tokens": ["a", "b", "c"], "values": [[null, NaN, null]]}` },
  { name: 'some-missing', json: someMissing() },
  {
    name: 'beyond-the-domain',
    json: someMissing(),
    view: { domain: [-0.02, 0.03] },
    theme: 'dark',
  },
  { name: 'all-equal', json: `{"tokens": ["x", "y"], "values": [[0.3, 0.3], [0.3, 0.3]]}` },
  { name: 'equal-texts', json: document(['a', ':', 'b', ':'], 3) },
  { name: 'hostile-texts', json: hostile() },
  ...(['given', 'bpe', 'sentencepiece', 'wordpiece'] as const).map((labels) => ({
    name: `hostile-texts-${labels}`,
    json: hostile(),
    view: { labels },
  })),
  { name: 'pieces-bpe', json: document(bytePairs, 6) },
  { name: 'pieces-sentencepiece', json: document(sentencePieces, 6), view: { indices: true } },
  { name: 'pieces-wordpiece', json: document(wordPieces, 6) },
  { name: 'scripts-given', json: document(scripts, 6), view: { labels: 'given', indices: true } },
  { name: 'long-tokens', json: document(longTokens(18), 8) },
  { name: 'long-words-everywhere', json: longWords(), width: 480 },
  { name: 'scripts', json: document(scripts, 6) },
  { name: 'many-tokens', json: document(texts(240), 24) },
  { name: 'without-texts', json: JSON.stringify({ values: waves(16, 90) }) },
  { name: 'raster', json: JSON.stringify({ title: '64 × 500', values: waves(64, 500) }) },
  { name: 'zoomed', json: document(texts(240), 24), columns: { start: 30.25, span: 40.5 } },
  {
    name: 'zoomed-both-ways',
    json: rasterWithPadding(),
    columns: { start: 10, span: 12 },
    layers: { start: 2.5, span: 6 },
  },
  { name: 'needle', json: needle(), pixelRatio: 1 },
  { name: 'needle-mean', json: needle(), pixelRatio: 1, view: { detail: 'mean' } },
  { name: 'needle-max', json: needle(), pixelRatio: 1, view: { detail: 'max' } },
  { name: 'needle-min', json: needle(), pixelRatio: 1, view: { detail: 'min' } },
  {
    name: 'needle-zoomed',
    json: needle(),
    view: { cell: [7, 7777] },
    columns: { start: 7760, span: 40 },
  },
  { name: 'many-layers', json: manyLayers(), pixelRatio: 1 },
  {
    name: 'many-layers-down',
    json: manyLayers(),
    theme: 'dark',
    view: { layers: 'down', axis: 'position' },
    columns: { start: 5, span: 30 },
    layers: { start: 700, span: 600 },
  },
  { name: 'raster-with-padding', json: rasterWithPadding(), theme: 'dark' },
  {
    name: 'without-past',
    json: `{"queries": ["First", "Second"], "tokens": [[], ["a"]], "values": [[[], []], [[0.1], [0.2]]]}`,
  },
  ...settings.colormap.options.map(([colormap]) =>
    small(`colormap-${colormap}`, { colormap, domain: 'symmetric' }),
  ),
  ...settings.transform.options.map(([transform]) =>
    small(`transform-${transform}`, { transform }),
  ),
  small('colormap-reversed', { reversed: true }),
  small('colormap-pivot', { colormap: 'vik', domain: [-0.02, 0.03], pivot: 0.01 }),
  small('scale-symlog', { scale: 'symlog', threshold: 0.001, domain: 'symmetric' }),
  small('scale-rank', { scale: 'rank', domain: '90' }),
  small('noise-faded', { fade: true, hidden_size: 40_000 }),
  small('domain-locked', { lock: [-0.01, 0.01], colormap: 'plasma' }),
  ...panelCases,
  ...rowCases,
  small('domain-all-queries', { domain: '98', scope: 'all' }),
]

/** A few cells of two queries, one of them missing. */
function small(name: string, view: ViewSettings): GoldenCase {
  return { name, json: fewCells, view, width: 480, height: 300 }
}
