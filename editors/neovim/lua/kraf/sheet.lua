--- A window of lines to read, with keys that do something to the line under the cursor.
local text = require('kraf.text')
local windows = require('kraf.window')

local M = {}
local namespace = vim.api.nvim_create_namespace('kraf.sheet')

---@alias kraf.Line [string, string?][] pieces of text with their highlight groups

---@class kraf.Sheet
---@field buffer integer
---@field window integer
local Sheet = {}
Sheet.__index = Sheet

--- Puts lines into the sheet.
---@param lines kraf.Line[]
function Sheet:write(lines)
  if not vim.api.nvim_buf_is_valid(self.buffer) then return end
  local texts = vim.iter(lines):map(function(line)
    return vim.iter(line):map(function(piece) return piece[1] end):join('')
  end):totable()
  vim.bo[self.buffer].modifiable = true
  vim.api.nvim_buf_set_lines(self.buffer, 0, -1, false, texts)
  vim.bo[self.buffer].modifiable = false
  vim.api.nvim_buf_clear_namespace(self.buffer, namespace, 0, -1)
  for number, line in ipairs(lines) do
    local column = 0
    for _, piece in ipairs(line) do
      if piece[2] then
        vim.api.nvim_buf_set_extmark(self.buffer, namespace, number - 1, column, {
          end_col = column + #piece[1], hl_group = piece[2],
        })
      end
      column = column + #piece[1]
    end
  end
end

--- The line of the cursor, from 1.
function Sheet:line() return vim.api.nvim_win_get_cursor(self.window)[1] end

function Sheet:close()
  if vim.api.nvim_win_is_valid(self.window) then vim.api.nvim_win_close(self.window, true) end
end

--- Gives a key of the sheet something to do.
---@param about string what it does, for `:map` and people
function Sheet:key(keys, act, about)
  for _, key in ipairs(type(keys) == 'table' and keys or { keys }) do
    vim.keymap.set('n', key, act, { buffer = self.buffer, nowait = true, desc = about })
  end
end

local function new(buffer, window)
  local sheet = setmetatable({ buffer = buffer, window = window }, Sheet)
  sheet:key({ 'q', '<Esc>' }, function() sheet:close() end, 'close')
  return sheet
end

local function width_of(lines)
  local width = 0
  for _, line in ipairs(lines) do
    local cells = 0
    for _, piece in ipairs(line) do
      cells = cells + vim.fn.strdisplaywidth(piece[1])
    end
    width = math.max(width, cells)
  end
  return width
end

--- Opens a sheet above the text, as large as its lines, in the middle or below a line of the current buffer (from 0).
---@param options { name: string, title: string, footer: string?, source: integer, lines: kraf.Line[], below: integer? }
---@return kraf.Sheet
function M.float(options)
  local buffer = windows.buffer(options.name, 'krafsheet', options.source)
  local least = math.max(vim.fn.strdisplaywidth(options.title), vim.fn.strdisplaywidth(options.footer or '')) + 2
  local width = math.max(1, math.min(math.max(width_of(options.lines), least) + 1, vim.o.columns - 4))
  local height = math.max(1, math.min(#options.lines, vim.o.lines - 6))
  local place = options.below and { relative = 'win', bufpos = { options.below, 0 }, row = 1, col = 0 }
    or {
      relative = 'editor', row = math.max(0, math.floor((vim.o.lines - height) / 2) - 1),
      col = math.floor((vim.o.columns - width) / 2),
    }
  local window = vim.api.nvim_open_win(buffer, true, vim.tbl_extend('force', place, {
    width = width, height = height, style = 'minimal', border = 'rounded', title = ' ' .. options.title .. ' ',
    footer = options.footer and (' ' .. options.footer .. ' ') or nil,
  }))
  windows.dress(window, { cursorline = true })
  local sheet = new(buffer, window)
  sheet:write(options.lines)
  return sheet
end

--- Opens a sheet in a split of a window, to stay open.
---@param options { name: string, source: integer, place: kraf.Place, title: string, keys: string }
---@return kraf.Sheet
function M.split(options)
  local buffer = windows.buffer(options.name, 'krafsheet', options.source)
  local window = windows.split(buffer, options.place, true)
  windows.dress(window, {
    cursorline = true,
    statuscolumn = ' ',
    statusline = ' ' .. text.in_bar(options.keys),
    winbar = ' %#Title#' .. text.in_bar(options.title),
    winfixwidth = options.place.split == 'right',
  })
  return new(buffer, window)
end

return M
