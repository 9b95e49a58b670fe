--- `:Kraf preview`: a picture of the shot that is being written, made anew with every change, beside the text.
---
--- krafd works only while the pane is seen: closing or hiding it stops the preview, showing it starts it again.
local client = require('kraf.client')
local pane = require('kraf.picture.pane')
local session = require('kraf.session')
local settings = require('kraf.settings')
local shots = require('kraf.shots')
local source = require('kraf.source')
local task = require('kraf.task')
local terminal = require('kraf.picture.terminal')
local text = require('kraf.text')

local M = {}

---@class kraf.Preview
---@field pane kraf.Pane
---@field buffer integer the shot list
---@field pinned string? the shot that was named; without it the preview follows the cursor
---@field shot string?
---@field client_id integer?
---@field preview string? krafd's id, while it works
---@field wanted string? the shot and size that were asked for last
---@field turn integer counts starts, so that late answers are known as late
---@field early { preview: string, act: fun() }? what came before the answer to its start
local current

local function is_seen() return current ~= nil and current.pane:window() ~= nil end

local function stop()
  if not current then return end
  current.turn = current.turn + 1
  local running, id = current.preview, current.client_id
  current.preview, current.early, current.wanted = nil, nil, nil
  local one = id and vim.lsp.get_client_by_id(id)
  if running and one and not one:is_stopped() then
    client.send(one, 'kraf/preview/stop', { preview = running }, function() end)
  end
end

--- More warnings than these are counted.
local most_warnings = 3

--- The lines below a picture: which shot, how far it is, what is true of it, what making it costs, what to know.
local function caption_of(picture)
  local steps = ('step %s of %s'):format(text.plain(picture.step), text.plain(picture.steps))
  local caption = { { text.plain(picture.shot) .. (picture.done and '' or ' · ' .. steps), 'Title' } }
  if picture.truth then table.insert(caption, { picture.truth, '' }) end
  if picture.cost then table.insert(caption, { picture.cost, 'Comment' }) end
  if type(picture.warnings) == 'table' then
    local rest = #picture.warnings - most_warnings
    for _, sentence in ipairs(vim.list_slice(picture.warnings, 1, most_warnings)) do
      table.insert(caption, { text.plain(sentence), 'DiagnosticWarn' })
    end
    if rest > 0 then table.insert(caption, { ('and %d more, in the shot list'):format(rest), 'DiagnosticWarn' }) end
  end
  return caption
end

local function draw(picture)
  current.pane:show({ path = picture.path, caption = caption_of(picture) })
end

--- The shot list, if its krafd makes previews. Inside a task.
local function able(about)
  if not client.can(about.client, 'preview') then
    task.refuse('This krafd makes no live previews; install a newer one')
  end
  return about
end

--- Starts, or starts again for another shot or size. Inside a task.
local function start()
  local preview = current
  local about = able(source.of(preview.buffer))
  local shot = preview.pinned or shots.under_cursor(preview.buffer).name
  local px = preview.pane:pixels()
  local wanted = shot .. ' ' .. px
  if preview.wanted == wanted then return end
  preview.turn = preview.turn + 1
  local turn = preview.turn
  preview.wanted, preview.shot, preview.client_id, preview.preview = wanted, shot, about.client.id, nil
  local reply = client.ask(about.client, 'kraf/preview/start', { uri = about:uri(), shot = shot, px = px })
  if current ~= preview or preview.turn ~= turn then
    return client.send(about.client, 'kraf/preview/stop', { preview = reply.preview }, function() end)
  end
  preview.preview = reply.preview
  if preview.early and preview.early.preview == reply.preview then preview.early.act() end
  preview.early = nil
end

--- Starts where the pane is seen; what is wrong is said in the pane.
local function follow()
  if not is_seen() then return end
  task.run(start, function(sentence)
    if not current then return end
    current.wanted = nil
    current.pane:keep({ { sentence, 'DiagnosticWarn' } })
  end)
end

--- Something was told of a preview: acts if it is the one that is shown, or will be.
local function told(message, client_id, act)
  if not is_seen() or client_id ~= current.client_id then return end
  if current.preview == nil then
    current.early = { preview = message.preview, act = act }
  elseif message.preview == current.preview then
    act()
  end
end

session.on('kraf/preview/picture', function(picture, id)
  if type(picture.path) ~= 'string' then return end
  told(picture, id, function() draw(picture) end)
end)

session.on('kraf/preview/problem', function(problem, id)
  told(problem, id, function()
    current.pane:keep({ { text.plain(problem.shot), 'Title' }, { text.plain(problem.message), 'DiagnosticWarn' } })
  end)
end)

session.on_end(function(id)
  if not current or current.client_id ~= id then return end
  current.preview, current.client_id, current.wanted = nil, nil, nil
  current.turn = current.turn + 1
  local sentence = 'krafd has ended; this picture is the last one, and goes on when krafd is back'
  current.pane:keep({ { sentence, 'DiagnosticWarn' } })
end)

session.on_attach(function(buffer)
  if current and current.buffer == buffer and not current.preview then vim.schedule(follow) end
end)

--- What shows and hides the pane, and where the cursor goes.
local function watch()
  local group = vim.api.nvim_create_augroup('kraf.preview', {})
  local function on(events, act, buffer)
    vim.api.nvim_create_autocmd(events, { group = group, buffer = buffer, callback = act })
  end
  -- Whatever made the pane hidden or seen, once the events of the change are over.
  local function compare()
    vim.schedule(function()
      if not current then return end
      if is_seen() then follow() else stop() end
    end)
  end
  on({ 'TabEnter', 'WinResized', 'VimResized', 'VimResume' }, compare)
  on('BufWinLeave', compare, current.pane.buffer)
  -- A terminal that is known only now wants a picture of another size.
  vim.api.nvim_create_autocmd('User', { group = group, pattern = terminal.better, callback = compare })
  on('VimSuspend', stop)
  on('CursorMoved', function()
    if current and not current.pinned then
      local shot = shots.at(current.buffer, shots.cursor_line(current.buffer))
      if shot and shot.name ~= current.shot then follow() end
    end
  end, current.buffer)
  on('BufWipeout', function()
    if current then current.pane:close() end
  end, current.buffer)
end

local function closed()
  stop()
  current = nil
  pcall(vim.api.nvim_del_augroup_by_name, 'kraf.preview')
end

local function open(about, pinned)
  local width = math.floor(vim.o.columns * settings.get('width'))
  current = {
    buffer = about.buffer, pinned = pinned, turn = 0,
    pane = pane.open({
      name = 'preview', source = about.buffer, caption_lines = 6, closed = closed,
      place = { window = about:window(), split = 'right', size = width },
    }),
  }
  current.pane:caption({ { 'waiting for the first picture', 'Comment' } })
  watch()
  follow()
end

---@param call kraf.Call
function M.run(call)
  local pinned = call.words[1]
  local is_this = current ~= nil and current.buffer == source.buffer_of(vim.api.nvim_get_current_buf())
  if is_this and (not pinned or pinned == current.pinned) then return current.pane:close() end
  local about = able(source.current())
  if pinned then shots.named(about.buffer, pinned) else shots.under_cursor(about.buffer) end
  if current and not is_this then current.pane:close() end
  if current then
    current.pinned = pinned
    return follow()
  end
  open(about, pinned)
end

function M.words(buffer, before) return #before == 0 and shots.names(buffer) or {} end

return M
