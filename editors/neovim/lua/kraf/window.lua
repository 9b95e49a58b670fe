--- Windows of ours look the same whatever the user has set for text.
local task = require('kraf.task')

local M = {}

local calm = {
  colorcolumn = '', cursorline = false, fillchars = 'eob: ', foldcolumn = '0', list = false, number = false,
  relativenumber = false, signcolumn = 'no', spell = false, statuscolumn = '', wrap = false,
}

--- Sets options of a window, above those that all of ours have.
---@param options table<string, any>
function M.dress(window, options)
  for name, value in pairs(vim.tbl_extend('force', calm, options)) do
    vim.api.nvim_set_option_value(name, value, { scope = 'local', win = window })
  end
end

--- A buffer for a window of ours, which goes with it.
---@param name string what it shows, for its name
---@param kind string its file type
---@param source integer the buffer of the shot list that it is about
function M.buffer(name, kind, source)
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_name(buffer, ('kraf://%s/%d'):format(name, buffer))
  vim.bo[buffer].bufhidden = 'wipe'
  vim.bo[buffer].filetype = kind
  vim.bo[buffer].modifiable = false
  vim.b[buffer].kraf_source = source
  return buffer
end

---@class kraf.Place
---@field window integer the window that is split
---@field split 'right'|'below'
---@field size integer columns or rows

--- Shows a buffer in a split. Inside a task.
---@param place kraf.Place
---@param is_entered boolean
function M.split(buffer, place, is_entered)
  local fits, window = pcall(vim.api.nvim_open_win, buffer, is_entered, {
    win = place.window,
    split = place.split,
    [place.split == 'right' and 'width' or 'height'] = place.size,
  })
  if fits then return window end
  vim.api.nvim_buf_delete(buffer, { force = true })
  task.refuse('There is no room for another window; make Neovim larger, or close a window')
end

return M
