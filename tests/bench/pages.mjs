// The pages that are measured.

/**
 * `name` is for `--only` and the results, `label` for people. `plot` finds the cells on the screen. `packageName` is the
 * library whose version is told. `isFloor` marks the page that draws nothing.
 */
export const pages = [
  { name: 'empty', label: 'an empty page', plot: '#root', isFloor: true },
  { name: 'simlens', label: 'SimLens', plot: '[data-testid="cells"]', hasSample: true },
  { name: 'plotly', label: 'Plotly', plot: '.nsewdrag', packageName: 'plotly.js-dist-min' },
  {
    name: 'plotRaster',
    label: 'Plot (raster)',
    plot: '#root image',
    packageName: '@observablehq/plot',
  },
  { name: 'h5web', label: 'h5web', plot: '#root canvas', packageName: '@h5web/lib' },
  {
    name: 'reactRects',
    label: 'React, one rect a cell',
    plot: '.cells',
    packageName: 'react',
  },
]
