--- Reads PNG files into colors. Source: the PNG specification, third edition, sections 5, 7, 9 and 11.
---
--- Terminal cells need a picture of some hundred px, so plain Lua is fast enough and no other program is needed.
local inflate = require('kraf.picture.inflate').inflate

local M = {}

--- The most px that are read; larger pictures are asked for as thumbnails.
M.most_pixels = 4194304

---@class kraf.Raster
---@field width integer
---@field height integer
---@field red integer[] 0 to 255, row by row from 1
---@field green integer[]
---@field blue integer[]
---@field alpha integer[]? absent where everything is opaque

local channels_of = { [0] = 1, [2] = 3, [3] = 1, [4] = 2, [6] = 4 }
local depths_of = {
  [0] = { 1, 2, 4, 8, 16 }, [2] = { 8, 16 }, [3] = { 1, 2, 4, 8 }, [4] = { 8, 16 }, [6] = { 8, 16 },
}

local function refuse(reason) error(reason, 0) end

local function number(bytes, at)
  local a, b, c, d = bytes:byte(at, at + 3)
  if not d then refuse('it ends too early') end
  return ((a * 256 + b) * 256 + c) * 256 + d
end

local function header(bytes, at)
  local form = {
    width = number(bytes, at), height = number(bytes, at + 4), depth = bytes:byte(at + 8), color = bytes:byte(at + 9),
  }
  local channels = channels_of[form.color]
  if not channels or not vim.list_contains(depths_of[form.color], form.depth) then refuse('its colors are unknown') end
  if bytes:byte(at + 12) ~= 0 then refuse('it is interlaced') end
  if form.width < 1 or form.height < 1 then refuse('it is empty') end
  if form.width * form.height > M.most_pixels then refuse('it is too large') end
  form.channels = channels
  form.row_bytes = math.ceil(form.width * channels * form.depth / 8)
  form.step = math.max(1, math.floor(channels * form.depth / 8))
  return form
end

--- The chunks that matter.
local function chunks(bytes)
  if bytes:sub(1, 8) ~= '\137PNG\r\n\26\n' then refuse('it is no PNG file') end
  local form, palette, transparency, packed = nil, nil, nil, {}
  local at = 9
  while true do
    local length, kind = number(bytes, at), bytes:sub(at + 4, at + 7)
    local start = at + 8
    if start + length + 3 > #bytes then refuse('it ends too early') end
    if kind == 'IHDR' then
      if length ~= 13 then refuse('its header is damaged') end
      form = header(bytes, start)
    elseif kind == 'PLTE' then
      palette = bytes:sub(start, start + length - 1)
    elseif kind == 'tRNS' then
      transparency = bytes:sub(start, start + length - 1)
    elseif kind == 'IDAT' then
      packed[#packed + 1] = bytes:sub(start, start + length - 1)
    elseif kind == 'IEND' then
      break
    end
    at = start + length + 4
  end
  if not form then refuse('it has no header') end
  return form, palette, transparency, table.concat(packed)
end

--- Takes the filters off, in place: each row begins with the number of its filter.
local function unfilter(data, form)
  local row_bytes, step, abs = form.row_bytes, form.step, math.abs
  for row = 0, form.height - 1 do
    local start = row * (row_bytes + 1) + 1
    local filter = data[start]
    local above = start - row_bytes - 1
    if filter > 4 then refuse('a row has no known filter') end
    for place = 1, filter == 0 and 0 or row_bytes do
      local here = start + place
      local left = place > step and data[here - step] or 0
      local up = row > 0 and data[above + place] or 0
      local predicted
      if filter == 1 then
        predicted = left
      elseif filter == 2 then
        predicted = up
      elseif filter == 3 then
        predicted = math.floor((left + up) / 2)
      else
        local corner = row > 0 and place > step and data[above + place - step] or 0
        local guess = left + up - corner
        local to_left, to_up, to_corner = abs(guess - left), abs(guess - up), abs(guess - corner)
        predicted = to_left <= to_up and to_left <= to_corner and left or to_up <= to_corner and up or corner
      end
      data[here] = (data[here] + predicted) % 256
    end
  end
end

--- A function that answers sample `index` (from 0) of a row that begins behind `start`, as 0 to 255 or a palette index.
local function sampler(data, form)
  if form.depth == 8 then return function(start, index) return data[start + index + 1] end end
  if form.depth == 16 then return function(start, index) return data[start + index * 2 + 1] end end
  local in_byte = 8 / form.depth
  local most = 2 ^ form.depth
  local scale = form.color == 0 and 255 / (most - 1) or 1
  return function(start, index)
    local byte = data[start + math.floor(index / in_byte) + 1]
    local shift = most ^ (in_byte - 1 - index % in_byte)
    return math.floor(byte / shift) % most * scale
  end
end

local function colors(data, form, palette, transparency)
  local red, green, blue, alpha = {}, {}, {}, nil
  local sample = sampler(data, form)
  if form.color == 4 or form.color == 6 or (form.color == 3 and transparency) then alpha = {} end
  local place = 0
  for row = 0, form.height - 1 do
    local start = row * (form.row_bytes + 1) + 1
    for column = 0, form.width - 1 do
      place = place + 1
      local index = column * form.channels
      local first = sample(start, index)
      if form.color == 3 then
        local r, g, b = (palette or ''):byte(first * 3 + 1, first * 3 + 3)
        if not b then refuse('a color is not in its palette') end
        red[place], green[place], blue[place] = r, g, b
        if alpha then alpha[place] = transparency:byte(first + 1) or 255 end
      elseif form.channels <= 2 then
        red[place], green[place], blue[place] = first, first, first
        if alpha then alpha[place] = sample(start, index + 1) end
      else
        red[place], green[place], blue[place] = first, sample(start, index + 1), sample(start, index + 2)
        if alpha then alpha[place] = sample(start, index + 3) end
      end
    end
  end
  return { width = form.width, height = form.height, red = red, green = green, blue = blue, alpha = alpha }
end

--- The picture in the bytes of a PNG file.
---@param bytes string
---@return kraf.Raster?
---@return string? reason why there is none: “it is interlaced”
function M.decode(bytes)
  local fine, result = pcall(function()
    local form, palette, transparency, packed = chunks(bytes)
    local wanted = (form.row_bytes + 1) * form.height
    local data, reason = inflate(packed, wanted)
    if not data then refuse('it is damaged: ' .. reason) end
    if #data < wanted then refuse('it ends too early') end
    unfilter(data, form)
    return colors(data, form, palette, transparency)
  end)
  if fine then return result end
  return nil, tostring(result)
end

--- The size of a PNG file in px, from its first bytes; nothing where it is none.
---@return integer? width
---@return integer? height
function M.size(bytes)
  local fine, form = pcall(function()
    if bytes:sub(1, 8) ~= '\137PNG\r\n\26\n' or bytes:sub(13, 16) ~= 'IHDR' then refuse('it is no PNG file') end
    return { number(bytes, 17), number(bytes, 21) }
  end)
  if fine and form[1] > 0 and form[2] > 0 then return form[1], form[2] end
end

return M
