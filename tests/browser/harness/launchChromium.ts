import { chromium, type Browser } from 'playwright-core'
import { inject } from 'vitest'

/** The first line is what playwright-core 1.65 disables, since only the last such flag counts. */
const disabledFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,TcpPortRandomizationWin,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch,msForceBrowserSignIn,msEdgeUpdateLaunchServicesPreferredVersion',
  // Pages of the browser's own, made anew for each context, which take as long as the page that is tested.
  'WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,SpareRendererForSitePerProcess',
]

const flags = [
  `--disable-features=${disabledFeatures.join()}`,
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless browser that asks nothing of the network by itself. */
export function launchChromium(): Promise<Browser> {
  // Chromium's sandbox refuses to run as root, which containers usually are.
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath: inject('chromiumPath'),
    args: isRoot ? [...flags, '--no-sandbox'] : flags,
    chromiumSandbox: !isRoot,
  })
}
