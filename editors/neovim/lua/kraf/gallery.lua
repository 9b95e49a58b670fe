--- A sheet of pictures with a pane below it: what the canvas and the comparison have in common.
local judge = require('kraf.judge')
local pane = require('kraf.picture.pane')
local settings = require('kraf.settings')
local sheet = require('kraf.sheet')
local source = require('kraf.source')
local task = require('kraf.task')
local text = require('kraf.text')

---@class kraf.Item
---@field asset string? the picture
---@field title string
---@field verdict 'accepted'|'rejected'|nil

---@class kraf.Gallery
---@field about kraf.Source
---@field sheet kraf.Sheet
---@field pane kraf.Pane?
---@field private items table<integer, kraf.Item> by line
---@field private read fun(about: kraf.Source, width: integer): kraf.Line[], table<integer, kraf.Item> inside a task
---@field private asset string? the picture in the pane
local Gallery = {}
Gallery.__index = Gallery

local M = {}

---@type table<kraf.Gallery, true>
local open = {}

--- Reads everything again, and keeps the cursor in its line.
function Gallery:refresh()
  task.run(function()
    local about = source.of(self.about.buffer)
    self.about = about
    local window = self.sheet.window
    if not vim.api.nvim_win_is_valid(window) then return end
    local lines, items = self.read(about, vim.api.nvim_win_get_width(window))
    if not vim.api.nvim_win_is_valid(window) then return end
    local line = self.sheet:line()
    self.items = items
    self.sheet:write(lines)
    vim.api.nvim_win_set_cursor(window, { math.max(1, math.min(line, #lines)), 0 })
    self:show()
  end)
end

--- Reads again when nothing more has happened for a moment.
function Gallery:refresh_soon()
  if self.is_waiting then return end
  self.is_waiting = true
  vim.defer_fn(function()
    self.is_waiting = false
    if open[self] then self:refresh() end
  end, 200)
end

function Gallery:item() return self.items[self.sheet:line()] end

--- Shows the picture under the cursor.
function Gallery:show()
  local item = self:item()
  if not self.pane or not item or not item.asset or item.asset == self.asset then return end
  self.asset = item.asset
  task.run(function()
    local path = judge.thumbnail(self.about, item.asset, self.pane)
    if self.pane and self.asset == item.asset then
      self.pane:show({ path = path, caption = { { text.plain(item.title), 'Title' } } })
    end
  end, function(sentence)
    if self.pane then self.pane:keep({ { sentence, 'DiagnosticWarn' } }) end
  end)
end

--- Moves to the first picture.
function Gallery:first()
  for line = 1, vim.api.nvim_buf_line_count(self.sheet.buffer) do
    if self.items[line] and self.items[line].asset and self.items[line].is_picture ~= false then
      return vim.api.nvim_win_set_cursor(self.sheet.window, { line, 0 })
    end
  end
end

function Gallery:decide(verdict)
  local item = self:item()
  if not item or not item.asset or item.is_picture == false then
    return text.tell('No picture stands in this line; move to one', 'WARN')
  end
  task.run(function()
    judge.decide(self.about, item.asset, verdict, item.verdict)
    self:refresh()
  end)
end

function Gallery:undo()
  task.run(function()
    if not judge.undo(self.about) then task.refuse('Nothing was decided here that could be taken back') end
    self:refresh()
  end)
end

--- Opens the picture in the system's viewer.
function Gallery:look()
  local item = self:item()
  if not item or not item.asset then return text.tell('No picture stands in this line; move to one', 'WARN') end
  task.run(function()
    local path = self.about:ask_workspace('kraf/asset/get', { asset = item.asset }).path
    if not vim.uv.fs_stat(path) then task.refuse('The picture is not on the disk any more; generate the shot again') end
    local _, failure = vim.ui.open(path)
    if failure then task.refuse(failure) end
  end)
end

--- Opens a gallery, with the cursor on its first picture. Inside a task.
---@param options { name: string, title: string, about: kraf.Source, read: function, follows: boolean? } `follows` is
---whether it is read again when others change something; reading must then make nothing new
---@return kraf.Gallery
function M.open(options)
  local width = math.floor(vim.o.columns * math.max(settings.get('width'), 0.45))
  -- First, so that nothing opens when krafd refuses.
  local lines, items = options.read(options.about, width)
  local gallery = setmetatable({
    about = options.about, read = options.read, follows = options.follows, items = items,
  }, Gallery)
  gallery.sheet = sheet.split({
    name = options.name, source = options.about.buffer, title = options.title,
    place = { window = options.about:window(), split = 'right', size = width },
    keys = '⏎ open · a accept · x reject · u undo · r again · q close',
  })
  open[gallery] = true
  local height = math.floor(vim.api.nvim_win_get_height(gallery.sheet.window) * 0.62)
  gallery.pane = pane.open({
    name = 'picture', source = options.about.buffer, caption_lines = 2,
    place = { window = gallery.sheet.window, split = 'below', size = height },
    closed = function() gallery.pane = nil end,
  })
  for keys, act in pairs({
    a = function() gallery:decide('accepted') end,
    x = function() gallery:decide('rejected') end,
    u = function() gallery:undo() end,
    r = function() gallery:refresh() end,
    o = function() gallery:look() end,
    ['<CR>'] = function() gallery:look() end,
  }) do
    gallery.sheet:key(keys, act, 'kraf')
  end
  vim.api.nvim_create_autocmd('CursorMoved', {
    buffer = gallery.sheet.buffer,
    callback = function() gallery:show() end,
  })
  vim.api.nvim_create_autocmd('BufWipeout', {
    buffer = gallery.sheet.buffer,
    once = true,
    callback = function()
      open[gallery] = nil
      vim.schedule(function()
        if gallery.pane then gallery.pane:close() end
      end)
    end,
  })
  gallery.sheet:write(lines)
  gallery:first()
  gallery:show()
  return gallery
end

--- The gallery of this name that is open for a shot list, if one is.
function M.find(name, buffer)
  return vim.iter(vim.tbl_keys(open)):find(function(gallery)
    local shown = vim.api.nvim_buf_get_name(gallery.sheet.buffer)
    return gallery.about.buffer == buffer and vim.startswith(shown, ('kraf://%s/'):format(name))
  end)
end

require('kraf.session').on('kraf/event', function(_, id)
  for gallery in pairs(open) do
    if gallery.follows and gallery.about.client.id == id then gallery:refresh_soon() end
  end
end)

return M
