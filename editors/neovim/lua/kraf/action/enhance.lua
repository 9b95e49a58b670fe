--- `:Kraf enhance`: completes short prompts; each change is reviewed, or all are written at once. One undo takes it
--- back.
local changes = require('kraf.changes')
local review = require('kraf.review')
local settings = require('kraf.settings')
local shots = require('kraf.shots')
local source = require('kraf.source')
local task = require('kraf.task')
local text = require('kraf.text')

local M = {}

local modes = { 'review', 'replace' }

--- Writes what was accepted, as one step of undo.
---@param tick integer the buffer's state that the changes are for
local function apply(about, enhancements, tick)
  local edits = vim.iter(enhancements):map(changes.edit):totable()
  if #edits == 0 then return text.tell('Nothing was accepted; the text is as it was') end
  if vim.api.nvim_buf_get_changedtick(about.buffer) ~= tick then
    return text.tell('The text has changed meanwhile; enhance it again', 'WARN')
  end
  if not vim.bo[about.buffer].modifiable then return text.tell('The buffer cannot be changed', 'WARN') end
  -- What is written now is an undo step of its own.
  vim.bo[about.buffer].undolevels = vim.bo[about.buffer].undolevels
  vim.lsp.util.apply_text_edits(edits, about.buffer, 'utf-16')
end

--- The mode that was asked for, and the words without it.
local function mode_of(words)
  local rest = vim.iter(words):filter(function(word) return not vim.list_contains(modes, word) end):totable()
  local mode = vim.iter(words):find(function(word) return vim.list_contains(modes, word) end)
  return mode or settings.get('enhance'), rest
end

---@param call kraf.Call
function M.run(call)
  local about = source.current()
  local mode, words = mode_of(call.words)
  local names = shots.meant(about.buffer, { words = words, lines = call.lines })
  local tick = vim.api.nvim_buf_get_changedtick(about.buffer)
  local enhancements = {}
  for _, name in ipairs(names) do
    local reply = about:ask_about_text('kraf/prompt/enhance', { shot = name })
    table.insert(enhancements, changes.of(name, reply))
  end
  if #enhancements == 0 then return text.tell('The prompts are complete; nothing was changed') end
  if vim.api.nvim_buf_get_changedtick(about.buffer) ~= tick then
    task.refuse('The text has changed meanwhile; enhance it again')
  end
  if mode == 'review' then
    return review.open(about, enhancements, function() apply(about, enhancements, tick) end)
  end
  changes.decide_rest(enhancements, 'accepted')
  apply(about, enhancements, tick)
end

function M.words(buffer, before)
  local _, rest = mode_of(before)
  local choices = #rest == 0 and vim.list_extend(shots.names(buffer), { 'all' }) or {}
  return #rest == #before and vim.list_extend(choices, modes) or choices
end

return M
