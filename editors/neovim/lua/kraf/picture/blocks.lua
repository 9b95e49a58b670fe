--- Pictures as half blocks: in every cell an upper px as the color of the letter ▀, and a lower one as its background.
---
--- Colors are highlight groups. Neovim keeps every group for ever and has room for some thousands, so all panes share
--- their names, and each gives them colors of its own with each picture, in a namespace that only its window uses. (A
--- namespace also spares the work that Neovim does for a change of all windows' colors, ten times as much.)
local M = {}

--- The most colors of one pane; above it colors are taken together.
local most_groups = 3000

--- The nearest color of the 6 × 6 × 6 cube that terminals with 256 colors have.
local function cube(color)
  local function level(value) return value < 48 and 0 or value < 115 and 1 or math.floor((value - 35) / 40) end
  return 16 + 36 * level(math.floor(color / 65536)) + 6 * level(math.floor(color / 256) % 256) + level(color % 256)
end

--- The color of a px, with the lowest `dropped` bits of each part made even.
local function color_at(raster, place, dropped)
  local grain = 2 ^ dropped
  local function part(value) return math.floor(value / grain) * grain + math.floor(grain / 2) end
  return part(raster.red[place]) * 65536 + part(raster.green[place]) * 256 + part(raster.blue[place])
end

--- The cells of a picture as numbers of color pairs, and the pairs.
local function pairs_of(raster, dropped)
  local numbers, known, cells = {}, {}, {}
  for row = 0, raster.height - 1, 2 do
    for column = 1, raster.width do
      local upper = color_at(raster, row * raster.width + column, dropped)
      local lower = color_at(raster, (row + 1) * raster.width + column, dropped)
      local key = upper * 16777216 + lower
      if not numbers[key] then
        known[#known + 1] = { upper, lower }
        numbers[key] = #known
        if #known > most_groups then return nil end
      end
      cells[#cells + 1] = numbers[key]
    end
  end
  return cells, known
end

--- Draws a picture over lines of a buffer that are there for it.
---@param raster kraf.Raster opaque; as wide as it has columns, twice as high as it has lines
---@param place { buffer: integer, window: integer, namespace: integer, line: integer, indent: integer } `line` is the
---first one, from 0; the namespace is the pane's own, for marks and for colors
function M.draw(raster, place)
  local cells, known
  for dropped = 0, 7 do
    cells, known = pairs_of(raster, dropped)
    if cells then break end
  end
  for number, colors in ipairs(known) do
    vim.api.nvim_set_hl(place.namespace, 'KrafCell' .. number, {
      fg = colors[1], bg = colors[2], ctermfg = cube(colors[1]), ctermbg = cube(colors[2]),
    })
  end
  vim.api.nvim_win_set_hl_ns(place.window, place.namespace)
  local letters = ('▀'):rep(raster.width)
  local lines = {}
  for row = 1, raster.height / 2 do
    lines[row] = (' '):rep(place.indent) .. letters
  end
  vim.api.nvim_buf_set_lines(place.buffer, place.line, place.line + #lines, false, lines)
  for row = 1, #lines do
    local column = 1
    while column <= raster.width do
      local number, last = cells[(row - 1) * raster.width + column], column
      while last < raster.width and cells[(row - 1) * raster.width + last + 1] == number do
        last = last + 1
      end
      local start = place.indent + (column - 1) * #'▀'
      vim.api.nvim_buf_set_extmark(place.buffer, place.namespace, place.line + row - 1, start, {
        end_col = place.indent + last * #'▀',
        hl_group = 'KrafCell' .. number,
      })
      column = last + 1
    end
  end
end

return M
