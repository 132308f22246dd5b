import { createRoot } from 'react-dom/client'
import { serve } from '../worker/answerRequest'
import { createJobClient } from '../worker/JobClient'
import { App } from './page/App'
import './styles/base.css'
import './styles/buttons.css'
import './styles/header.css'
import './styles/menus.css'
import './styles/toolbar.css'
import './styles/messages.css'
import './styles/figure.css'
import './styles/axes.css'
import './styles/dock.css'
import './styles/settings.css'
import './styles/color.css'
import './styles/findings.css'
import './styles/table.css'
import './styles/footer.css'
import './styles/dialogs.css'
import './styles/narrow.css'
import './styles/motion.css'
import './styles/forcedColors.css'
import './styles/print.css'

let scriptUrl: string | undefined

// One script serves as the page and, if there is no document, as its worker.
if (typeof document === 'undefined') serve()
else showPage()

function showPage(): void {
  const root = document.getElementById('root')
  if (root !== null) createRoot(root).render(<App jobs={createJobClient(startWorker)} />)
}

/**
 * Returns a new worker that answers `worker/` requests. In the built page it runs the page's own script, so that no
 * code is included twice. It is started as a classic script, since a module from a blob does not start on file://.
 */
function startWorker(): Worker {
  if (import.meta.env.DEV) return new Worker('/src/worker/jobs.worker.ts', { type: 'module' })
  scriptUrl ??= URL.createObjectURL(new Blob(['"use strict";', scriptText()]))
  return new Worker(scriptUrl)
}

function scriptText(): string {
  const text = document.querySelector('script[type=module]')?.textContent
  if (text === undefined || text === '') throw new Error('the page has lost its script')
  return text
}
