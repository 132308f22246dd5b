/** Bytes for each cell: the value, two fifteenths of it for the pyramid, and some room to read it. */
const CELL_BYTES = 10

/** Share of the machine's memory that one tab can be sure to get. */
const SHARE = 0.5

/** Gibibytes taken for granted where the browser does not tell (only Chromium does, up to a limit of its own). */
const USUAL_MEMORY = 8

/** Cells that a tensor may have before reading it would risk the tab. `navigator` is that of the worker. */
export function maxCellCountOf(navigator: object): number {
  const memory =
    'deviceMemory' in navigator && typeof navigator.deviceMemory === 'number'
      ? navigator.deviceMemory
      : USUAL_MEMORY
  return Math.floor((memory * SHARE * 2 ** 30) / CELL_BYTES)
}
