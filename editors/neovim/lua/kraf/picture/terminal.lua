--- What the terminal can show, found out by asking it, and the way to it around Neovim's screen.
local settings = require('kraf.settings')

local M = {}

--- The first version of each terminal that draws pictures where placeholders stand; by the name in its own answer.
local draws_placeholders = { kitty = { 0, 28 }, ghostty = { 1, 0 } }

--- The `User` event that happens when pictures can be drawn better than before.
M.better = 'KrafPictures'

---@type { name: string, version: string }|'asked'|'silent'|nil
local answer

local function has_terminal()
  return vim.iter(vim.api.nvim_list_uis()):any(function(ui) return ui.stdout_tty == true end)
end

--- Sends bytes to the terminal. They must be a whole order that changes nothing that Neovim knows of.
---@param bytes string
function M.write(bytes)
  if vim.api.nvim_ui_send then return vim.api.nvim_ui_send(bytes) end
  io.stdout:write(bytes)
  io.stdout:flush()
end

local function is_new_enough(found)
  local least = draws_placeholders[found.name]
  if not least then return false end
  local major, minor = found.version:match('^(%d+)%.(%d+)')
  major, minor = tonumber(major), tonumber(minor)
  if not major then return false end
  return major > least[1] or (major == least[1] and minor >= least[2])
end

--- Asks the terminal for its name (XTVERSION), once. Its answer is a device control string, which Neovim passes on; that
--- of the query for graphics itself is none, and Neovim before 0.11 would take it for typed keys.
local function ask()
  answer = 'asked'
  local watch = vim.api.nvim_create_autocmd('TermResponse', {
    desc = 'kraf: the name of the terminal',
    callback = function(event)
      local response = type(event.data) == 'table' and event.data.sequence or event.data or vim.v.termresponse
      local name, version = tostring(response):match('^\27P>|(%a[%w-]*)[ (]+([%d.]+)')
      if not name then return end
      answer = { name = name:lower(), version = version }
      if is_new_enough(answer) then
        vim.schedule(function() vim.api.nvim_exec_autocmds('User', { pattern = M.better }) end)
      end
      return true
    end,
  })
  vim.defer_fn(function()
    if answer ~= 'asked' then return end
    answer = 'silent'
    pcall(vim.api.nvim_del_autocmd, watch)
  end, 2000)
  M.write('\27[>0q')
end

--- How pictures are drawn now. The first call may ask the terminal; `M.better` tells when its answer is there.
---@return 'kitty'|'blocks'|'none'
function M.way()
  local wanted = settings.get('pictures')
  if wanted ~= 'auto' then return wanted end
  if not has_terminal() or vim.env.TMUX or vim.env.STY then return 'blocks' end
  if answer == nil then ask() end
  return type(answer) == 'table' and is_new_enough(answer) and 'kitty' or 'blocks'
end

--- Why pictures are drawn as they are, for people.
function M.reason()
  if settings.get('pictures') ~= 'auto' then return 'vim.g.kraf.pictures says so' end
  if not has_terminal() then return 'this screen is no terminal' end
  if vim.env.TMUX or vim.env.STY then return 'tmux and screen pass no pictures on' end
  if type(answer) == 'table' then
    local able = is_new_enough(answer) and 'draws placeholders' or 'is not known to draw placeholders'
    return ('the terminal is %s %s, which %s'):format(answer.name, answer.version, able)
  end
  if answer == 'silent' then return 'the terminal did not tell its name' end
  return 'the terminal is asked when the first picture is drawn'
end

vim.api.nvim_create_autocmd('UIEnter', {
  desc = 'kraf: another terminal may have come',
  callback = function() answer = nil end,
})

return M
