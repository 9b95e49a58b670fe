vim.filetype.add({ extension = { kraf = 'kraf' } })
