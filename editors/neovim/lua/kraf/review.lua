--- Shows what enhancing would add, one change a line, to be accepted or rejected one by one.
local changes = require('kraf.changes')
local sheet = require('kraf.sheet')
local text = require('kraf.text')

local M = {}

local signs = {
  accepted = { ' ✓ ', 'DiagnosticOk' },
  rejected = { ' ✗ ', 'DiagnosticError' },
}

--- The lines, and the change that stands in each of them.
local function lines_of(enhancements)
  local lines, places, width = {}, {}, 0
  for _, enhancement in ipairs(enhancements) do
    for _, change in ipairs(enhancement.changes) do
      width = math.max(width, math.min(vim.fn.strdisplaywidth(text.plain(change.words)), 90))
    end
  end
  for _, enhancement in ipairs(enhancements) do
    if #enhancements > 1 then table.insert(lines, { { ' ' .. text.plain(enhancement.shot), 'Function' } }) end
    for _, change in ipairs(enhancement.changes) do
      local words = text.plain(change.words, 90)
      local group = change.verdict == 'rejected' and 'Comment' or 'Added'
      table.insert(lines, {
        signs[change.verdict] or { ' + ', 'Added' }, { words, group },
        { (' '):rep(width - vim.fn.strdisplaywidth(words) + 2) .. change.source .. ' ', 'Comment' },
      })
      places[#lines] = change
    end
  end
  return lines, places
end

--- Opens the review. `done` is called once, when every change is decided; leaving it before changes nothing.
---@param about kraf.Source
---@param enhancements kraf.Enhancement[]
---@param done fun()
function M.open(about, enhancements, done)
  local lines, places = lines_of(enhancements)
  local count = vim.tbl_count(places)
  local shot = text.plain(enhancements[1].shot, 30)
  local view = sheet.float({
    name = 'review', title = ('Enhance %s: %s'):format(shot, text.count(count, 'change')),
    footer = 'a accept  x reject  A accept the rest  X reject the rest  q leave', source = about.buffer,
    lines = lines, below = enhancements[1].range['end'].line,
  })
  local function is_decided()
    return vim.iter(vim.tbl_values(places)):all(function(change) return change.verdict ~= nil end)
  end
  local function finish()
    view:close()
    done()
  end
  local function decide(verdict)
    local line = view:line()
    if not places[line] then return end
    places[line].verdict = verdict
    view:write((lines_of(enhancements)))
    if is_decided() then return finish() end
    -- On to the next change that waits.
    for step = 1, #lines do
      local next_line = (line + step - 1) % #lines + 1
      if places[next_line] and not places[next_line].verdict then
        return vim.api.nvim_win_set_cursor(view.window, { next_line, 0 })
      end
    end
  end
  local function decide_rest(verdict)
    changes.decide_rest(enhancements, verdict)
    finish()
  end
  view:key('a', function() decide('accepted') end, 'accept this change')
  view:key('x', function() decide('rejected') end, 'reject this change')
  view:key('A', function() decide_rest('accepted') end, 'accept what is not decided')
  view:key('X', function() decide_rest('rejected') end, 'reject what is not decided')
  local first = vim.iter(ipairs(lines)):find(function(line) return places[line] end)
  vim.api.nvim_win_set_cursor(view.window, { first or 1, 0 })
end

return M
