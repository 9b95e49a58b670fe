--- What happens when krafd comes, tells something, and goes.
local client = require('kraf.client')
local settings = require('kraf.settings')
local task = require('kraf.task')

local M = {}

--- Who wants to know what krafd tells: `on[method]` is called with the parameters and the client's id.
---@type table<string, fun(params: table, client_id: integer)[]>
local listeners = {}

--- Listens to a notification of krafd.
---@param listen fun(params: table, client_id: integer)
function M.on(method, listen)
  if not listeners[method] then
    listeners[method] = {}
    vim.lsp.handlers[method] = function(_, params, context)
      if type(params) ~= 'table' then return end
      for _, one in ipairs(listeners[method]) do
        one(params, context.client_id)
      end
    end
  end
  table.insert(listeners[method], listen)
end

---@type (fun(buffer: integer, client: vim.lsp.Client))[]
local comers = {}
---@type (fun(client_id: integer))[]
local leavers = {}

--- Calls `come` for every buffer that krafd begins to serve.
function M.on_attach(come) table.insert(comers, come) end

--- Calls `leave` when a krafd has ended.
function M.on_end(leave) table.insert(leavers, leave) end

---@type table<integer, true>
local serving = {}

---@type table<string, true>
local subscribed = {}

--- Asks krafd, once for each workspace, to tell of new pictures and of decisions, whoever makes them.
function M.subscribe(buffer)
  task.run(function()
    local list = require('kraf.source').of(buffer)
    local workspace = list:workspace().workspace
    local key = list.client.id .. ':' .. workspace
    if subscribed[key] then return end
    subscribed[key] = true
    list:ask_workspace('kraf/subscribe', { topics = { 'asset', 'canvas' } })
  end, function() end)
end

--- krafd serves a buffer now.
function M.attached(buffer, id)
  local one = vim.lsp.get_client_by_id(id)
  if not one or not client.is_krafd(one) or vim.bo[buffer].filetype ~= 'kraf' then return end
  serving[id] = true
  require('kraf.jobs')
  if settings.get('hints') and one.server_capabilities.inlayHintProvider then
    vim.lsp.inlay_hint.enable(true, { bufnr = buffer })
  end
  M.subscribe(buffer)
  if settings.get('marks') then require('kraf.marks').follow(buffer) end
  for _, come in ipairs(comers) do
    come(buffer, one)
  end
end

--- A buffer is served no more. When krafd itself has ended, who waits for it is told.
function M.detached(_, id)
  if not serving[id] then return end
  vim.schedule(function()
    local one = vim.lsp.get_client_by_id(id)
    if not serving[id] or (one and not one:is_stopped()) then return end
    serving[id] = nil
    client.forget(id)
    for _, leave in ipairs(leavers) do
      leave(id)
    end
  end)
end

return M
