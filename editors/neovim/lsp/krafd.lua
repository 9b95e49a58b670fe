-- What `vim.lsp.enable('krafd')` starts (Neovim 0.11 or later).
return require('kraf.client').config()
