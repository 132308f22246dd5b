import { createRoot } from 'react-dom/client'
import { serve } from '../worker/answerRequest'
import { createJobClient } from '../worker/JobClient'
import { App } from './page/App'
import { startWorker } from './base/startWorker'
import './styles/base.css'
import './styles/buttons.css'
import './styles/header.css'
import './styles/menus.css'
import './styles/toolbar.css'
import './styles/messages.css'
import './styles/figure.css'
import './styles/axes.css'
import './styles/settings.css'
import './styles/color.css'
import './styles/findings.css'
import './styles/footer.css'
import './styles/dialogs.css'
import './styles/narrow.css'
import './styles/motion.css'
import './styles/forcedColors.css'
import './styles/print.css'

// One script serves as the page and, if there is no document, as its worker (startWorker.ts).
if (typeof document === 'undefined') serve()
else showPage()

function showPage(): void {
  const root = document.getElementById('root')
  if (root !== null) createRoot(root).render(<App jobs={createJobClient(startWorker)} />)
}
