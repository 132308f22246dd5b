/** Bytes for each cell: the value, two fifteenths of it for the pyramid, and some room to read it. */
const CELL_BYTES = 10

/** Share of the machine's memory that one tab can be expected to get. */
const SHARE = 0.5

/** Memory in GiB that is assumed if the browser does not report it (only Chromium does, up to a limit). */
const USUAL_MEMORY = 8

/**
 * Returns the largest number of cells that a tensor may have without risk to the tab. `navigator` is that of the
 * worker.
 */
export function maxCellCountOf(navigator: object): number {
  const memory =
    'deviceMemory' in navigator && typeof navigator.deviceMemory === 'number'
      ? navigator.deviceMemory
      : USUAL_MEMORY
  return Math.floor((memory * SHARE * 2 ** 30) / CELL_BYTES)
}
