import Plotly from 'plotly.js-dist-min'
import { decoded, domain, found, margin, openFile, size } from './openFile.mjs'

openFile(async ({ values, tokens }, root) => {
  const trace = { type: 'heatmap', z: values, x: tokens, colorscale: 'Viridis' }
  const layout = {
    ...size,
    margin: { l: margin.left, t: margin.top, r: 80, b: margin.bottom },
    xaxis: { type: 'category' },
  }
  const scale = { zmin: domain[0], zmax: domain[1] }
  await Plotly.newPlot(root, [{ ...trace, ...scale }], layout, { scrollZoom: true })
  const image = await found(() => root.querySelector('.heatmaplayer image'))
  await decoded(image)
})
