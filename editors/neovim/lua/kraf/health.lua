--- `:checkhealth kraf`.
local client = require('kraf.client')
local settings = require('kraf.settings')
local terminal = require('kraf.picture.terminal')
local text = require('kraf.text')

local M = {}

local function program()
  local health = vim.health
  health.start('krafd')
  local name = settings.get('cmd')[1]
  if not client.is_there() then
    local advice = { 'Install krafd', 'or name it: vim.g.kraf = { cmd = { … } }' }
    return health.error(("'%s' is not on the PATH"):format(name), advice)
  end
  local answer = vim.system({ name, 'version' }, { timeout = 5000 }):wait()
  if answer.code == 0 then
    health.ok(('%s is %s'):format(text.plain(vim.fn.exepath(name)), text.plain(answer.stdout, 80)))
  else
    health.warn(("'%s version' does not answer"):format(name))
  end
end

local function session()
  local health = vim.health
  health.start('Session')
  local clients = vim.iter(vim.lsp.get_clients()):filter(client.is_krafd):totable()
  if #clients == 0 then return health.info('No shot list is open; krafd starts with the first one') end
  for _, one in ipairs(clients) do
    health.ok(('krafd serves %s'):format(text.plain(one.config.root_dir or 'single files')))
    for capability, missing in vim.spairs({
      preview = ':Kraf preview needs a newer krafd',
      check = ':Kraf check shows the mistakes of the list alone; this krafd does not measure pictures',
    }) do
      if not client.can(one, capability) then health.info(missing) end
    end
  end
end

local function pictures()
  local health = vim.health
  health.start('Pictures')
  local way = terminal.way()
  local words = { kitty = 'in full', blocks = 'as half blocks', none = 'not' }
  health.ok(('Pictures are drawn %s: %s'):format(words[way], terminal.reason()))
  if way == 'blocks' and not vim.o.termguicolors then
    health.warn('Only 256 colors are used', { "Set 'termguicolors' where the terminal has all colors" })
  end
end

local function chosen()
  vim.health.start('Settings')
  local problems = settings.problems()
  for _, problem in ipairs(problems) do
    vim.health.warn(text.plain(problem))
  end
  if #problems == 0 then vim.health.ok('vim.g.kraf is fine') end
end

function M.check()
  program()
  session()
  pictures()
  chosen()
end

return M
