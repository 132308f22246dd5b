import { useMemo, useState } from 'react'
import { readStored, writeStored } from '../base/readStored'

/** The panels of the dock, in the order of their buttons. */
export const dockPanels = ['Findings', 'Settings', 'Table'] as const

/** Name of a panel of the dock. */
export type DockPanel = (typeof dockPanels)[number]

/** The state of the dock beside the figure, and the functions that change it. The browser keeps panel and width. */
export interface DockState {
  /** The panel that is shown; undefined if the dock is folded. */
  readonly panel: DockPanel | undefined
  /** Width in CSS pixels where the dock is beside the figure. */
  readonly width: number
  /** True if the reader opened the panel, which then takes the focus. */
  readonly takesFocus: boolean
  /** Shows a panel, or folds the dock if the panel is shown. */
  readonly toggle: (panel: DockPanel) => void
  /** Folds the dock and moves the focus to the button of its panel. */
  readonly close: () => void
  readonly resize: (width: number) => void
}

/** Least, default and greatest width of the dock in CSS pixels. */
export const DOCK_WIDTH = { least: 240, normal: 304, greatest: 720 } as const

const NAME = 'dock'
/** Least width of the window in CSS pixels at which the findings are shown by default. */
const ROOMY = 1200

/** Returns the state of the dock. It is as it was left; by default the findings are shown if the window is wide. */
export function useDock(): DockState {
  const [{ panel, width, takesFocus }, setDock] = useState(storedDock)
  return useMemo(() => {
    const show = (next: DockPanel | undefined): void => {
      setDock((old) => ({ ...old, panel: next, takesFocus: next !== undefined }))
      writeStored(NAME, { panel: next, width })
    }
    return {
      panel,
      width,
      takesFocus,
      toggle: (next) => show(next === panel ? undefined : next),
      close: () => {
        show(undefined)
        if (panel !== undefined) document.getElementById(dockButtonId(panel))?.focus()
      },
      resize: (next) => {
        const inside = Math.round(limited(next))
        setDock((old) => ({ ...old, width: inside }))
        writeStored(NAME, { panel, width: inside })
      },
    }
  }, [panel, width, takesFocus])
}

/** Returns the id of the button that shows and hides a panel. */
export function dockButtonId(panel: DockPanel): string {
  return `dock-${panel.toLowerCase()}`
}

function storedDock(): Pick<DockState, 'panel' | 'width' | 'takesFocus'> {
  const kept = readStored(NAME)
  const byDefault = window.innerWidth >= ROOMY ? dockPanels[0] : undefined
  if (typeof kept !== 'object' || kept === null) {
    return { panel: byDefault, width: DOCK_WIDTH.normal, takesFocus: false }
  }
  const width = 'width' in kept && typeof kept.width === 'number' ? kept.width : Number.NaN
  return {
    panel: dockPanels.find((name) => 'panel' in kept && name === kept.panel),
    width: Number.isFinite(width) ? limited(width) : DOCK_WIDTH.normal,
    takesFocus: false,
  }
}

function limited(width: number): number {
  return Math.min(Math.max(width, DOCK_WIDTH.least), DOCK_WIDTH.greatest)
}
