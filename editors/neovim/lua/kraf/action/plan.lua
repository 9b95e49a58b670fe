--- `:Kraf plan`: what making the pictures would do, cost and take; nothing is made or spent.
local sheet = require('kraf.sheet')
local shots = require('kraf.shots')
local source = require('kraf.source')
local text = require('kraf.text')

local M = {}

local signs = {
  add = { '+ new', 'DiagnosticOk' }, change = { '~ changed', 'DiagnosticWarn' }, reuse = { '= kept', 'Comment' },
}

local columns = {
  { 'shot', function(job) return text.plain(job.shot, 30) end },
  { 'plan', function(job) return (signs[job.action] or { text.plain(job.action, 12) })[1] end },
  { 'style', function(job) return text.plain(job.style, 24) end },
  { 'model', function(job) return text.plain(job.model, 20) end },
  { 'size', function(job) return ('%d × %d'):format(job.width, job.height) end },
  { 'pictures', function(job) return tostring(job.count) end },
  { 'cost', function(job) return text.money_range(job.costMicrosMin, job.costMicrosMax) end },
  { 'time', function(job) return text.duration(job.secondsEstimate) or '' end },
}

local function padded(value, width) return value .. (' '):rep(width - vim.fn.strdisplaywidth(value)) end

--- The lines of a plan, for people.
---@return kraf.Line[]
function M.lines(plan)
  local widths = vim.iter(columns):map(function(column)
    local width = #column[1]
    for _, job in ipairs(plan.jobs) do
      width = math.max(width, vim.fn.strdisplaywidth(column[2](job)))
    end
    return width
  end):totable()
  local head = {}
  for number, column in ipairs(columns) do
    table.insert(head, { ' ' .. padded(column[1], widths[number]) .. ' ', 'Comment' })
  end
  local lines = { head }
  for _, job in ipairs(plan.jobs) do
    local line = {}
    for number, column in ipairs(columns) do
      local group = number == 1 and 'Function' or number == 2 and (signs[job.action] or {})[2] or nil
      table.insert(line, { ' ' .. padded(column[2](job), widths[number]) .. ' ', group })
    end
    table.insert(lines, line)
    for _, change in ipairs(job.changes) do
      table.insert(lines, { { '   ' .. text.plain(change, 90), 'DiagnosticWarn' } })
    end
    if job.arithmetic ~= 'free' and job.arithmetic ~= '' then
      table.insert(lines, { { '   ' .. text.plain(job.arithmetic, 90), 'Comment' } })
    end
  end
  table.insert(lines, { { '' } })
  table.insert(lines, { { ' ' .. M.sentence(plan) } })
  if plan.refusal then table.insert(lines, { { ' ' .. text.plain(plan.refusal, 90), 'DiagnosticError' } }) end
  for _, warning in ipairs(plan.warnings) do
    table.insert(lines, { { ' ' .. text.plain(warning, 90), 'DiagnosticWarn' } })
  end
  return lines
end

--- The plan in one sentence.
function M.sentence(plan)
  local made, kept, seconds = 0, 0, 0
  for _, job in ipairs(plan.jobs) do
    if job.action == 'reuse' then kept = kept + job.count else made = made + job.count end
    seconds = seconds + job.secondsEstimate
  end
  local time = text.duration(seconds)
  return ('%s to make, %d kept from before; %s%s; nothing was made or spent'):format(
    text.count(made, 'picture'), kept, text.money_range(plan.costMicrosMin, plan.costMicrosMax),
    time and ', about ' .. time or '')
end

---@param call kraf.Call
function M.run(call)
  local about = source.current()
  local is_part = call.words[1] or call.lines
  local plan = about:ask_about_text('kraf/plan', { shots = is_part and shots.meant(about.buffer, call) or nil })
  sheet.float({
    name = 'plan', title = 'Plan of ' .. text.plain(vim.fs.basename(about.path), 40), footer = 'q close',
    source = about.buffer, lines = M.lines(plan),
  })
end

function M.words(buffer, before) return #before == 0 and shots.names(buffer) or {} end

return M
