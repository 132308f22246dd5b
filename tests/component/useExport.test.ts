import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { asLoaded } from '../../src/analysis/displayedOf'
import { useExport } from '../../src/app/export/useExport'
import { defaultExportOptions } from '../../src/export/ExportOptions'
import { type ExportKind } from '../../src/export/exportKinds'
import { defaultFindingOptions } from '../../src/figure/describeFigure'
import { shownView } from '../../src/tensor/shownView'
import { tensorOfRows } from '../unit/tensor/anyTensor'

const tensor = tensorOfRows([[1]])
const open = { id: 1, fileName: 'a.json', ...asLoaded(tensor), ...shownView(tensor, {}, {}) }
const size = { width: 960, height: 600, pixelRatio: 1 }

/** A kind of file that is being made until `fail` is called. */
function endless(): ExportKind & { readonly fail: () => void } {
  const end = new AbortController()
  const kind = { label: 'File', about: '', ending: '.txt', type: 'text/plain', options: [] }
  const made = new Promise<never>((_, reject) => {
    end.signal.addEventListener('abort', () => reject(new Error('no memory')))
  })
  return { ...kind, make: () => made, fail: () => end.abort() }
}

it('shows each of two exports until it ends', async () => {
  const { result } = renderHook(() => useExport(open, size, () => undefined, defaultFindingOptions))
  const [first, second] = [endless(), endless()]
  const saved = [first, second].map((kind) => result.current.save(kind, defaultExportOptions))
  await waitFor(() => expect(result.current.running).toHaveLength(2))
  const [, other] = result.current.running
  await act(async () => {
    first.fail()
    await saved[0]
  })
  expect(result.current.running).toEqual([other])
  await act(async () => {
    second.fail()
    await saved[1]
  })
  expect(result.current.running).toEqual([])
})
