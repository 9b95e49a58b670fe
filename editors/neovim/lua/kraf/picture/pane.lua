--- A window with one picture and words below it. Three of krafd's views use it; it knows nothing of them.
local blocks = require('kraf.picture.blocks')
local kitty = require('kraf.picture.kitty')
local png = require('kraf.picture.png')
local raster = require('kraf.picture.raster')
local terminal = require('kraf.picture.terminal')
local text = require('kraf.text')
local windows = require('kraf.window')

---@class kraf.Pane
---@field buffer integer
---@field shown kraf.Shown? what was drawn last
---@field private caption_lines integer
---@field private namespace integer
---@field private number integer? the terminal's picture
local Pane = {}
Pane.__index = Pane

---@class kraf.Shown
---@field path string? a PNG file
---@field caption [string, string][] sentences with their highlight groups
---@field is_old boolean? whether the picture is not current

local M = {}

--- The namespaces of panes: Neovim keeps every one for ever, so those of closed panes are used again.
---@type integer[]
local free_namespaces = {}
local namespaces = 0

local function take_namespace()
  if #free_namespaces > 0 then return table.remove(free_namespaces) end
  namespaces = namespaces + 1
  return vim.api.nvim_create_namespace('kraf.pane.' .. namespaces)
end

---@class kraf.PaneOptions
---@field name string
---@field source integer the buffer of the shot list
---@field place kraf.Place
---@field caption_lines integer lines that are kept free below a picture
---@field closed fun()

--- Opens a pane beside or below a window; the current window stays the current one.
---@param options kraf.PaneOptions
---@return kraf.Pane
function M.open(options)
  local buffer = windows.buffer(options.name, 'krafpicture', options.source)
  local window = windows.split(buffer, options.place, false)
  windows.dress(window, { statusline = ' q close', winfixwidth = true })
  local pane = setmetatable({
    buffer = buffer, caption_lines = options.caption_lines, namespace = take_namespace(),
  }, Pane)
  vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = buffer, nowait = true, desc = 'close' })
  local group = vim.api.nvim_create_augroup('kraf.pane.' .. buffer, {})
  local function redraw()
    vim.schedule(function() pane:redraw() end)
  end
  vim.api.nvim_create_autocmd({ 'VimResized', 'WinResized' }, { group = group, callback = redraw })
  vim.api.nvim_create_autocmd('VimLeavePre', { group = group, callback = function() pane:leave_terminal() end })
  vim.api.nvim_create_autocmd('User', { group = group, pattern = terminal.better, callback = redraw })
  vim.api.nvim_create_autocmd('BufWipeout', {
    buffer = buffer,
    once = true,
    callback = function()
      vim.api.nvim_del_augroup_by_id(group)
      pane:leave_terminal()
      table.insert(free_namespaces, pane.namespace)
      pane.shown = nil
      options.closed()
    end,
  })
  return pane
end

--- The window that shows the pane, if one does on the page of tabs that is looked at.
---@return integer?
function Pane:window()
  if not vim.api.nvim_buf_is_valid(self.buffer) then return nil end
  return vim.iter(vim.api.nvim_tabpage_list_wins(0)):find(
    function(window) return vim.api.nvim_win_get_buf(window) == self.buffer end
  )
end

function Pane:close()
  local window = self:window()
  if window then
    pcall(vim.api.nvim_win_close, window, true)
  elseif vim.api.nvim_buf_is_valid(self.buffer) then
    vim.api.nvim_buf_delete(self.buffer, { force = true })
  end
end

--- The cells that there are for a picture.
---@return integer columns
---@return integer rows
function Pane:room()
  local window = self:window()
  if not window then return 40, 20 end
  local columns = vim.api.nvim_win_get_width(window) - 2
  local rows = vim.api.nvim_win_get_height(window) - self.caption_lines - 1
  return math.max(1, math.min(columns, kitty.most_cells)), math.max(1, math.min(rows, kitty.most_cells))
end

--- How long the longer side of a picture should be, in px, so that it fills the pane and nothing is made in vain.
---@return integer px 64 to 1024
function Pane:pixels()
  local columns, rows = self:room()
  local longer = math.max(math.min(columns, rows * 2), 1)
  if terminal.way() == 'kitty' then longer = longer * 10 end
  return math.max(64, math.min(1024, math.ceil(longer / 32) * 32))
end

--- Columns and rows for a picture of `width` × `height` px; a cell is twice as high as wide.
local function cells_for(width, height, columns, rows)
  local scale = math.min(columns / width, rows * 2 / height)
  return math.max(1, math.floor(width * scale + 0.5)), math.max(1, math.floor(height * scale / 2 + 0.5))
end

local function background()
  local normal = vim.api.nvim_get_hl(0, { name = 'Normal', link = false })
  return normal.bg or (vim.o.background == 'light' and 0xffffff or 0x101010)
end

--- Shows a picture with its caption. What cannot be read is said in the caption's place; the picture before stays then.
---@param shown kraf.Shown
function Pane:show(shown)
  if not vim.api.nvim_buf_is_valid(self.buffer) then return end
  local bytes = shown.path and M.read(shown.path)
  if shown.path and not bytes then
    local before = self.shown or {}
    local gone = { { 'The picture is not on the disk any more', 'DiagnosticWarn' } }
    shown = { path = before.path, bytes = before.bytes, caption = gone, is_old = true }
  else
    shown.bytes = bytes
  end
  self.shown = shown
  self:redraw()
end

--- Keeps the picture, dimmed, under other words.
---@param caption [string, string][]
function Pane:keep(caption)
  local path, bytes = self.shown and self.shown.path, self.shown and self.shown.bytes
  self.shown = { path = path, bytes = bytes, caption = caption, is_old = true }
  self:redraw()
end

--- Other words below the same picture.
function Pane:caption(caption)
  if not self.shown then self.shown = {} end
  self.shown.caption = caption
  self:redraw()
end

--- The bytes of a picture file, up to 32 MiB.
function M.read(path)
  local file = io.open(path, 'rb')
  if not file then return nil end
  local bytes = file:read(33554432)
  file:close()
  return bytes
end

function Pane:leave_terminal()
  if self.number then kitty.forget(self.number) end
  self.number = nil
end

--- Puts the picture's lines at the top; answers how many there are, and a sentence where there is no picture.
---@private
function Pane:draw_picture(way)
  local bytes = self.shown.bytes
  local width, height = png.size(bytes)
  if not width then return 0, 'The picture is no PNG file; it cannot be shown here' end
  local columns, rows = cells_for(width, height, self:room())
  local indent = math.floor((vim.api.nvim_win_get_width(self:window()) - columns) / 2)
  local old
  if way == 'blocks' or self.shown.is_old then
    local decoded, reason = png.decode(bytes)
    if not decoded then return 0, ('The picture cannot be shown: %s'):format(reason) end
    local ground = background()
    local scale = way == 'kitty' and math.min(4, width / columns) or 1
    local fitted = raster.fitted(decoded, math.floor(columns * scale), math.floor(rows * 2 * scale), ground)
    if self.shown.is_old then raster.dim(fitted, ground) end
    if way == 'blocks' then
      local place = {
        buffer = self.buffer, window = self:window(), namespace = self.namespace, line = 0, indent = indent,
      }
      blocks.draw(fitted, place)
      return rows
    end
    old = fitted
  end
  local before = self.number
  local placeholders = kitty.show({ path = self.shown.path, bytes = bytes, raster = old }, columns, rows)
  self.number = placeholders.number
  for row, line in ipairs(placeholders.lines) do
    placeholders.lines[row] = (' '):rep(indent) .. line
  end
  vim.api.nvim_buf_set_lines(self.buffer, 0, -1, false, placeholders.lines)
  for row, line in ipairs(placeholders.lines) do
    vim.api.nvim_buf_set_extmark(self.buffer, self.namespace, row - 1, indent, {
      end_col = #line, hl_group = placeholders.group,
    })
  end
  if before and before ~= self.number then kitty.forget(before) end
  return rows
end

--- Draws again, at the size that the window has now.
function Pane:redraw()
  if not self.shown or not self:window() then return end
  local way = terminal.way()
  vim.bo[self.buffer].modifiable = true
  vim.api.nvim_buf_clear_namespace(self.buffer, self.namespace, 0, -1)
  vim.api.nvim_buf_set_lines(self.buffer, 0, -1, false, {})
  local lines, problem = 0, nil
  if way == 'none' then
    problem = self.shown.path and 'vim.g.kraf.pictures is none; the picture lies at ' .. self.shown.path
  elseif self.shown.bytes then
    lines, problem = self:draw_picture(way)
  end
  local caption = vim.list_extend(problem and { { problem, 'DiagnosticWarn' } } or {}, self.shown.caption or {})
  self:write(caption, lines)
  vim.bo[self.buffer].modifiable = false
end

--- Writes sentences below the picture's lines.
---@private
function Pane:write(caption, below)
  local width = math.max(10, vim.api.nvim_win_get_width(self:window()) - 2)
  local lines, groups = { '' }, { '' }
  for _, part in ipairs(caption) do
    for _, line in ipairs(text.wrapped(part[1], width)) do
      table.insert(lines, ' ' .. line)
      table.insert(groups, part[2])
    end
  end
  if below == 0 then
    table.remove(lines, 1)
    table.remove(groups, 1)
  end
  vim.api.nvim_buf_set_lines(self.buffer, below, -1, false, lines)
  for number, group in ipairs(groups) do
    if group ~= '' then
      vim.api.nvim_buf_set_extmark(self.buffer, self.namespace, below + number - 1, 0, {
        end_col = #lines[number], hl_group = group,
      })
    end
  end
end

return M
