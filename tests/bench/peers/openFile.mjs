// What every page but SimLens has in common: it takes a file, parses it, draws it, and marks when it did.

/** The color scale of every peer: viridis over this domain. */
export const domain = [-0.04, 0.04]

/** Of the whole picture, and of its margins, in CSS pixels. */
export const size = { width: 1200, height: 600 }
export const margin = { left: 60, top: 20, right: 20, bottom: 50 }

/**
 * Draws each file that is chosen. `draw` gets the parsed file and the element to draw into, and settles once the library
 * says that it is done. The marks are those of SimLens, with `tensor:parsed` after `JSON.parse(await file.text())`.
 */
export function openFile(draw) {
  const input = document.querySelector('input')
  input.addEventListener('change', async () => {
    const [file] = input.files
    performance.mark('tensor:received')
    const tensor = JSON.parse(await file.text())
    performance.mark('tensor:parsed')
    await draw(tensor, document.querySelector('#root'))
    await nextFrame()
    await nextFrame()
    performance.mark('figure:painted')
  })
}

/** Waits, frame by frame, for `find` to return something, and returns it. */
export async function found(find) {
  const result = find()
  if (result) return result
  await nextFrame()
  return found(find)
}

/** Waits until a library's picture can be shown. Rejects where it made one of nothing, and did not say so. */
export async function decoded(image) {
  try {
    await image.decode()
  } catch (error) {
    throw new Error('its picture is empty', { cause: error })
  }
}

/** Every nth label, as an author would do who wants them read: `count` at most. */
export function thinned(labels, count = 40) {
  const step = Math.max(1, Math.ceil(labels.length / count))
  return labels.filter((_, index) => index % step === 0)
}

function nextFrame() {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve)
  })
}
