import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyText } from '../../src/app/base/copyText'

type Write = (items: readonly FakeItem[]) => Promise<void>

/** What is asked of the clipboard is kept as it is. */
class FakeItem {
  readonly parts: Readonly<Record<string, Promise<Blob>>>
  constructor(parts: Readonly<Record<string, Promise<Blob>>>) {
    this.parts = parts
  }
}

const refuse = (): Promise<void> => Promise.reject(new Error('not in a click'))

afterEach(() => vi.unstubAllGlobals())

describe('a text that is still being made', () => {
  it('is promised to the clipboard at once, as Safari wants it', async () => {
    const write = vi.fn<Write>(async ([item]) => {
      await item?.parts['text/plain']
    })
    vi.stubGlobal('ClipboardItem', FakeItem)
    vi.stubGlobal('navigator', { clipboard: { write, writeText: refuse } })
    const isCopied = copyText(Promise.resolve('made later'))
    expect(write).toHaveBeenCalledOnce()
    expect(await isCopied).toBe(true)
    const blob = await write.mock.calls[0]?.[0][0]?.parts['text/plain']
    expect(blob?.type).toBe('text/plain')
    expect(await blob?.text()).toBe('made later')
  })

  it('is waited for where nothing can be promised', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve())
    vi.stubGlobal('ClipboardItem', undefined)
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    expect(await copyText(Promise.resolve('made later'))).toBe(true)
    expect(writeText).toHaveBeenCalledWith('made later')
  })

  it('says why it could not be made', async () => {
    vi.stubGlobal('ClipboardItem', FakeItem)
    vi.stubGlobal('navigator', { clipboard: { write: refuse, writeText: refuse } })
    await expect(copyText(Promise.reject(new Error('no picture')))).rejects.toThrow('no picture')
  })
})
