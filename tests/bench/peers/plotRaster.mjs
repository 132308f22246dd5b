import * as Plot from '@observablehq/plot'
import { decoded, domain, found, margin, openFile, size } from './openFile.mjs'

openFile(async ({ values, tokens }, root) => {
  const width = tokens.length
  const flat = values.flat()
  root.append(
    Plot.plot({
      ...size,
      marginLeft: margin.left,
      marginRight: margin.right,
      marginTop: margin.top,
      marginBottom: margin.bottom,
      x: { tickFormat: (index) => tokens[index] ?? '' },
      color: { type: 'linear', scheme: 'viridis', domain, clamp: true },
      marks: [
        Plot.raster(flat, { width, height: values.length, imageRendering: 'pixelated' }),
        // A dense raster has no tip of its own, so it is a mark beside it.
        Plot.tip(
          flat,
          Plot.pointer({
            x: (_, index) => (index % width) + 0.5,
            y: (_, index) => Math.floor(index / width) + 0.5,
            channels: { value: (value) => value },
          }),
        ),
      ],
    }),
  )
  const image = await found(() => root.querySelector('image'))
  await decoded(image)
})
