--- The work that was started here: how far it is, and how it ended.
local client = require('kraf.client')
local session = require('kraf.session')
local task = require('kraf.task')

local M = {}

---@class kraf.Job
---@field job string krafd's id
---@field buffer integer the shot list
---@field shot string
---@field client_id integer
---@field workspace string
---@field stage string
---@field fraction number
---@field eta_ms integer?
---@field state 'running'|'done'|'failed'|'cancelled'|'ambiguous'|'lost'

---@type table<string, kraf.Job>
local running = {}

---@type (fun(job: kraf.Job))[]
local watchers = {}

--- Calls `watch` whenever a job has come further or has ended.
function M.on_change(watch) table.insert(watchers, watch) end

local function tell(job)
  for _, watch in ipairs(watchers) do
    watch(job)
  end
end

--- The jobs that are not over, of one shot list or of all.
---@param buffer integer?
---@return kraf.Job[]
function M.running(buffer)
  return vim.iter(vim.tbl_values(running)):filter(function(job) return not buffer or job.buffer == buffer end):totable()
end

local function finish(id, state)
  local job = running[id]
  if not job then return end
  running[id] = nil
  job.state = state
  tell(job)
end

session.on('kraf/job/progress', function(progress)
  local job = running[progress.job]
  if not job then return end
  job.stage, job.eta_ms = progress.stage, progress.etaMs
  job.fraction = math.max(job.fraction, math.min(tonumber(progress.fraction) or 0, 1))
  tell(job)
end)

session.on_end(function(id)
  for _, job in pairs(M.running()) do
    if job.client_id == id then finish(job.job, 'lost') end
  end
end)

--- Follows jobs that krafd has begun, and answers their descriptions when all have ended. Inside a task.
---@param about kraf.Source
---@param started { job: string, shot: string }[]
---@return table[] descriptions of jobs, as krafd answers them
function M.follow(about, started)
  local workspace = about:workspace().workspace
  for _, one in ipairs(started) do
    running[one.job] = {
      job = one.job, buffer = about.buffer, shot = one.shot, client_id = about.client.id, workspace = workspace,
      stage = 'waiting for its turn', fraction = 0, state = 'running',
    }
    tell(running[one.job])
  end
  local ended, refusal = {}, nil
  task.await(function(done)
    local left = #started
    if left == 0 then return done() end
    for _, one in ipairs(started) do
      client.send(about.client, 'kraf/job/wait', { job = one.job, workspace = workspace }, function(description, failure)
        finish(one.job, description and description.state or 'lost')
        refusal = refusal or failure
        table.insert(ended, description)
        left = left - 1
        if left == 0 then done() end
      end)
    end
  end)
  if refusal then task.refuse(refusal) end
  return ended
end

--- Stops jobs. Inside a task.
---@param jobs kraf.Job[]
function M.cancel(jobs)
  for _, job in ipairs(jobs) do
    local one = vim.lsp.get_client_by_id(job.client_id)
    if one then client.ask(one, 'kraf/job/cancel', { job = job.job, workspace = job.workspace }) end
  end
end

return M
