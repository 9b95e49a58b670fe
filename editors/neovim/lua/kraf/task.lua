--- Work that waits for answers without holding up the editor: a coroutine that reads like a plain function.
local M = {}

---@type table<thread, fun(...)>
local continue = setmetatable({}, { __mode = 'k' })

--- Stops the running task with a sentence for the user: what happened and what to do.
---@param sentence string
function M.refuse(sentence) error({ sentence = sentence }, 0) end

--- Runs `work` until its end; a refusal inside is told to the user, or given to `refused`.
---@param work fun()
---@param refused fun(sentence: string)?
function M.run(work, refused)
  local thread = coroutine.create(work)
  continue[thread] = function(...)
    local alive, failure = coroutine.resume(thread, ...)
    if alive then return end
    if type(failure) ~= 'table' or not failure.sentence then
      error(debug.traceback(thread, tostring(failure)), 0)
    end
    local tell = refused or function(sentence) require('kraf.text').tell(sentence, 'WARN') end
    tell(failure.sentence)
  end
  continue[thread]()
end

--- Waits inside a task for what `start` gives to its callback, and answers it. Later calls of the callback do nothing.
---@param start fun(done: fun(...))
function M.await(start)
  local thread = assert(coroutine.running(), 'await is for tasks')
  local answer, waiting
  start(function(...)
    if answer then return end
    answer = vim.F.pack_len(...)
    if waiting then continue[thread]() end
  end)
  if not answer then
    waiting = true
    coroutine.yield()
  end
  return vim.F.unpack_len(answer)
end

return M
