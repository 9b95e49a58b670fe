--- Pictures that the terminal draws itself, where placeholders stand. Source: kitty's terminal graphics protocol,
--- “Unicode placeholders”. The picture goes around Neovim's screen; the screen only holds letters that say which part of
--- it stands there, so that Neovim moves, covers and removes it as any text.
local terminal = require('kraf.picture.terminal')

local M = {}

-- The marks that number rows and columns: letters of class 230 without decomposition, in the order of Unicode 6.0.
local mark_ranges = {
  0x0305, 0x0305, 0x030d, 0x030e, 0x0310, 0x0310, 0x0312, 0x0312, 0x033d, 0x033f, 0x0346, 0x0346, 0x034a, 0x034c,
  0x0350, 0x0352, 0x0357, 0x0357, 0x035b, 0x035b, 0x0363, 0x036f, 0x0483, 0x0487, 0x0592, 0x0595, 0x0597, 0x0599,
  0x059c, 0x05a1, 0x05a8, 0x05a9, 0x05ab, 0x05ac, 0x05af, 0x05af, 0x05c4, 0x05c4, 0x0610, 0x0617, 0x0657, 0x065b,
  0x065d, 0x065e, 0x06d6, 0x06dc, 0x06df, 0x06e2, 0x06e4, 0x06e4, 0x06e7, 0x06e8, 0x06eb, 0x06ec, 0x0730, 0x0730,
  0x0732, 0x0733, 0x0735, 0x0736, 0x073a, 0x073a, 0x073d, 0x073d, 0x073f, 0x0741, 0x0743, 0x0743, 0x0745, 0x0745,
  0x0747, 0x0747, 0x0749, 0x074a, 0x07eb, 0x07f1, 0x07f3, 0x07f3, 0x0816, 0x0819, 0x081b, 0x0823, 0x0825, 0x0827,
  0x0829, 0x082d,
}

local marks = {}
for at = 1, #mark_ranges, 2 do
  for code = mark_ranges[at], mark_ranges[at + 1] do
    marks[#marks + 1] = vim.fn.nr2char(code)
  end
end

--- The most rows and columns of a picture: so many marks there are.
M.most_cells = #marks

local placeholder = vim.fn.nr2char(0x10eeee)

--- The most letters of data in one order of the protocol.
local chunk_letters = 4096

--- The number of the next picture. The old one of a pane stands until the new one is there. Where Neovim can say only
--- 256 colors, numbers end at 255; else this process has a range of its own.
local shown = 0
local function next_number()
  shown = shown + 1
  local low = 16 + shown % 240
  return vim.o.termguicolors and (1 + vim.fn.getpid() % 65000) * 256 + low or low
end

local function order(keys, data) return ('\27_G%s;%s\27\\'):format(keys, data or '') end

--- Gives bytes to the terminal piece by piece, for terminals that see another disk than Neovim.
local function send_bytes(keys, bytes)
  local letters = vim.base64.encode(bytes)
  for start = 1, #letters, chunk_letters do
    local more = start + chunk_letters <= #letters and 1 or 0
    local piece = letters:sub(start, start + chunk_letters - 1)
    terminal.write(order(start == 1 and ('%s,t=d,m=%d'):format(keys, more) or ('m=%d,q=2'):format(more), piece))
  end
end

local function is_elsewhere() return vim.env.SSH_CONNECTION ~= nil or vim.env.SSH_TTY ~= nil end

---@class kraf.Placeholders
---@field lines string[] what stands in the buffer
---@field group string the highlight group whose color is the picture's number
---@field number integer

--- Shows a picture in `columns` × `rows` cells.
---@param picture { path: string, bytes: string, raster: kraf.Raster? } a PNG file, or opaque colors that stand above it
---@return kraf.Placeholders
function M.show(picture, columns, rows)
  local number = next_number()
  local keys = ('a=T,U=1,q=2,i=%d,c=%d,r=%d'):format(number, columns, rows)
  if picture.raster then
    local colors = {}
    for place = 1, #picture.raster.red do
      colors[place] = string.char(picture.raster.red[place], picture.raster.green[place], picture.raster.blue[place])
    end
    keys = ('%s,f=24,s=%d,v=%d'):format(keys, picture.raster.width, picture.raster.height)
    send_bytes(keys, table.concat(colors))
  elseif is_elsewhere() then
    send_bytes(keys .. ',f=100', picture.bytes)
  else
    terminal.write(order(keys .. ',f=100,t=f', vim.base64.encode(picture.path)))
  end
  local lines = {}
  for row = 1, rows do
    local cells = {}
    for column = 1, columns do
      cells[column] = placeholder .. marks[row] .. marks[column]
    end
    lines[row] = table.concat(cells)
  end
  local group = ('KrafPicture%d'):format(number % 256)
  vim.api.nvim_set_hl(0, group, { fg = number, ctermfg = number % 256 })
  return { lines = lines, group = group, number = number }
end

--- Takes a picture out of the terminal's memory.
function M.forget(number) terminal.write(order(('a=d,d=I,i=%d,q=2'):format(number))) end

return M
