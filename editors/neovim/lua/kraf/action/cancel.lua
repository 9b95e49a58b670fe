--- `:Kraf cancel`: stops the work of this shot list, or of one of its shots.
local client = require('kraf.client')
local jobs = require('kraf.jobs')
local source = require('kraf.source')
local text = require('kraf.text')

local M = {}

---@param call kraf.Call
function M.run(call)
  local about = source.current()
  local shot = call.words[1]
  local stopped = vim.iter(jobs.running(about.buffer)):filter(
    function(job) return not shot or job.shot == shot end
  ):totable()
  jobs.cancel(stopped)
  -- Work that lenses and code actions have started is known to krafd alone.
  if not shot then client.ask(about.client, 'workspace/executeCommand', { command = 'kraf.cancel' }) end
  if #stopped == 0 then text.tell('Nothing of this shot list is being made') end
end

function M.words(buffer, before)
  if #before > 0 then return {} end
  return vim.iter(jobs.running(buffer)):map(function(job) return job.shot end):totable()
end

return M
