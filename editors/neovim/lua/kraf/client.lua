--- The connection to krafd: Neovim's own client for the language server, ours or one that the user has set up.
local settings = require('kraf.settings')
local task = require('kraf.task')
local text = require('kraf.text')

local M = {}

--- How Neovim starts krafd, as `vim.lsp.config` and `vim.lsp.start` take it.
function M.config()
  return {
    name = 'krafd',
    cmd = settings.get('cmd'),
    filetypes = { 'kraf' },
    root_markers = { '.kraf', '.git' },
    -- A live preview follows the keys.
    flags = { debounce_text_changes = 50 },
    -- One krafd a folder, also when the user's own configuration has started it under another name.
    reuse_client = function(client, wanted)
      return M.is_krafd(client) and not client:is_stopped() and client.config.root_dir == wanted.root_dir
    end,
  }
end

--- Whether a client speaks to krafd, whoever has started it and whatever it is called.
---@param client vim.lsp.Client
function M.is_krafd(client)
  local answered = vim.tbl_get(client, 'server_capabilities', 'experimental', 'kraf')
  local program = vim.tbl_get(client, 'config', 'cmd', 1)
  return answered ~= nil
    or client.name == 'krafd'
    or (type(program) == 'string' and vim.fs.basename(program) == 'krafd')
end

--- The client of a buffer that can be asked, if there is one.
---@param buffer integer
---@return vim.lsp.Client?
function M.of(buffer)
  return vim.iter(vim.lsp.get_clients({ bufnr = buffer })):find(
    function(client) return M.is_krafd(client) and not client:is_stopped() end
  )
end

local function is_on_disk(buffer) return vim.bo[buffer].buftype == '' and vim.api.nvim_buf_get_name(buffer) ~= '' end

--- Connects a buffer, unless it is: to the client of the same folder that there is, or to a new one.
local function start(buffer)
  local config = M.config()
  config.root_dir = vim.fs.root(buffer, config.root_markers) or vim.fs.dirname(vim.api.nvim_buf_get_name(buffer))
  vim.lsp.start(config, { bufnr = buffer, reuse_client = config.reuse_client })
end

--- Neovim 0.11 or later starts what is enabled. Once: who disables it later is right.
local is_enabled = false
local function enable()
  if is_enabled then return end
  is_enabled = true
  vim.lsp.enable('krafd')
end

--- A shot list was opened: connects it, after all that the user has set up for the event ran.
---@param buffer integer
function M.follow(buffer)
  if not settings.get('start') then return end
  vim.schedule(function()
    if not vim.api.nvim_buf_is_valid(buffer) or not is_on_disk(buffer) or not M.is_there() then return end
    if vim.lsp.enable then return enable() end
    start(buffer)
  end)
end

--- Whether the program can be started.
function M.is_there() return vim.fn.executable(settings.get('cmd')[1]) == 1 end

local function ready(buffer) return M.of(buffer) ~= nil end

--- The client of a buffer; starts krafd where it does not run. Inside a task.
---@param buffer integer
---@return vim.lsp.Client
function M.reach(buffer)
  if ready(buffer) then return M.of(buffer) end
  if not is_on_disk(buffer) then task.refuse('This is no saved shot list; save it beside its photos first') end
  if not M.is_there() then
    local program = settings.get('cmd')[1]
    task.refuse(("'%s' is not on the PATH; install krafd, or name it in vim.g.kraf.cmd"):format(program))
  end
  start(buffer)
  task.await(function(done)
    local timer = vim.defer_fn(done, 10000)
    vim.api.nvim_create_autocmd('LspAttach', {
      buffer = buffer,
      callback = function()
        if not ready(buffer) then return end
        pcall(timer.close, timer)
        vim.schedule(done)
        return true
      end,
    })
  end)
  return M.of(buffer) or task.refuse("krafd does not answer; ':checkhealth kraf' says more")
end

--- Whether krafd says that it can do something. Names are tested, never versions.
---@param client vim.lsp.Client
---@param capability string
function M.can(client, capability)
  local capabilities = vim.tbl_get(client, 'server_capabilities', 'experimental', 'kraf', 'capabilities')
  return type(capabilities) == 'table' and vim.list_contains(capabilities, capability)
end

local function sentence_of(failure)
  local message = type(failure) == 'table' and failure.message
  return text.plain(message ~= nil and message or 'krafd refused without a reason')
end

---@type table<integer, table<fun(answer: any, failure: string?), true>>
local open_requests = {}

--- The requests that wait for a client.
local function waiting_for(id)
  open_requests[id] = open_requests[id] or {}
  return open_requests[id]
end

--- Sends a request; `done` gets the answer, or nil and a sentence. A client that ends meanwhile is a sentence too.
---@param client vim.lsp.Client
---@param done fun(answer: any, failure: string?)
function M.send(client, method, params, done)
  local left = waiting_for(client.id)
  local open = true
  local function finish(answer, failure)
    if not open then return end
    open = false
    left[finish] = nil
    done(answer, failure)
  end
  left[finish] = true
  local function handler(failure, answer)
    if failure then return finish(nil, sentence_of(failure)) end
    finish(answer)
  end
  local sent
  if vim.fn.has('nvim-0.11') == 1 then
    sent = client:request(method, params, handler)
  else
    sent = client.request(method, params, handler)
  end
  if not sent then finish(nil, 'krafd has ended; the next command starts it again') end
end

--- A client has ended: nobody answers its open requests any more.
---@param id integer
function M.forget(id)
  local left = open_requests[id] or {}
  open_requests[id] = nil
  for finish in pairs(left) do
    finish(nil, 'krafd ended before it answered; try again')
  end
end

--- The answer to a request. Inside a task, which a refusal ends with krafd's sentence.
---@param client vim.lsp.Client
function M.ask(client, method, params)
  local answer, failure = task.await(function(done) M.send(client, method, params, done) end)
  if failure then task.refuse(failure) end
  return answer
end

---@type table<string, { workspace: string, root: string }>
local workspaces = {}

--- The workspace that a shot list belongs to. Inside a task.
---@param client vim.lsp.Client
---@param path string absolute
---@return { workspace: string, root: string }
function M.workspace(client, path)
  local key = client.id .. ':' .. vim.fs.dirname(path)
  workspaces[key] = workspaces[key] or M.ask(client, 'kraf/workspace/open', { path = vim.fs.dirname(path) })
  return workspaces[key]
end

return M
