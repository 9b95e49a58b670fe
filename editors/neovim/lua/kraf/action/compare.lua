--- `:Kraf compare`: the variants of a shot, ranked, with the reasons; pictures are judged where they stand.
local gallery = require('kraf.gallery')
local judge = require('kraf.judge')
local shots = require('kraf.shots')
local source = require('kraf.source')
local task = require('kraf.task')
local text = require('kraf.text')

local M = {}

local function reader(shot)
  return function(about)
    local reply = about:ask('kraf/compare', { shot = shot })
    local lines, items = {}, {}
    local function add(line, item)
      table.insert(lines, line)
      items[#lines] = item
    end
    local all = { asset = reply.sheet.asset, title = 'all side by side', is_picture = false }
    add({ { all.title, 'Comment' } }, all)
    for _, picture in ipairs(reply.pictures) do
      local title = ('%d  %s · %s'):format(picture.rank, text.plain(picture.style, 30), text.plain(picture.model, 30))
      local item = { asset = picture.asset.asset, title = title, verdict = picture.verdict }
      local time = text.duration(picture.elapsedMs / 1000)
      local cost = '  ' .. text.money(picture.costMicros) .. (time and ' · ' .. time or '')
      add(vim.list_extend({ { title, 'Function' }, { cost, 'Comment' } }, judge.pieces(picture.verdict)), item)
      for _, reason in ipairs(picture.reasons) do
        add({ { '   ' .. text.plain(reason, 90) } }, item)
      end
    end
    return lines, items
  end
end

---@param call kraf.Call
function M.run(call)
  local about = source.current()
  local shot = call.words[1] and shots.named(about.buffer, call.words[1]) or shots.under_cursor(about.buffer)
  local canvas = about:ask_workspace('kraf/canvas/get')
  local is_made = vim.iter(canvas.nodes):any(
    function(node) return node.product == about:product() and node.shot == shot.name and node.asset ~= nil end
  )
  if not is_made then task.refuse(("The shot '%s' is not made yet; :Kraf generate makes it"):format(shot.name)) end
  local shown = gallery.find('compare', about.buffer)
  if shown then shown.sheet:close() end
  gallery.open({ name = 'compare', title = 'pictures of ' .. shot.name, about = about, read = reader(shot.name) })
end

function M.words(buffer, before) return #before == 0 and shots.names(buffer) or {} end

return M
