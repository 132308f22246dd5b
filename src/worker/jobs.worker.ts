// Vite's development server uses this file; the built page is its own worker (app/startWorker.ts).
import { serve } from './answerRequest'

serve()
