import { scaleBand, scaleSequential } from 'd3-scale'
import { interpolateViridis } from 'd3-scale-chromatic'
import { createElement, useEffect, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { domain, margin, openFile, size, thinned } from './openFile.mjs'

const color = scaleSequential(interpolateViridis).domain(domain).clamp(true)

/** One `<rect>` a cell, as a page is written in an afternoon. */
function Heatmap({ values, tokens, onDrawn }) {
  const [tip, setTip] = useState()
  useEffect(onDrawn, [onDrawn])
  const x = useMemo(() => scaleBand(tokens, [margin.left, size.width - margin.right]), [tokens])
  const y = useMemo(
    () => scaleBand([...values.keys()], [size.height - margin.bottom, margin.top]),
    [values],
  )
  const cells = values.flatMap((row, layer) =>
    row.map((value, token) =>
      createElement('rect', {
        key: `${layer}-${token}`,
        x: x(tokens[token]),
        y: y(layer),
        width: x.bandwidth(),
        height: y.bandwidth(),
        fill: color(value),
        onMouseEnter: () => setTip({ layer, token, value }),
        onMouseLeave: () => setTip(undefined),
      }),
    ),
  )
  const labels = thinned(tokens).map((text) =>
    label(text, x(text), size.height - margin.bottom + 14),
  )
  const layers = [...values.keys()].map((layer) => label(layer, margin.left - 30, y(layer) + 10))
  const text = tip && label(`${tokens[tip.token]}, layer ${tip.layer}: ${tip.value}`, 60, 14)
  return createElement(
    'svg',
    size,
    createElement('g', { className: 'cells' }, cells),
    layers,
    labels,
    text,
  )
}

function label(text, x, y) {
  return createElement('text', { key: text, x, y, fontSize: 10 }, text)
}

openFile(
  (tensor, root) =>
    new Promise((resolve) => {
      createRoot(root).render(createElement(Heatmap, { ...tensor, onDrawn: resolve }))
    }),
)
