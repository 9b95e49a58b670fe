-- A session of a real Neovim with krafd and no plugin: what a user does with the keys that Neovim gives every language.
-- Prints a line for each fact and ends with 1 when one is wrong. Run by run.sh, which sets KRAFD and PROJECT.
local failures = 0
local function fact(name, holds, seen)
  if holds then
    io.stdout:write('ok    ', name, '\n')
  else
    failures = failures + 1
    io.stdout:write('WRONG ', name, ': ', vim.inspect(seen), '\n')
  end
end

local function eventually(holds, seconds)
  return vim.wait((seconds or 10) * 1000, holds, 20)
end

vim.filetype.add({ extension = { kraf = 'kraf' } })
vim.cmd.edit(vim.env.PROJECT .. '/sand-mug.kraf')
local buffer = vim.api.nvim_get_current_buf()
local lines = function() return vim.api.nvim_buf_get_lines(buffer, 0, -1, false) end
local text = function() return table.concat(lines(), '\n') end

local progress, messages = {}, {}
vim.api.nvim_create_autocmd('LspProgress', {
  callback = function(event) table.insert(progress, event.data.params.value.kind) end,
})
local id = vim.lsp.start({
  name = 'krafd',
  cmd = { vim.env.KRAFD, 'lsp', '--stdio' },
  root_dir = vim.env.PROJECT,
  handlers = {
    ['window/showMessage'] = function(_, params) table.insert(messages, params.message) end,
  },
})
local client = assert(vim.lsp.get_client_by_id(id))
fact('krafd answers initialize', eventually(function() return client.initialized end), id)

local function ask(method, params)
  params.textDocument = { uri = vim.uri_from_bufnr(buffer) }
  local reply = client.request_sync(method, params, 10000, buffer) or {}
  return reply.result, reply.err
end
local function place_of(part)
  for number, line in ipairs(lines()) do
    local start = line:find(part, 1, true)
    if start then return { line = number - 1, character = start - 1 } end
  end
  error('no line has ' .. part)
end

-- A mistake is shown where it is typed, its quick fix mends it, and one undo brings it back.
fact('a sound list has no error', eventually(function()
  return #vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR }) == 0
end), vim.diagnostic.get(buffer))
local heading = place_of('## hero').line
vim.api.nvim_buf_set_lines(buffer, heading + 1, heading + 1, false, { '', 'sead: 7' })
local function errors()
  return vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR })
end
fact('a mistake is shown', eventually(function() return #errors() > 0 end), errors())
local mistake = place_of('sead')
fact('it is shown in its line', (errors()[1] or {}).lnum == mistake.line, errors())
local range = { start = mistake, ['end'] = mistake }
local actions = ask('textDocument/codeAction', { range = range, context = { diagnostics = {}, only = { 'quickfix' } } })
fact('it has a quick fix', actions and #actions == 1 and actions[1].isPreferred, actions)
local before = text()
vim.bo.undolevels = vim.bo.undolevels -- what follows is an undo step of its own
vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
fact('the fix mends it', text() == (before:gsub('sead', 'seed')), text())
vim.cmd.undo()
fact('one undo takes the fix back', text() == before, text())
vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
fact('nothing is wrong any more', eventually(function() return #errors() == 0 end), errors())

-- What Neovim asks while one reads and types.
local hover = ask('textDocument/hover', { position = place_of('## hero') })
fact('the hover of a shot tells its size and what it costs',
  hover and hover.contents.value:find(' px', 1, true) and hover.contents.value:find('free', 1, true), hover)
local items = (ask('textDocument/completion', { position = place_of('soft-gray-studio') }) or {}).items or {}
fact('styles are offered', vim.iter(items):any(function(item) return item.label == 'hard-sun' end), #items)
vim.lsp.inlay_hint.enable(true, { bufnr = buffer })
fact('symbols are nested', (ask('textDocument/documentSymbol', {}) or {})[1].children ~= nil, nil)
local tokens = ask('textDocument/semanticTokens/full', {})
fact('tokens are five numbers each', tokens and #tokens.data > 0 and #tokens.data % 5 == 0, tokens)

vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '', '', '', '##   detail   rim', 'style:macro-material   ' })
vim.lsp.buf.format({ bufnr = buffer, timeout_ms = 5000 })
fact('formatting gives the usual form', text():find('\n\n## detail rim\n\nstyle: macro-material', 1, true), text())
local formatted = text()
vim.lsp.buf.format({ bufnr = buffer, timeout_ms = 5000 })
fact('formatting again changes nothing', text() == formatted, text())

local declared = place_of('@front')
vim.api.nvim_win_set_cursor(0, { declared.line + 1, declared.character + 2 })
vim.lsp.buf.rename('side')
fact('a handle is renamed everywhere', eventually(function()
  return text():find('@side', 1, true) and not text():find('@front', 1, true)
end), text())

-- Every lens is an action and a named command too, as other editors have no lenses.
local lenses = ask('textDocument/codeLens', {}) or {}
fact('there are lenses', #lenses > 0, lenses)
for _, lens in ipairs(lenses) do
  local twins = ask('textDocument/codeAction', { range = lens.range, context = { diagnostics = {} } }) or {}
  local has_twin = vim.iter(twins):any(function(action) return vim.deep_equal(action.command, lens.command) end)
  local listed = client.server_capabilities.executeCommandProvider.commands
  if not (has_twin and vim.list_contains(listed, lens.command.command)) then
    fact(lens.command.title .. ' has a twin and is listed', false, twins)
  end
end

-- Enhancing is one change, and one undo takes it back.
local short = text()
vim.bo.undolevels = vim.bo.undolevels
client.request_sync('workspace/executeCommand', { command = 'kraf.enhance' }, 10000, buffer)
fact('enhancing adds to the prompts', #text() > #short and text() ~= short, text())
vim.cmd.undo()
fact('one undo takes the enhancement back', text() == short, text())

-- A command answers at once; Neovim is told of progress, and at the end where the picture lies.
local started = vim.uv.hrtime()
local reply, refusal = client.request_sync('workspace/executeCommand', {
  command = 'kraf.generate', arguments = { { uri = vim.uri_from_bufnr(buffer), shot = 'hero' } },
}, 10000, buffer)
fact('generating begins', reply and reply.result and #reply.result.jobs == 1, reply or refusal)
fact('it answers long before it is done', (vim.uv.hrtime() - started) / 1e9 < 5, nil)
fact('progress begins and ends', eventually(function() return vim.list_contains(progress, 'end') end, 90)
  and progress[1] == 'begin', progress)
fact('a message names the file', eventually(function()
  return vim.iter(messages):any(function(message)
    local path = message:match('^Made 1 picture: (/.*%.png)$')
    return path and vim.uv.fs_stat(path) ~= nil
  end)
end), messages)

client.stop()
fact('krafd leaves', eventually(function() return client.is_stopped() end), nil)
os.exit(failures == 0 and 0 or 1)
