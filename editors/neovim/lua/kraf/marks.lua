--- What krafd knows of a shot, behind its heading: what making it costs, how far it is, what a person decided.
local client = require('kraf.client')
local jobs = require('kraf.jobs')
local judge = require('kraf.judge')
local session = require('kraf.session')
local shots = require('kraf.shots')
local source = require('kraf.source')
local task = require('kraf.task')
local text = require('kraf.text')

local M = {}
local namespace = vim.api.nvim_create_namespace('kraf.marks')

---@class kraf.Known
---@field plans table<string, table> planned jobs by shot
---@field verdicts table<string, 'accepted'|'rejected'> of the newest picture that was decided, by shot
---@field failures table<string, string>
---@field timer uv.uv_timer_t
---@field is_judged_anew boolean whether decisions may be others than those that are known
---@field turn integer counts questions, so that only the last one's answer is drawn

---@type table<integer, kraf.Known>
local known = {}

local bar_cells = 6

local function progress_of(job)
  local full = math.floor(job.fraction * bar_cells + 0.5)
  local left = text.duration((tonumber(job.eta_ms) or 0) / 1000)
  return {
    { ('▰'):rep(full), 'DiagnosticOk' }, { ('▱'):rep(bar_cells - full), 'NonText' },
    { ' ' .. text.plain(job.stage, 40), 'DiagnosticInfo' }, { left and (' · %s left'):format(left) or '', 'Comment' },
  }
end

local function plan_of(plan)
  local cost = text.money_range(plan.costMicrosMin, plan.costMicrosMax)
  if plan.action == 'reuse' then return { { '● made', 'DiagnosticOk' }, { ' · ' .. cost, 'Comment' } } end
  local time = text.duration(plan.secondsEstimate)
  local words = { plan.action == 'change' and '○ changed' or '○ to make' }
  table.insert(words, plan.pictures > 1 and text.count(plan.pictures, 'picture') or nil)
  vim.list_extend(words, { cost, time and 'about ' .. time })
  return { { table.concat(words, ' · '), 'Comment' } }
end

local function mark_of(buffer, shot)
  local about = known[buffer]
  local job = vim.iter(jobs.running(buffer)):find(function(one) return one.shot == shot.name end)
  if job then return progress_of(job) end
  local pieces = {}
  if about.failures[shot.name] then
    table.insert(pieces, { '✗ ' .. text.plain(about.failures[shot.name], 60), 'DiagnosticError' })
  elseif about.plans[shot.name] then
    vim.list_extend(pieces, plan_of(about.plans[shot.name]))
  end
  return vim.list_extend(pieces, judge.pieces(about.verdicts[shot.name]))
end

local function draw(buffer)
  if not vim.api.nvim_buf_is_loaded(buffer) or not known[buffer] then return end
  vim.api.nvim_buf_clear_namespace(buffer, namespace, 0, -1)
  for _, shot in ipairs(shots.all(buffer)) do
    local pieces = mark_of(buffer, shot)
    if #pieces > 0 then
      vim.api.nvim_buf_set_extmark(buffer, namespace, shot.first, 0, {
        virt_text = vim.list_extend({ { '  ' } }, pieces),
        hl_mode = 'combine',
      })
    end
  end
end

--- The plan of each shot; one that compares several styles is one sum.
local function plans_of(reply)
  local plans = {}
  for _, job in ipairs(reply.jobs) do
    local sum = plans[job.shot]
    if not sum then
      sum = { action = 'reuse', pictures = 0, costMicrosMin = 0, costMicrosMax = 0, secondsEstimate = 0 }
      plans[job.shot] = sum
    end
    if job.action ~= 'reuse' then sum.action = sum.action == 'change' and 'change' or job.action end
    sum.pictures = sum.pictures + job.count
    for _, part in ipairs({ 'costMicrosMin', 'costMicrosMax', 'secondsEstimate' }) do
      sum[part] = sum[part] + job[part]
    end
  end
  return plans
end

--- The last decision about a picture of each shot.
local function verdicts_of(canvas, product)
  local found = {}
  for _, node in ipairs(canvas.nodes) do
    if node.product == product and node.shot and node.asset then
      -- Nodes come oldest first: what was made since is not decided yet.
      found[node.shot] = node.verdict
    end
  end
  return found
end

--- Asks again what making the shots would do and cost, and, where that may have changed, what was decided.
local function ask(buffer)
  local about = known[buffer]
  if not about or not vim.api.nvim_buf_is_loaded(buffer) or not client.of(buffer) then return end
  about.turn = about.turn + 1
  local turn = about.turn
  task.run(function()
    local list = source.of(buffer)
    local plan = list:ask_about_text('kraf/plan')
    -- A canvas may be large; it is not read again for every pause in typing.
    local canvas = about.is_judged_anew and list:ask_workspace('kraf/canvas/get') or nil
    if known[buffer] ~= about or about.turn ~= turn then return end
    about.plans = plans_of(plan)
    if canvas then about.verdicts, about.is_judged_anew = verdicts_of(canvas, list:product()), false end
    draw(buffer)
  end, function()
    -- A list with mistakes has no plan; its diagnostics say so already.
    about.plans = {}
    draw(buffer)
  end)
end

--- Asks everything again.
function M.refresh(buffer)
  if not known[buffer] then return end
  known[buffer].is_judged_anew = true
  ask(buffer)
end

--- Why the last try of a shot failed; shown until the text changes. Nothing takes it away.
---@param sentence string?
function M.failed(buffer, shot, sentence)
  if known[buffer] then known[buffer].failures[shot] = sentence end
end

jobs.on_change(function(job)
  if job.state == 'running' then return draw(job.buffer) end
  M.refresh(job.buffer)
  draw(job.buffer)
end)

--- Asks again when nothing more has happened for a moment.
local function refresh_soon(buffer)
  known[buffer].timer:start(300, 0, vim.schedule_wrap(function() ask(buffer) end))
end

session.on('kraf/event', function(_, id)
  for buffer in pairs(known) do
    local one = client.of(buffer)
    if one and one.id == id then
      known[buffer].is_judged_anew = true
      refresh_soon(buffer)
    end
  end
end)

--- Keeps the marks of a buffer.
function M.follow(buffer)
  if vim.bo[buffer].filetype ~= 'kraf' then return end
  if known[buffer] then return M.refresh(buffer) end
  local timer = assert(vim.uv.new_timer())
  known[buffer] = { plans = {}, verdicts = {}, failures = {}, turn = 0, timer = timer, is_judged_anew = true }
  local group = vim.api.nvim_create_augroup('kraf.marks.' .. buffer, {})
  vim.api.nvim_create_autocmd({ 'TextChanged', 'TextChangedI' }, {
    group = group,
    buffer = buffer,
    callback = function()
      if not known[buffer] then return end
      -- Why the last try failed is about a text that is no more.
      known[buffer].failures = {}
      draw(buffer)
      refresh_soon(buffer)
    end,
  })
  vim.api.nvim_create_autocmd('BufUnload', {
    group = group,
    buffer = buffer,
    callback = function()
      timer:close()
      known[buffer] = nil
    end,
  })
  M.refresh(buffer)
end

return M
