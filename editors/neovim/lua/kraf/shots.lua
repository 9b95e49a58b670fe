--- The shots of a buffer and where they stand, read without asking krafd.
local task = require('kraf.task')

local M = {}

---@class kraf.Shot
---@field name string as krafd calls it: the role, or the role and the name, joined by hyphens
---@field first integer the line of its heading, from 0
---@field last integer its last line, from 0

--- The characters of a name that count; krafd reads no more.
local name_length = 64

--- The runs of letters and digits of a text in lower case.
local function words_of(words)
  local parted = {}
  for _, letter in ipairs(vim.fn.split(vim.fn.strcharpart(vim.fn.tolower(words), 0, name_length), '\\zs')) do
    -- 1 is punctuation, 3 are emoji; more is a script of its own.
    local class = vim.fn.charclass(letter)
    table.insert(parted, letter ~= '_' and (class == 2 or class > 3) and letter or ' ')
  end
  return vim.split(table.concat(parted), ' +', { trimempty = true })
end

local function name_of(heading)
  local role, name = heading:match('^(%S+)%s*(.*)$')
  return table.concat(vim.list_extend({ vim.fn.tolower(role) }, words_of(name)), '-')
end

--- The name, or the name and the first number from 2 that makes it another one than those that are given.
---@param given table<string, true>
local function unique(name, given)
  local candidate, number = name, 1
  while given[candidate] do
    number = number + 1
    candidate = name .. '-' .. number
  end
  given[candidate] = true
  return candidate
end

--- The shots of a buffer, in order.
---@param buffer integer
---@return kraf.Shot[]
function M.all(buffer)
  local shots, names = {}, {}
  local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  local is_comment = false
  for number, line in ipairs(lines) do
    local heading = not is_comment and line:match('^##%s+(.-)%s*$')
    if heading and heading ~= '' then
      if shots[#shots] then shots[#shots].last = number - 2 end
      local name = unique(name_of(heading), names)
      table.insert(shots, { name = name, first = number - 1, last = #lines - 1 })
    end
    if line:find('<!--', 1, true) then is_comment = true end
    if line:find('-->', 1, true) then is_comment = false end
  end
  return shots
end

--- The names of a buffer's shots.
function M.names(buffer)
  return vim.iter(M.all(buffer)):map(function(shot) return shot.name end):totable()
end

--- The shot that a line belongs to, if it does.
---@param line integer from 0
---@return kraf.Shot?
function M.at(buffer, line)
  return vim.iter(M.all(buffer)):find(function(shot) return shot.first <= line and line <= shot.last end)
end

--- The shot of this name. Inside a task.
---@return kraf.Shot
function M.named(buffer, name)
  local shot = vim.iter(M.all(buffer)):find(function(one) return one.name == name end)
  if shot then return shot end
  local names = table.concat(M.names(buffer), ', ')
  task.refuse(("No shot is named '%s'; there are %s"):format(name, names ~= '' and names or 'none'))
end

--- The shot under the cursor of the window that shows the buffer. Inside a task.
---@return kraf.Shot
function M.under_cursor(buffer)
  return M.at(buffer, M.cursor_line(buffer))
    or task.refuse("The cursor is in no shot; put it below a '## ' heading, or name the shot")
end

--- The shots that are meant: by name, `all`, by lines, or the one under the cursor. Inside a task.
---@param call kraf.Call
---@return string[]
function M.meant(buffer, call)
  if call.words[1] == 'all' then return M.names(buffer) end
  if call.words[1] then return { M.named(buffer, call.words[1]).name } end
  if not call.lines then return { M.under_cursor(buffer).name } end
  local inside = vim.iter(M.all(buffer)):filter(
    function(shot) return shot.first <= call.lines.last and shot.last >= call.lines.first end
  )
  local names = inside:map(function(shot) return shot.name end):totable()
  return #names > 0 and names or task.refuse('No shot stands in these lines')
end

--- The line of the cursor in a buffer, from 0.
function M.cursor_line(buffer)
  local window = vim.api.nvim_get_current_buf() == buffer and 0 or vim.fn.bufwinid(buffer)
  return window == -1 and 0 or vim.api.nvim_win_get_cursor(window)[1] - 1
end

return M
