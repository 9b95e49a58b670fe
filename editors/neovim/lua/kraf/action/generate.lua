--- `:Kraf generate`: makes the pictures of a shot, or of all; the heading shows how far it is.
local jobs = require('kraf.jobs')
local marks = require('kraf.marks')
local shots = require('kraf.shots')
local source = require('kraf.source')
local text = require('kraf.text')

local M = {}

--- Names this order, so that sending it again would not make it twice.
local orders = 0
local function key()
  orders = orders + 1
  return ('neovim-%d-%d-%d'):format(vim.fn.getpid(), vim.uv.hrtime(), orders)
end

local function tell(ended, buffer)
  local pictures, made = 0, {}
  for _, job in ipairs(ended) do
    local failure = job.state == 'failed' and (job.error and job.error.message or 'it failed')
      or job.state == 'ambiguous' and 'krafd ended while money may have been spent; see the ledger'
    if failure then
      marks.failed(buffer, job.shot, failure)
      text.tell(('%s: %s'):format(text.plain(job.title), text.plain(failure)), 'ERROR')
    elseif #job.outputs > 0 then
      pictures = pictures + #job.outputs
      table.insert(made, job.shot)
    end
  end
  marks.refresh(buffer)
  if pictures > 0 then
    -- Short, so that it never asks for a key while somebody types.
    local of = text.plain(table.concat(vim.fn.uniq(made), ', '), 40)
    text.tell(('Made %s of %s; see :Kraf canvas'):format(text.count(pictures, 'picture'), of))
  elseif vim.iter(ended):all(function(job) return job.state == 'cancelled' end) then
    text.tell('Cancelled; nothing was made')
  end
end

---@param call kraf.Call
function M.run(call)
  local about = source.current()
  local names = shots.meant(about.buffer, call)
  for _, name in ipairs(names) do
    marks.failed(about.buffer, name, nil)
  end
  local reply = about:ask_about_text('kraf/generate', { shots = names, key = key() })
  for _, warning in ipairs(reply.warnings) do
    text.tell(warning, 'WARN')
  end
  tell(jobs.follow(about, reply.jobs), about.buffer)
end

function M.words(buffer, before) return #before == 0 and vim.list_extend(shots.names(buffer), { 'all' }) or {} end

return M
