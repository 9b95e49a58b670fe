--- Words for people. What comes from files and from the wire is hostile: nothing of it may reach the terminal as an
--- order.
local M = {}

--- One line of printable text. Control characters and marks that turn the direction of writing become visible signs.
---@param value any
---@param cells integer? the most cells of the screen that it may take
---@return string
function M.plain(value, cells)
  if type(value) ~= 'string' and type(value) ~= 'number' then return '' end
  local text = tostring(value):sub(1, 20000):gsub('%s+', ' ')
  text = vim.fn.strtrans(text)
  if cells and vim.fn.strdisplaywidth(text) > cells then
    text = vim.fn.strcharpart(text, 0, cells)
    while vim.fn.strdisplaywidth(text) > math.max(cells - 1, 0) do
      text = vim.fn.strcharpart(text, 0, vim.fn.strchars(text) - 1)
    end
    text = text .. '…'
  end
  return text
end

--- Words on lines of at most so many cells, where they fit.
---@return string[]
function M.wrapped(text, cells)
  local lines = {}
  for word in M.plain(text):gmatch('%S+') do
    local last = lines[#lines]
    if last and vim.fn.strdisplaywidth(last) + 1 + vim.fn.strdisplaywidth(word) <= cells then
      lines[#lines] = last .. ' ' .. word
    else
      lines[#lines + 1] = word
    end
  end
  return lines
end

--- Text for a place that reads `%` as an order, such as a window bar.
function M.in_bar(text) return (M.plain(text):gsub('%%', '%%%%')) end

--- A sum of micro-dollars.
function M.money(micros)
  if type(micros) ~= 'number' or micros == 0 then return 'free' end
  return (micros < 10000 and '$%.4f' or '$%.2f'):format(micros / 1e6)
end

--- The cost of something that may cost from one sum to another.
function M.money_range(least, most)
  if least == most then return M.money(most) end
  return M.money(least) .. ' to ' .. M.money(most)
end

--- A duration in seconds.
function M.duration(seconds)
  if type(seconds) ~= 'number' or seconds <= 0 then return nil end
  if seconds < 90 then return ('%.0f s'):format(math.max(seconds, 1)) end
  return ('%.0f min'):format(seconds / 60)
end

--- A number and its noun.
function M.count(number, noun) return ('%d %s%s'):format(number, noun, number == 1 and '' or 's') end

--- Tells the user something, in one sentence.
---@param level 'INFO'|'WARN'|'ERROR'
function M.tell(sentence, level) vim.notify(M.plain(sentence), vim.log.levels[level or 'INFO'], { title = 'kraf' }) end

return M
