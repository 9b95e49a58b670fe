--- A person's decisions about pictures, with the way back.
local M = {}

---@class kraf.Decision
---@field asset string
---@field before 'accepted'|'rejected'|nil

---@type table<integer, kraf.Decision[]> by the buffer of the shot list
local made = {}

local function write(about, asset, verdict)
  local method = verdict == 'rejected' and 'kraf/reject' or 'kraf/accept'
  about:ask_workspace(method, { asset = asset, undo = verdict == nil or nil })
end

local signs = { accepted = { '✓ accepted', 'DiagnosticOk' }, rejected = { '✗ rejected', 'DiagnosticError' } }

--- What is shown of a decision, behind the name of a picture; nothing where nobody decided.
---@return [string, string][]
function M.pieces(verdict) return signs[verdict] and { { '  ' }, signs[verdict] } or {} end

--- Accepts or rejects a picture. Inside a task.
---@param about kraf.Source
---@param verdict 'accepted'|'rejected'
---@param before 'accepted'|'rejected'|nil what was decided so far
function M.decide(about, asset, verdict, before)
  write(about, asset, verdict)
  made[about.buffer] = made[about.buffer] or {}
  table.insert(made[about.buffer], { asset = asset, before = before })
end

--- Takes the last decision back that was made here; whether there was one. Inside a task.
---@return boolean
function M.undo(about)
  local last = table.remove(made[about.buffer] or {})
  if not last then return false end
  write(about, last.asset, last.before)
  return true
end

--- A thumbnail of a picture, for a pane. Inside a task.
---@param pane kraf.Pane
---@return string path of a PNG file
function M.thumbnail(about, asset, pane)
  return about:ask_workspace('kraf/asset/thumbnail', { asset = asset, px = pane:pixels() }).path
end

return M
