--- Unpacks what zlib has packed. Source: RFC 1950 (the frame) and RFC 1951 (the blocks).
local bit = require('bit')
local band, lshift, rshift = bit.band, bit.lshift, bit.rshift

local M = {}

local length_base = {
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
}
local length_bits = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0 }
local distance_base = {
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
}
local distance_bits = {
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
}
local order_of_lengths = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15 }

local function refuse(reason) error(reason, 0) end

--- A table from the bits that come next to a symbol and its length: `entry = symbol * 16 + length`, for every way to
--- fill up to `longest` bits.
---@param lengths integer[] the length of each symbol's code, symbol 0 at 1; 0 for symbols that do not occur
local function decoder(lengths)
  local longest, counts = 0, {}
  for _, length in ipairs(lengths) do
    if length > longest then longest = length end
    if length > 0 then counts[length] = (counts[length] or 0) + 1 end
  end
  local code, next_code = 0, {}
  for length = 1, longest do
    code = lshift(code + (counts[length - 1] or 0), 1)
    next_code[length] = code
    if code + (counts[length] or 0) > lshift(1, length) then refuse('more codes than bits') end
  end
  local entries = {}
  for symbol, length in ipairs(lengths) do
    if length > 0 then
      local forward, backward = next_code[length], 0
      next_code[length] = forward + 1
      for _ = 1, length do
        backward = lshift(backward, 1) + band(forward, 1)
        forward = rshift(forward, 1)
      end
      for filled = backward, lshift(1, longest) - 1, lshift(1, length) do
        entries[filled] = (symbol - 1) * 16 + length
      end
    end
  end
  return { entries = entries, longest = longest }
end

local fixed_codes
local function fixed()
  if not fixed_codes then
    local lengths, distances = {}, {}
    for symbol = 0, 287 do
      lengths[symbol + 1] = symbol < 144 and 8 or symbol < 256 and 9 or symbol < 280 and 7 or 8
    end
    for symbol = 0, 29 do
      distances[symbol + 1] = 5
    end
    fixed_codes = { decoder(lengths), decoder(distances) }
  end
  return fixed_codes[1], fixed_codes[2]
end

--- Reads bits, the lowest first, from `source` at byte `at`.
local function reader(source, at)
  local R = { hold = 0, count = 0, at = at }

  local function fill(wanted)
    while R.count < wanted do
      local byte = source:byte(R.at)
      if not byte then
        -- A code may be shorter than the longest one: up to two bytes are looked at that are not there.
        R.missing = (R.missing or 0) + 1
        if R.missing > 4 then refuse('the data ends too early') end
        byte = 0
      end
      R.hold = R.hold + lshift(byte, R.count)
      R.count = R.count + 8
      R.at = R.at + 1
    end
  end

  function R.bits(count)
    if count == 0 then return 0 end
    fill(count)
    local value = band(R.hold, lshift(1, count) - 1)
    R.hold = rshift(R.hold, count)
    R.count = R.count - count
    return value
  end

  function R.symbol(codes)
    fill(codes.longest)
    local entry = codes.entries[band(R.hold, lshift(1, codes.longest) - 1)]
    if not entry then refuse('a code that stands for nothing') end
    local length = band(entry, 15)
    R.hold = rshift(R.hold, length)
    R.count = R.count - length
    return rshift(entry, 4)
  end

  --- Drops what is left of a byte and gives back whole bytes that were read ahead.
  function R.align()
    R.at = R.at - rshift(R.count, 3)
    R.hold, R.count = 0, 0
  end

  return R
end

local function described_codes(R)
  local literals, distances, described = R.bits(5) + 257, R.bits(5) + 1, R.bits(4) + 4
  local lengths = {}
  for place = 1, 19 do
    lengths[place] = 0
  end
  for place = 1, described do
    lengths[order_of_lengths[place] + 1] = R.bits(3)
  end
  local codes = decoder(lengths)
  local all = {}
  while #all < literals + distances do
    local symbol = R.symbol(codes)
    local value, times = symbol, 1
    if symbol == 16 then
      value, times = all[#all] or refuse('a repetition of nothing'), 3 + R.bits(2)
    elseif symbol == 17 then
      value, times = 0, 3 + R.bits(3)
    elseif symbol == 18 then
      value, times = 0, 11 + R.bits(7)
    end
    for _ = 1, times do
      all[#all + 1] = value
    end
  end
  if #all > literals + distances then refuse('more lengths than symbols') end
  return decoder(vim.list_slice(all, 1, literals)), decoder(vim.list_slice(all, literals + 1))
end

--- Unpacks a zlib stream into an array of bytes.
---@param packed string
---@param limit integer the most bytes that may come out
---@return integer[]? bytes from 1
---@return string? reason why there are none
function M.inflate(packed, limit)
  local out, size = {}, 0

  local function stored(R)
    R.align()
    local low, high, check_low, check_high = packed:byte(R.at, R.at + 3)
    if not check_high or low + check_low ~= 255 or high + check_high ~= 255 then refuse('a damaged block') end
    local count = low + high * 256
    if size + count > limit then refuse('more bytes than announced') end
    if R.at + 3 + count > #packed then refuse('the data ends too early') end
    for place = R.at + 4, R.at + 3 + count do
      size = size + 1
      out[size] = packed:byte(place)
    end
    R.at = R.at + 4 + count
  end

  local function coded(R, literals, distances)
    while true do
      local symbol = R.symbol(literals)
      if symbol < 256 then
        size = size + 1
        if size > limit then refuse('more bytes than announced') end
        out[size] = symbol
      elseif symbol == 256 then
        return
      else
        local place = symbol - 256
        if place > 29 then refuse('a length that does not exist') end
        local length = length_base[place] + R.bits(length_bits[place])
        local far = R.symbol(distances) + 1
        if far > 30 then refuse('a distance that does not exist') end
        local distance = distance_base[far] + R.bits(distance_bits[far])
        if distance > size then refuse('a copy from nowhere') end
        if size + length > limit then refuse('more bytes than announced') end
        for _ = 1, length do
          size = size + 1
          out[size] = out[size - distance]
        end
      end
    end
  end

  local function all()
    local method, flags = packed:byte(1, 2)
    if not flags or band(method, 15) ~= 8 or (method * 256 + flags) % 31 ~= 0 or band(flags, 32) ~= 0 then
      refuse('not packed by zlib')
    end
    local R = reader(packed, 3)
    repeat
      local is_last, kind = R.bits(1) == 1, R.bits(2)
      if kind == 0 then
        stored(R)
      elseif kind == 1 then
        coded(R, fixed())
      elseif kind == 2 then
        coded(R, described_codes(R))
      else
        refuse('a block of no known kind')
      end
    until is_last
  end

  local fine, reason = pcall(all)
  if not fine then return nil, tostring(reason) end
  return out
end

return M
