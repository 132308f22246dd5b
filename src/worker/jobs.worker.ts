// Of Vite's server only: the built page is its own worker (app/startWorker.ts).
import { serve } from './answerRequest'

serve()
