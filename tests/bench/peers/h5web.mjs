import { HeatmapVis } from '@h5web/lib'
import '@h5web/lib/styles.css'
import { useFrame } from '@react-three/fiber'
import ndarray from 'ndarray'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { domain, openFile } from './openFile.mjs'

/** Says when the first frame is drawn. */
function FirstFrame({ onDrawn }) {
  useFrame(onDrawn)
}

openFile(({ values, tokens }, root) => {
  const width = tokens.length
  const flat = new Float32Array(values.length * width)
  for (const [layer, row] of values.entries()) flat.set(row, layer * width)
  root.setAttribute('style', 'display: flex')
  return new Promise((resolve) => {
    const properties = {
      dataArray: ndarray(flat, [values.length, width]),
      domain,
      colorMap: 'Viridis',
      aspect: 'auto',
      flipYAxis: true,
      renderTooltip: ({ xi, x }) => tokens[xi ?? Math.floor(x ?? 0)] ?? '',
    }
    const child = createElement(FirstFrame, { onDrawn: resolve })
    createRoot(root).render(createElement(HeatmapVis, properties, child))
  })
})
