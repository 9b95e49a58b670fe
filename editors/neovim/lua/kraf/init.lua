--- krafd in Neovim. Nothing here needs to be called: `:Kraf` and shot lists work without it.
local M = {}

--- Sets what `vim.g.kraf` would; for people whose plugin manager calls `setup`.
---@param settings table?
function M.setup(settings)
  vim.g.kraf = vim.tbl_extend('force', type(vim.g.kraf) == 'table' and vim.g.kraf or {}, settings or {})
  for _, problem in ipairs(require('kraf.settings').problems()) do
    vim.notify(problem, vim.log.levels.WARN)
  end
end

return M
