import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { setBridge } from './bridge/bridge'
import { chooseBridge } from './bridge/chooseBridge'
import './theme/tokens.css'
import './theme/base.css'
import { followTheme } from './theme/themeStore'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the window')
setBridge(chooseBridge())
followTheme()
createRoot(root).render(<App />)
