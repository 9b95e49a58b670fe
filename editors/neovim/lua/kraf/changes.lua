--- What enhancing adds to a prompt, as changes that can be taken one by one.
local text = require('kraf.text')

local M = {}

---@class kraf.Change
---@field words string
---@field source string who says it: “the style pure-white”
---@field verdict 'accepted'|'rejected'|nil

---@class kraf.Enhancement
---@field shot string
---@field range table where the words go, in utf-16 units
---@field joint string what stands between the author's words and the new ones
---@field whole string all that krafd would write
---@field changes kraf.Change[]

--- The longest line that is written, in characters; krafd wraps there too.
local line_length = 100

local function normal(words) return vim.trim((words:gsub('%s+', ' '))) end

local function upper_first(words)
  return vim.fn.toupper(vim.fn.strcharpart(words, 0, 1)) .. vim.fn.strcharpart(words, 1)
end

--- The phrases that make up `body`, joined by commas; nothing when they are not all of it.
local function phrases_in(body, phrases)
  local changes, rest = {}, body
  for _, phrase in ipairs(phrases) do
    local words = type(phrase.text) == 'string' and normal(phrase.text) or ''
    local said = #changes == 0 and upper_first(words) or words
    if words ~= '' and vim.startswith(rest, said) then
      local after = rest:sub(#said + 1)
      if after == '' or vim.startswith(after, ', ') then
        table.insert(changes, { words = words, source = text.plain(phrase.source, 60) })
        rest = after:sub(3)
        if after == '' then return changes end
      end
    end
  end
end

--- The changes in krafd's answer to `kraf/prompt/enhance`; nothing when the prompt is complete.
---@return kraf.Enhancement?
function M.of(shot, reply)
  local edit = reply.edit
  if type(edit) ~= 'table' or type(edit.newText) ~= 'string' then return nil end
  local joint, written = edit.newText:match('^([%s.]*)(.-)%s*$')
  local body = normal(written):gsub('%.$', '')
  local changes = phrases_in(body, reply.phrases) or { { words = normal(written), source = 'krafd' } }
  return { shot = shot, range = edit.range, joint = joint, whole = edit.newText, changes = changes }
end

--- The edit that writes what is accepted; nothing when nothing is.
---@param enhancement kraf.Enhancement
function M.edit(enhancement)
  local accepted = vim.iter(enhancement.changes):filter(function(change) return change.verdict == 'accepted' end)
    :map(function(change) return change.words end):totable()
  if #accepted == 0 then return nil end
  local new_text = enhancement.whole
  if #accepted < #enhancement.changes then
    local words = upper_first(table.concat(accepted, ', ')) .. '.'
    new_text = enhancement.joint .. table.concat(text.wrapped(words, line_length), '\n')
  end
  return { range = enhancement.range, newText = new_text }
end

--- Accepts or rejects what is not decided yet.
function M.decide_rest(enhancements, verdict)
  for _, enhancement in ipairs(enhancements) do
    for _, change in ipairs(enhancement.changes) do
      change.verdict = change.verdict or verdict
    end
  end
end

return M
