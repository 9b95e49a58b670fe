-- The command and what happens by itself; everything else is loaded when it is first used.
if vim.g.loaded_kraf then return end
vim.g.loaded_kraf = true

if vim.fn.has('nvim-0.10') == 0 then
  vim.notify('kraf needs Neovim 0.10 or later', vim.log.levels.ERROR)
  return
end

vim.api.nvim_create_user_command('Kraf', function(call) require('kraf.command').run(call) end, {
  nargs = '*',
  range = true,
  complete = function(...) return require('kraf.command').complete(...) end,
  desc = 'krafd: make, preview and judge the pictures of a shot list',
})

local group = vim.api.nvim_create_augroup('kraf', {})
vim.api.nvim_create_autocmd('FileType', {
  group = group,
  pattern = 'kraf',
  callback = function(event) require('kraf.client').follow(event.buf) end,
})
vim.api.nvim_create_autocmd('LspAttach', {
  group = group,
  callback = function(event) require('kraf.session').attached(event.buf, event.data.client_id) end,
})
vim.api.nvim_create_autocmd('LspDetach', {
  group = group,
  callback = function(event)
    if package.loaded['kraf.session'] then require('kraf.session').detached(event.buf, event.data.client_id) end
  end,
})
