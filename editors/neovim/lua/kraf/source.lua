--- The shot list that a command is about: its buffer, its file, and the client that knows it.
local client = require('kraf.client')
local task = require('kraf.task')

---@class kraf.Source
---@field buffer integer
---@field path string absolute
---@field client vim.lsp.Client
local Source = {}
Source.__index = Source

local M = {}

--- The shot list of a buffer: itself, or the one that a pane of ours was opened for.
---@return integer?
function M.buffer_of(buffer)
  if vim.bo[buffer].filetype == 'kraf' then return buffer end
  local source = vim.b[buffer].kraf_source
  if source and vim.api.nvim_buf_is_valid(source) then return source end
end

--- The shot list of the current buffer, with krafd started where it does not run. Inside a task.
---@return kraf.Source
function M.current() return M.of(M.buffer_of(0) or vim.api.nvim_get_current_buf()) end

--- The shot list of a buffer. Inside a task.
---@return kraf.Source
function M.of(buffer)
  if buffer == 0 then buffer = vim.api.nvim_get_current_buf() end
  if vim.bo[buffer].filetype ~= 'kraf' then task.refuse('This is no shot list; open a file that ends in .kraf') end
  if vim.api.nvim_buf_get_name(buffer) == '' then task.refuse('Save the shot list beside its photos first') end
  local uri = vim.uri_from_bufnr(buffer)
  if not vim.startswith(uri, 'file:') then
    task.refuse('krafd works with files of its own machine; open a copy of the shot list and its photos there')
  end
  local reached = client.reach(buffer)
  local path = vim.uri_to_fname(uri)
  return setmetatable({ buffer = buffer, path = path, client = reached }, Source)
end

--- The text as it stands in the buffer, saved or not.
function Source:text() return table.concat(vim.api.nvim_buf_get_lines(self.buffer, 0, -1, false), '\n') .. '\n' end

--- The window that shows the list, else the current one.
function Source:window()
  local window = vim.fn.bufwinid(self.buffer)
  return window ~= -1 and window or vim.api.nvim_get_current_win()
end

function Source:uri() return vim.uri_from_bufnr(self.buffer) end

--- Asks krafd about this list: its path and workspace are added to the parameters.
---@param params table?
function Source:ask(method, params)
  local about = { path = self.path, workspace = self:workspace().workspace }
  return client.ask(self.client, method, vim.tbl_extend('force', about, params or {}))
end

--- Asks krafd about the text as it stands.
function Source:ask_about_text(method, params)
  return self:ask(method, vim.tbl_extend('force', { text = self:text() }, params or {}))
end

--- Asks krafd for something in this list's workspace.
function Source:ask_workspace(method, params)
  local about = { workspace = self:workspace().workspace }
  return client.ask(self.client, method, vim.tbl_extend('force', about, params or {}))
end

function Source:workspace() return client.workspace(self.client, self.path) end

--- What krafd calls the product of this list: the path below the workspace's folder.
function Source:product()
  local root = self:workspace().root
  return vim.startswith(self.path, root .. '/') and self.path:sub(#root + 2) or vim.fs.basename(self.path)
end

return M
