import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import { createRoot } from 'react-dom/client'
import { text } from '../shared/language/language'
import { followLanguage } from './actions/followLanguage'
import { logStrayErrors } from './actions/logError'
import { App } from './App'
import { setBridge } from './bridge/bridge'
import { chooseBridge } from './bridge/chooseBridge'
import { ErrorBoundary } from './layout/ErrorBoundary'
import './theme/tokens.css'
import './theme/base.css'
import { followTheme } from './theme/themeStore'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the window')
setBridge(chooseBridge())
followTheme()
followLanguage()
logStrayErrors()
createRoot(root).render(
  <ErrorBoundary part={text('The window')}>
    <App />
  </ErrorBoundary>,
)
