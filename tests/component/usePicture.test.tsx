import { render, screen, waitFor } from '@testing-library/react'
import { type ReactNode } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { usePicture } from '../../src/app/figure/usePicture'
import { Figure } from '../../src/figure/Figure'
import { figureModel, type FigureModel } from '../../src/figure/figureModel'
import { type AxisWindow } from '../../src/tensor/BinAxis'
import { longModel } from './longModel'
import { modelNamed } from './publishedModel'
import { manyLayers } from './zoomPage'

function Shown({ model }: { readonly model: FigureModel | undefined }): ReactNode {
  const shown = usePicture(model)
  if (shown === undefined) return <p>nothing yet</p>
  return (
    <div data-testid="shown" data-exact={shown.isExact}>
      <Figure model={shown.model} pictures={shown.pictures} />
    </div>
  )
}

let whole: FigureModel

beforeEach(async () => {
  whole = await longModel()
})

/** Another part of the same cells, as a gesture shows it. */
function zoomed(columns: AxisWindow): FigureModel {
  const size = { width: 960, height: 600, pixelRatio: 1 }
  return figureModel(whole.plots[0].basis, { size, theme: 'light', windows: { columns } })
}

function image(): Element | null {
  return document.querySelector('[data-testid=cells] image')
}

async function isExact(): Promise<void> {
  await waitFor(() => expect(screen.getByTestId('shown')).toHaveAttribute('data-exact', 'true'))
}

describe('usePicture', () => {
  it('of no model is none', () => {
    render(<Shown model={undefined} />)
    expect(screen.getByText('nothing yet')).toBeInTheDocument()
  })

  it('has few cells as shapes at once', async () => {
    render(<Shown model={await modelNamed('published')} />)
    expect(screen.getByTestId('shown')).toHaveAttribute('data-exact', 'true')
    expect(document.querySelectorAll('[data-layer]')).toHaveLength(180)
  })

  it('has a raster of many bins at once where the cells are few', () => {
    render(<Shown model={whole} />)
    expect(screen.getByTestId('shown')).toHaveAttribute('data-exact', 'true')
    expect(image()).not.toBeNull()
  })

  it('has one of very many cells as soon as it is made', async () => {
    const many = await manyLayers()
    render(<Shown model={many} />)
    expect(screen.getByText('nothing yet')).toBeInTheDocument()
    await isExact()
    const { plot } = many.plots[0].layout.grid
    expect(image()).toHaveAttribute('width', String(plot.width))
    expect(image()).toHaveAttribute('x', '0')
  })

  it('stretches the last raster until the exact one follows', async () => {
    const { rerender } = render(<Shown model={whole} />)
    await isExact()
    const before = image()?.getAttribute('href')
    const { plot } = whole.plots[0].layout.grid
    rerender(<Shown model={zoomed({ start: 1000, span: 2000 })} />)
    expect(screen.getByTestId('shown')).toHaveAttribute('data-exact', 'false')
    expect(image()).toHaveAttribute('href', before)
    expect(Number(image()?.getAttribute('width'))).toBeCloseTo(plot.width * 2, 6)
    expect(Number(image()?.getAttribute('x'))).toBeCloseTo(-plot.width / 2, 6)
    await isExact()
    expect(image()?.getAttribute('href')).not.toBe(before)
    expect(image()).toHaveAttribute('width', String(plot.width))
  })

  it('shows the last of the windows that follow each other quickly', async () => {
    const { rerender } = render(<Shown model={whole} />)
    await isExact()
    for (let step = 1; step <= 5; step++) {
      rerender(<Shown model={zoomed({ start: 100 * step, span: 3000 - 200 * step })} />)
    }
    await isExact()
    expect(screen.getByText(/position 500 … 2,499 of 3,999/)).toBeInTheDocument()
  })

  it('has shapes again when the window shows few cells', async () => {
    const { rerender } = render(<Shown model={whole} />)
    await isExact()
    rerender(<Shown model={zoomed({ start: 2770, span: 20 })} />)
    expect(screen.getByTestId('shown')).toHaveAttribute('data-exact', 'true')
    expect(image()).toBeNull()
    expect(document.querySelectorAll('[data-layer]')).toHaveLength(240)
  })

  it('keeps the figure of other cells until the new ones can be drawn', async () => {
    const { rerender } = render(<Shown model={await modelNamed('published')} />)
    const many = await manyLayers()
    rerender(<Shown model={many} />)
    expect(document.querySelectorAll('[data-layer]')).toHaveLength(180)
    await waitFor(() => expect(image()).not.toBeNull())
    expect(screen.getByTestId('figure')).toHaveAccessibleName(many.basis.label)
  })
})
