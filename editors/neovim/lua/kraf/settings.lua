--- What a user decided in `vim.g.kraf`, with what holds where nothing was said.
local M = {}

---@class kraf.Setting
---@field default any
---@field fits fun(value: any): boolean
---@field wanted string what a value must be, for the sentence about a wrong one

local function is_command(value)
  return type(value) == 'table' and #value > 0 and vim.iter(value):all(function(word) return type(word) == 'string' end)
end

local function one_of(...)
  local words = { ... }
  return function(value) return vim.list_contains(words, value) end, "'" .. table.concat(words, "', '") .. "'"
end

local function is_boolean(value) return type(value) == 'boolean' end

---@type table<string, kraf.Setting>
M.known = {
  start = { default = true, fits = is_boolean, wanted = 'true or false' },
  hints = { default = true, fits = is_boolean, wanted = 'true or false' },
  marks = { default = true, fits = is_boolean, wanted = 'true or false' },
  cmd = { default = { 'krafd', 'lsp', '--stdio' }, fits = is_command, wanted = 'a list of words' },
  width = {
    default = 0.4,
    fits = function(value) return type(value) == 'number' and value >= 0.1 and value <= 0.9 end,
    wanted = 'a number from 0.1 to 0.9',
  },
}
do
  local fits, wanted = one_of('review', 'replace')
  M.known.enhance = { default = 'review', fits = fits, wanted = wanted }
  fits, wanted = one_of('auto', 'kitty', 'blocks', 'none')
  M.known.pictures = { default = 'auto', fits = fits, wanted = wanted }
end

local function chosen() return type(vim.g.kraf) == 'table' and vim.g.kraf or {} end

--- The value of a setting; a wrong one counts as not said.
---@param name string
function M.get(name)
  local value, setting = chosen()[name], M.known[name]
  if value == nil or not setting.fits(value) then return setting.default end
  return value
end

--- What is wrong with `vim.g.kraf`, a sentence each.
---@return string[]
function M.problems()
  if vim.g.kraf ~= nil and type(vim.g.kraf) ~= 'table' then return { 'vim.g.kraf must be a table of settings' } end
  local problems = {}
  for name, value in vim.spairs(chosen()) do
    local setting = M.known[name]
    if not setting then
      local names = table.concat(vim.fn.sort(vim.tbl_keys(M.known)), ', ')
      table.insert(problems, ("vim.g.kraf has no setting '%s'; there are %s"):format(name, names))
    elseif not setting.fits(value) then
      table.insert(problems, ('vim.g.kraf.%s must be %s; the default is used'):format(name, setting.wanted))
    end
  end
  return problems
end

return M
