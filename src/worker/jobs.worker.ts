// Vite's development server uses this file; the built page is its own worker (app/main.tsx).
import { serve } from './answerRequest'

serve()
