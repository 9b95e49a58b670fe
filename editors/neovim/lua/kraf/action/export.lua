--- `:Kraf export`: writes the set for its channels into the folder `set` beside the shot list.
local sheet = require('kraf.sheet')
local source = require('kraf.source')
local task = require('kraf.task')
local text = require('kraf.text')

local M = {}

local function left_out(reply)
  local lines = {}
  for _, one in ipairs(reply.leftOut) do
    local place = ('%s for %s'):format(text.plain(one.shot, 40), text.plain(one.channel, 40))
    table.insert(lines, { { place, 'Function' } })
    for _, reason in ipairs(one.reasons) do
      table.insert(lines, {
        { '  ' .. text.plain(reason.sentence, 100), 'DiagnosticWarn' },
        { '  ' .. text.plain(reason.rule, 40), 'Comment' },
      })
    end
  end
  return lines
end

---@param call kraf.Call
function M.run(call)
  local about = source.current()
  if vim.bo[about.buffer].modified then
    task.refuse('Save the shot list first (:write); the set is made of the file')
  end
  local folder = vim.fs.joinpath(vim.fs.dirname(about.path), 'set')
  local channels = #call.words > 0 and call.words or nil
  local reply = about:ask('kraf/set/export', { folder = folder, channels = channels })
  local wrote = ('Wrote %s to %s'):format(text.count(#reply.pictures, 'picture'), vim.fn.fnamemodify(folder, ':~:.'))
  for _, warning in ipairs(reply.warnings) do
    text.tell(warning, 'WARN')
  end
  if #reply.leftOut == 0 then return text.tell(wrote) end
  text.tell(('%s; left out %d'):format(wrote, #reply.leftOut), 'WARN')
  sheet.float({
    name = 'export', title = wrote .. ', left out', footer = 'q close', source = about.buffer, lines = left_out(reply),
  })
end

--- The channels that the list's header names.
function M.words(buffer)
  for _, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local channels = line:match('^channels:%s*(.*)$')
    if channels then return vim.split(channels, '%s*,%s*', { trimempty = true }) end
    if vim.startswith(line, '##') then break end
  end
  return {}
end

return M
