--- `:Kraf`: finds the action that is meant, and completes its name and its words.
local source = require('kraf.source')
local task = require('kraf.task')
local text = require('kraf.text')

local M = {}

---@class kraf.Call
---@field words string[] what stands behind the action's name
---@field lines { first: integer, last: integer }? the range that was given, from 0

---@class kraf.Action
---@field run fun(call: kraf.Call) inside a task
---@field words fun(buffer: integer, words: string[]): string[] what may be written next

--- The actions in the order in which people should see them; each is a file in `kraf/action`.
M.names = { 'enhance', 'generate', 'preview', 'compare', 'check', 'plan', 'cancel', 'canvas', 'export' }

---@return kraf.Action
local function action(name) return require('kraf.action.' .. name) end

--- Runs `:Kraf`.
---@param call table what `nvim_create_user_command` gives
function M.run(call)
  local words = vim.deepcopy(call.fargs)
  local name = table.remove(words, 1)
  if not vim.list_contains(M.names, name) then
    local choice = table.concat(M.names, ', ')
    local said = name and ("No action is named '%s'"):format(text.plain(name, 40)) or "Name what ':Kraf' is to do"
    return text.tell(said .. '; there are ' .. choice, 'WARN')
  end
  local lines = call.range > 0 and { first = call.line1 - 1, last = call.line2 - 1 } or nil
  task.run(function() action(name).run({ words = words, lines = lines }) end)
end

--- Completes `:Kraf`.
---@return string[]
function M.complete(lead, line, position)
  local before = vim.split(line:sub(1, position):gsub('^.-Kraf%s+', ''), '%s+')
  table.remove(before)
  local choices = M.names
  if #before > 0 then
    local name = table.remove(before, 1)
    if not vim.list_contains(M.names, name) then return {} end
    local buffer = source.buffer_of(vim.api.nvim_get_current_buf()) or vim.api.nvim_get_current_buf()
    choices = action(name).words(buffer, before)
  end
  return vim.iter(choices):filter(function(choice) return vim.startswith(choice, lead) end):totable()
end

return M
