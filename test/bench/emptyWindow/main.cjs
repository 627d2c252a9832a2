// An Electron app that shows the empty window's page.
const { app, BrowserWindow } = require('electron')
const path = require('node:path')

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 })
  void window.loadFile(path.join(__dirname, 'page/index.html'))
})
