--- `:Kraf check`: what is wrong with the list, and with its pictures where krafd measures them.
local client = require('kraf.client')
local sheet = require('kraf.sheet')
local shots = require('kraf.shots')
local source = require('kraf.source')
local text = require('kraf.text')

local M = {}

--- What is said where krafd does not offer `kraf/check`.
M.not_measured = 'Not measured: whether the pictures are true to the product and keep the rules of their channels'

local groups = {
  error = 'DiagnosticError', warning = 'DiagnosticWarn', information = 'DiagnosticInfo', hint = 'DiagnosticHint',
}
local severities = { 'error', 'warning', 'information', 'hint' }

--- The newest picture of every shot of a list that is made.
local function pictures(about)
  local newest, order = {}, {}
  for _, node in ipairs(about:ask_workspace('kraf/canvas/get').nodes) do
    if node.product == about:product() and node.shot and node.asset then
      if not newest[node.shot] then table.insert(order, node.shot) end
      newest[node.shot] = node
    end
  end
  return vim.iter(order):map(function(shot) return newest[shot] end):totable()
end

--- The findings of krafd about each shot's newest picture. Inside a task.
local function measured(about, shot)
  local lines = {}
  for _, node in ipairs(pictures(about)) do
    if not shot or node.shot == shot then
      local reply = about:ask_workspace('kraf/check', { asset = node.asset, product = node.product })
      local findings = type(reply.findings) == 'table' and reply.findings or {}
      local said = #findings == 0 and '  nothing to say' or ''
      table.insert(lines, { { ' ' .. text.plain(node.title, 60), 'Function' }, { said } })
      for _, finding in ipairs(findings) do
        table.insert(lines, {
          { '   ' .. text.plain(finding.sentence, 100), groups[finding.severity] },
          { '  ' .. text.plain(finding.rule, 40), 'Comment' },
        })
      end
    end
  end
  if #lines == 0 then lines = { { { ' No picture is made yet; :Kraf generate makes one', 'Comment' } } } end
  return lines
end

--- The diagnostics of a list, or of one shot of it, and the lines where they are.
local function issues(about, shot)
  local lines, places = {}, {}
  local found = vim.diagnostic.get(about.buffer)
  table.sort(found, function(a, b) return a.lnum < b.lnum end)
  for _, issue in ipairs(found) do
    if not shot or (shot.first <= issue.lnum and issue.lnum <= shot.last) then
      table.insert(places, issue)
      table.insert(lines, {
        { ('%4d  '):format(issue.lnum + 1), 'LineNr' },
        { text.plain(issue.message, 120), groups[severities[issue.severity]] },
      })
    end
  end
  return lines, places
end

---@param call kraf.Call
function M.run(call)
  local about = source.current()
  local shot = call.words[1] and shots.named(about.buffer, call.words[1]) or nil
  local lines, places = issues(about, shot)
  if #lines == 0 then table.insert(lines, { { ' The shot list has no mistakes', 'DiagnosticOk' } }) end
  table.insert(lines, { { '' } })
  if client.can(about.client, 'check') then
    vim.list_extend(lines, measured(about, shot and shot.name))
  else
    table.insert(lines, { { ' ' .. M.not_measured, 'Comment' } })
  end
  local view = sheet.float({
    name = 'check', title = 'Check of ' .. text.plain(shot and shot.name or vim.fs.basename(about.path), 40),
    footer = '⏎ go there   q close', source = about.buffer, lines = lines,
  })
  view:key('<CR>', function()
    local issue = places[view:line()]
    if not issue then return end
    view:close()
    vim.api.nvim_set_current_win(vim.fn.bufwinid(about.buffer))
    vim.api.nvim_win_set_cursor(0, { issue.lnum + 1, issue.col })
  end, 'go to the mistake')
end

function M.words(buffer, before) return #before == 0 and shots.names(buffer) or {} end

return M
